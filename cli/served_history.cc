#include "cli/served_history.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/gzip.h"
#include "pipeline/message_text.h"
#include "text/sha256.h"

namespace onrecord::cli {
namespace {

std::string Write(const v1::History& history, const Rendering& rendering) {
  std::string bytes = rendering.json ? pipeline::ToIndentedJson(history)
                                     : history.SerializeAsString();
  return rendering.gzip ? Gzip(bytes) : bytes;
}

}  // namespace

std::string EntityTag(const std::vector<absl::string_view>& parts) {
  const std::string digest = text::Sha256Hex(absl::StrJoin(parts, " "));
  return absl::StrCat("\"", digest.substr(0, 32), "\"");
}

std::string HistorySnapshot::ETag(const Rendering& rendering) const {
  return EntityTag({sha256_, rendering.json ? "json" : "binpb",
                    rendering.gzip ? "gzip" : "plain", rendering.query});
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
    std::unique_ptr<HistorySource> source) {
  std::unique_ptr<ServedHistory> served(new ServedHistory(std::move(source)));
  const absl::Status status = served->Refresh();
  if (!status.ok()) return status;
  return served;
}

std::shared_ptr<const HistorySnapshot> ServedHistory::Latest() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return latest_;
}

absl::Status ServedHistory::Refresh() {
  auto state = source_->ReadIfChanged();
  if (!state.ok()) return state.status();
  if (!state->has_value()) return absl::OkStatus();
  auto snapshot = std::make_shared<const HistorySnapshot>(*std::move(*state));
  const std::lock_guard<std::mutex> lock(mutex_);
  latest_ = std::move(snapshot);
  changed_.notify_all();
  return absl::OkStatus();
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
