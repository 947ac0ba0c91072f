#ifndef ONRECORD_CLI_RECORD_ANSWER_H_
#define ONRECORD_CLI_RECORD_ANSWER_H_

#include <memory>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "cli/gzip.h"
#include "cli/history_filter.h"
#include "pipeline/record_file.h"
#include "proto/history.pb.h"
#include "proto/record.pb.h"
#include "store/record_stream.h"

namespace onrecord::cli {

// Which article records are asked for.
class RecordFilter {
 public:
  // Of `asked` the speakers, outlets and dates count. `history` tells the names
  // of an asked speaker, and which articles print what they said.
  RecordFilter(const HistoryFilter& asked, const v1::History& history);

  // Whether the article is of an asked outlet, was published in time (one
  // without a date is in time for open bounds only), and quotes an asked
  // speaker: somebody who has the asked id in this article, or one of the names
  // of whom the history knows by that id; or is a source of theirs.
  bool Wants(const v1::ArticleRecord& record) const;

 private:
  bool Quotes(const v1::ArticleRecord& record) const;

  HistoryFilter asked_;
  std::set<std::string> names_;     // All names of the asked speakers.
  std::set<std::string> articles_;  // Ids of articles that print them.
};

// The wanted records of a store as the bytes of a record file, maybe
// compressed, piece by piece.
//
//   Memory:  a piece and a record.
//   Threads: one at a time.
class RecordAnswer {
 public:
  RecordAnswer(std::unique_ptr<store::RecordStream> records,
               RecordFilter filter, bool gzip);

  // Puts the next piece into `piece`, never an empty one; false at the end.
  // Errors: those of the stream; the file that was begun stays without an end
  // then, which its readers notice.
  absl::StatusOr<bool> Next(std::string* piece);

 private:
  absl::Status Fill(std::string* piece);

  const std::unique_ptr<store::RecordStream> records_;
  const RecordFilter filter_;
  pipeline::RecordFileEncoder encoder_;
  absl::optional<GzipEncoder> gzip_;
  bool done_ = false;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_RECORD_ANSWER_H_
