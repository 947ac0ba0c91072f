#ifndef ONRECORD_CLI_SERVED_HISTORY_H_
#define ONRECORD_CLI_SERVED_HISTORY_H_

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "cli/history_filter.h"
#include "cli/history_source.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// A strong entity tag of what these parts tell apart, quotes included.
std::string EntityTag(const std::vector<absl::string_view>& parts);

// One way to write a history.
struct Rendering {
  bool json = false;  // Else protobuf.
  bool gzip = false;
  HistoryFilter filter;
  std::string query;  // Tells filters apart: the same filter, the same string.
};

// A history as its source held it once, written in several ways. The ways
// that need no filter are kept.
//
//   Threads: share freely.
class HistorySnapshot {
 public:
  explicit HistorySnapshot(HistoryState state)
      : history_(std::move(state.history)), sha256_(std::move(state.sha256)) {}

  const v1::History& history() const { return history_; }
  const std::string& sha256() const { return sha256_; }
  std::string ETag(const Rendering& rendering) const;
  std::shared_ptr<const std::string> Body(const Rendering& rendering) const;

 private:
  const v1::History history_;
  const std::string sha256_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const std::string>> kept_;
};

// The history of a source that may change while it is served.
//
//   Threads: one may call Refresh(), all others everything else.
class ServedHistory {
 public:
  // Errors: those of the source.
  static absl::StatusOr<std::unique_ptr<ServedHistory>> Open(
      std::unique_ptr<HistorySource> source);

  // The latest good one; never null.
  std::shared_ptr<const HistorySnapshot> Latest() const;

  // Looks at the source again. After an error, which may come more than once,
  // the latest good history stays.
  absl::Status Refresh();

  // Waits until there is another history than that with this SHA-256, for
  // `limit` at most, or until Stop(). The latest one then, or null after
  // Stop().
  std::shared_ptr<const HistorySnapshot> WaitForOther(
      const std::string& sha256, absl::Duration limit) const;

  // Ends all waiting, for good.
  void Stop();

 private:
  explicit ServedHistory(std::unique_ptr<HistorySource> source)
      : source_(std::move(source)) {}

  const std::unique_ptr<HistorySource> source_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const HistorySnapshot> latest_;
  bool stopped_ = false;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_SERVED_HISTORY_H_
