#include "cli/served_history.h"

#include <cerrno>
#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"
#include "cli/gzip.h"
#include "cli/history_file.h"
#include "cli/read_file.h"
#include "pipeline/message_text.h"
#include "text/sha256.h"

namespace onrecord::cli {
namespace {

bool IsSameState(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_dev == b.st_dev &&
         a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

std::string Write(const v1::History& history, const Rendering& rendering) {
  std::string bytes = rendering.json ? pipeline::ToIndentedJson(history)
                                     : history.SerializeAsString();
  return rendering.gzip ? Gzip(bytes) : bytes;
}

}  // namespace

std::string HistorySnapshot::ETag(const Rendering& rendering) const {
  const std::string digest = text::Sha256Hex(
      absl::StrCat(sha256_, rendering.json ? " json" : " binpb",
                   rendering.gzip ? " gzip " : " plain ", rendering.query));
  return absl::StrCat("\"", digest.substr(0, 32), "\"");
}

std::shared_ptr<const std::string> HistorySnapshot::Body(
    const Rendering& rendering) const {
  if (!rendering.filter.all()) {
    return std::make_shared<const std::string>(
        Write(Filter(history_, rendering.filter), rendering));
  }
  // Under the lock: who comes second waits for the bytes of the first.
  const std::lock_guard<std::mutex> lock(mutex_);
  std::shared_ptr<const std::string>& kept = kept_[ETag(rendering)];
  if (kept == nullptr) {
    kept = std::make_shared<const std::string>(Write(history_, rendering));
  }
  return kept;
}

absl::StatusOr<std::unique_ptr<ServedHistory>> ServedHistory::Open(
    std::string path) {
  std::unique_ptr<ServedHistory> served(new ServedHistory(std::move(path)));
  // The state first: a change while we read is seen as one afterwards.
  ::stat(served->path_.c_str(), &served->seen_);
  const absl::Status status = served->Load();
  if (!status.ok()) return status;
  return served;
}

absl::Status ServedHistory::Load() {
  const absl::StatusOr<std::string> bytes = ReadFile(path_);
  if (!bytes.ok()) return bytes.status();
  absl::StatusOr<v1::History> history = ParseHistory(path_, *bytes);
  if (!history.ok()) return history.status();
  auto snapshot = std::make_shared<const HistorySnapshot>(
      *std::move(history), text::Sha256Hex(*bytes));
  const std::lock_guard<std::mutex> lock(mutex_);
  latest_ = std::move(snapshot);
  changed_.notify_all();
  return absl::OkStatus();
}

std::shared_ptr<const HistorySnapshot> ServedHistory::Latest() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return latest_;
}

absl::Status ServedHistory::Refresh() {
  struct stat now = {};
  const bool there = ::stat(path_.c_str(), &now) == 0;
  const int error = errno;
  if (IsSameState(now, seen_)) return absl::OkStatus();
  seen_ = now;
  return there ? Load() : IoError(path_, "read", error);
}

std::shared_ptr<const HistorySnapshot> ServedHistory::WaitForOther(
    const std::string& sha256, absl::Duration limit) const {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait_for(lock, absl::ToChronoMilliseconds(limit),
                    [&] { return stopped_ || latest_->sha256() != sha256; });
  return stopped_ ? nullptr : latest_;
}

void ServedHistory::Stop() {
  const std::lock_guard<std::mutex> lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

}  // namespace onrecord::cli
