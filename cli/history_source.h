#ifndef ONRECORD_CLI_HISTORY_SOURCE_H_
#define ONRECORD_CLI_HISTORY_SOURCE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "cli/analysis_flags.h"
#include "cli/knowledge_flags.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// A history as its source held it once.
struct HistoryState {
  v1::History history;
  std::string sha256;  // Of its bytes.
};

// Where a history comes from that may change while it is served.
//
//   Threads: one at a time.
class HistorySource {
 public:
  virtual ~HistorySource() = default;

  // The history, if it may be another one than that of the last call; the
  // first call always gives one or an error. What cannot be read is tried again
  // when it has changed, or where another try may help; an error can come more
  // than once.
  virtual absl::StatusOr<absl::optional<HistoryState>> ReadIfChanged() = 0;
};

// A file that `track` wrote. Changed is what was replaced or written to.
// Errors: see LoadHistory().
std::unique_ptr<HistorySource> HistoryFileSource(std::string path);

// The store at `path`, which is only read: the history that `track --store`
// makes of all its records with the same flags. Changed is what another
// program committed to. After a reading that took long no other one begins for
// as long again.
// Errors: those of LoadConfig() and HistoryOptionsOf(); later those of
// store::Store, see StoreError().
absl::StatusOr<std::unique_ptr<HistorySource>> StoreSource(
    std::string path, const AnalysisFlags& analysis,
    const KnowledgeFlags& knowledge);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HISTORY_SOURCE_H_
