#ifndef ONRECORD_CLI_RECORD_WRITER_H_
#define ONRECORD_CLI_RECORD_WRITER_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/terminal.h"
#include "pipeline/record_file.h"
#include "proto/record.pb.h"

namespace onrecord::cli {

// The formats that article records are written in.
const std::vector<Format>& RecordFormats();

// Writes a stream of article records in one format. Two steps, so that the dear
// one runs on many threads:
//
//   Encode()  turns one record into bytes; const, any thread.
//   Write()   puts them into the stream; one thread, in the order of the
//             records. Close() ends it.
//
//   Errors:  those of `out`.
//   Owns:    nothing; `out` must outlive it.
class RecordWriter {
 public:
  RecordWriter(Format format, const Terminal& terminal, OutputFile* out)
      : format_(format), terminal_(terminal), out_(out) {}

  // `record` is its wire format, which must be valid.
  std::string Encode(std::string record) const;

  absl::Status Write(absl::string_view encoded);
  // Ends the stream and closes `out`.
  absl::Status Close();

 private:
  const Format format_;
  const Terminal terminal_;
  OutputFile* const out_;
  pipeline::RecordFileEncoder file_;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_RECORD_WRITER_H_
