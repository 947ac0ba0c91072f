#ifndef ONRECORD_CLI_SERVED_HISTORY_H_
#define ONRECORD_CLI_SERVED_HISTORY_H_

#include <sys/stat.h>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "cli/history_filter.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// One way to write a history.
struct Rendering {
  bool json = false;  // Else protobuf.
  bool gzip = false;
  HistoryFilter filter;
  std::string query;  // Tells filters apart: the same filter, the same string.
};

// A history as it stood in its file once, written in several ways. The ways
// that need no filter are kept.
//
//   Threads: share freely.
class HistorySnapshot {
 public:
  // `sha256` is that of the file's bytes.
  HistorySnapshot(v1::History history, std::string sha256)
      : history_(std::move(history)), sha256_(std::move(sha256)) {}

  const std::string& sha256() const { return sha256_; }
  // A strong entity tag: the same for the same bytes, quotes included.
  std::string ETag(const Rendering& rendering) const;
  std::shared_ptr<const std::string> Body(const Rendering& rendering) const;

 private:
  const v1::History history_;
  const std::string sha256_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const std::string>> kept_;
};

// The history of a file that may be replaced while it is served.
//
//   Threads: one may call Refresh(), all others everything else.
class ServedHistory {
 public:
  // Errors: see LoadHistory().
  static absl::StatusOr<std::unique_ptr<ServedHistory>> Open(std::string path);

  // The latest good one; never null.
  std::shared_ptr<const HistorySnapshot> Latest() const;

  // Reads the file again if it was replaced or written to. An error is told
  // once for each state of the file; the latest good history stays.
  absl::Status Refresh();

  // Waits until there is another history than that with this SHA-256, for
  // `limit` at most, or until Stop(). The latest one then, or null after
  // Stop().
  std::shared_ptr<const HistorySnapshot> WaitForOther(
      const std::string& sha256, absl::Duration limit) const;

  // Ends all waiting, for good.
  void Stop();

 private:
  explicit ServedHistory(std::string path) : path_(std::move(path)) {}
  absl::Status Load();

  const std::string path_;
  struct stat seen_ = {};  // The file's state when it was last read.
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const HistorySnapshot> latest_;
  bool stopped_ = false;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_SERVED_HISTORY_H_
