#ifndef ONRECORD_CLI_INPUT_STREAM_H_
#define ONRECORD_CLI_INPUT_STREAM_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cli/record_source.h"
#include "ingest/article.h"
#include "ingest/reader.h"
#include "pipeline/input_kind.h"
#include "proto/record.pb.h"
#include "text/lexicon.h"

namespace onrecord::cli {

// One thing found in the inputs.
struct InputItem {
  enum class Kind { kArticle, kRecord, kError, kWarning };
  Kind kind = Kind::kArticle;
  ingest::Article article;   // kArticle
  v1::ArticleRecord record;  // kRecord
  std::string message;       // kError, kWarning: "file:line: ..."

  // Roughly what it takes in its input.
  size_t bytes() const {
    return kind == Kind::kRecord ? record.ByteSizeLong()
                                 : article.text.size() + message.size();
  }
};

struct InputStreamOptions {
  ingest::ReaderOptions reader;
  // Take files of article records for what they are; without it they are an
  // error.
  bool records = false;
};

// The articles of files, folders and the standard input in the order of the
// inputs, then the article records of record files (*.binpb in folders).
//
//   Errors:  Open() finds paths that cannot be read and inputs that are neither
//            (or records where none are wanted) before anything is read.
//            Next() gives errors of reading and damaged record files; what
//            only spoils one article is an item.
//   Owns:    the open files; `lexicon` must outlive it.
//   Threads: one at a time.
class InputStream {
 public:
  static absl::StatusOr<std::unique_ptr<InputStream>> Open(
      const std::vector<std::string>& inputs, const InputStreamOptions& options,
      const text::Lexicon& lexicon);

  // Fills `item` with the next one. False at the end.
  absl::StatusOr<bool> Next(InputItem* item);

 private:
  // A record file that waits for its turn.
  struct RecordInput {
    std::string path;
    pipeline::InputKind kind;
  };

  InputStream() = default;
  absl::Status Sort(const std::string& input, bool records_wanted,
                    std::vector<std::string>* articles);
  absl::StatusOr<bool> NextArticle(InputItem* item);
  absl::StatusOr<bool> NextRecord(InputItem* item);

  std::unique_ptr<ingest::Reader> articles_;  // nullptr at its end.
  std::vector<RecordInput> record_inputs_;
  size_t next_record_input_ = 0;
  std::unique_ptr<RecordSource> records_;  // nullptr between files.
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_INPUT_STREAM_H_
