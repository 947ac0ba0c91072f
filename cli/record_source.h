#ifndef ONRECORD_CLI_RECORD_SOURCE_H_
#define ONRECORD_CLI_RECORD_SOURCE_H_

#include <google/protobuf/io/zero_copy_stream_impl.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "pipeline/input_kind.h"
#include "pipeline/record_file.h"
#include "pipeline/record_lines.h"

namespace onrecord::cli {

// What the file at `path` holds, told by its beginning; "-" is the standard
// input, of which nothing is taken away. What cannot be looked into (a folder,
// a terminal) is kArticles. Errors: see IoError().
absl::StatusOr<pipeline::InputKind> DetectInput(const std::string& path);

// The article records of one file, binary or JSON lines.
//
//   Errors: "PATH: cannot read: ...", and what the readers find.
class RecordSource {
 public:
  // `path` "-": the standard input. `kind` as DetectInput() tells it, one of
  // kRecordFile and kRecordLines.
  static absl::StatusOr<std::unique_ptr<RecordSource>> Open(
      const std::string& path, pipeline::InputKind kind);

  // Fills `record` with the next one. False at the end of a good file.
  absl::StatusOr<bool> Next(v1::ArticleRecord* record);

  // Segments seen so far; 0 for JSON lines.
  int64_t segments() const;

  // What an error of Next() spoils.
  enum class Damage {
    kLine,     // One line; Next() goes on behind it.
    kSegment,  // All records since the last segment; Next() goes on behind it.
    kRest,     // Everything from here on.
  };
  Damage damage() const;

 private:
  RecordSource(int fd, const std::string& path, pipeline::InputKind kind);

  const std::string path_;
  google::protobuf::io::FileInputStream input_;
  absl::optional<pipeline::RecordFileReader> file_;  // One of these two.
  absl::optional<pipeline::RecordLinesReader> lines_;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_RECORD_SOURCE_H_
