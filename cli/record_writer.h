#ifndef ONRECORD_CLI_RECORD_WRITER_H_
#define ONRECORD_CLI_RECORD_WRITER_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "cli/output_flags.h"
#include "cli/terminal.h"
#include "pipeline/record_file.h"
#include "proto/record.pb.h"

namespace onrecord::cli {

// The formats that article records are written in.
const std::vector<Format>& RecordFormats();

// Makes the bytes of a stream of article records in one format. Two steps, so
// that the dear one runs on many threads:
//
//   Encode()  turns one record into bytes; const, any thread.
//   Add()     puts them into the stream; one thread, in the order of the
//             records. Finish() ends it.
class RecordWriter {
 public:
  RecordWriter(Format format, const Terminal& terminal)
      : format_(format), terminal_(terminal) {}

  std::string Encode(const v1::ArticleRecord& record) const;
  // The same of a record's wire format, which must be valid.
  std::string Encode(absl::string_view record) const;

  void Add(absl::string_view encoded, std::string* out);
  void Finish(std::string* out);

 private:
  const Format format_;
  const Terminal terminal_;
  pipeline::RecordFileEncoder file_;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_RECORD_WRITER_H_
