#include "cli/history_source.h"

#include <sys/stat.h>

#include <cerrno>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "cli/exit_code.h"
#include "cli/history_file.h"
#include "cli/read_file.h"
#include "cli/track_store.h"
#include "pipeline/build_history.h"
#include "pipeline/config.h"
#include "pipeline/history_proto.h"
#include "store/store.h"
#include "text/sha256.h"

namespace onrecord::cli {
namespace {

using MaybeState = absl::StatusOr<absl::optional<HistoryState>>;

bool IsSameFile(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_dev == b.st_dev;
}

bool IsSameState(const struct stat& a, const struct stat& b) {
  return IsSameFile(a, b) && a.st_size == b.st_size &&
         a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

class FileSource : public HistorySource {
 public:
  explicit FileSource(std::string path) : path_(std::move(path)) {}

  MaybeState ReadIfChanged() override {
    // The state first: a change while we read is seen as one afterwards.
    struct stat now = {};
    const bool there = ::stat(path_.c_str(), &now) == 0;
    const int error = errno;
    if (looked_ && IsSameState(now, seen_)) {
      return absl::optional<HistoryState>();
    }
    looked_ = true;
    seen_ = now;
    if (!there) return IoError(path_, "read", error);
    const absl::StatusOr<std::string> bytes = ReadFile(path_);
    if (!bytes.ok()) return bytes.status();
    absl::StatusOr<v1::History> history = ParseHistory(path_, *bytes);
    if (!history.ok()) return history.status();
    return absl::make_optional<HistoryState>(
        {*std::move(history), text::Sha256Hex(*bytes)});
  }

 private:
  const std::string path_;
  bool looked_ = false;
  struct stat seen_ = {};  // The file's state when it was last read.
};

class DatabaseSource : public HistorySource {
 public:
  DatabaseSource(std::string path,
                 std::unique_ptr<const pipeline::Config> config,
                 pipeline::BuildHistoryOptions options)
      : path_(std::move(path)),
        config_(std::move(config)),
        options_(std::move(options)) {}

  MaybeState ReadIfChanged() override {
    if (absl::Now() < not_before_) return absl::optional<HistoryState>();
    absl::StatusOr<bool> changed = LookForChange();
    if (!changed.ok()) return Fail(changed.status());
    if (!*changed) return absl::optional<HistoryState>();
    const absl::Time begun = absl::Now();
    auto history = Make();
    const absl::Time done = absl::Now();
    not_before_ = done + (done - begun);
    if (!history.ok()) return Fail(history.status());
    std::string sha256 = text::Sha256Hex(history->SerializeAsString());
    return absl::make_optional<HistoryState>(
        {*std::move(history), std::move(sha256)});
  }

 private:
  // Whether there is something to read; notes that it was seen. Opens the
  // store where another file has its name.
  absl::StatusOr<bool> LookForChange() {
    struct stat now = {};
    if (::stat(path_.c_str(), &now) != 0) {
      store_.reset();
      return IoError(path_, "read", errno);
    }
    if (!store_.has_value() || !IsSameFile(now, file_)) {
      store_.reset();
      version_.reset();
      file_ = now;
      auto store = store::Store::Open(path_, store::Access::kRead);
      if (!store.ok()) return store.status();
      store_.emplace(*std::move(store));
    }
    // Before the records: a change while we read is seen as one afterwards.
    const auto version = store_->DataVersion();
    if (!version.ok()) return version.status();
    return std::exchange(version_, *version) != *version;
  }

  absl::StatusOr<v1::History> Make() const {
    std::vector<pipeline::ArticleRecord> records;
    absl::Status status = store_->Read([&](pipeline::ArticleRecord record) {
      records.push_back(std::move(record));
      return absl::OkStatus();
    });
    if (!status.ok()) return status;
    const auto history = pipeline::BuildHistory(std::move(records), options_);
    if (!history.ok()) return history.status();
    return pipeline::ToProto(*history);
  }

  absl::Status Fail(const absl::Status& status) {
    // Held by another program: the next call reads it.
    if (status.code() == absl::StatusCode::kUnavailable) version_.reset();
    return StoreError(path_, status);
  }

  const std::string path_;
  const std::unique_ptr<const pipeline::Config> config_;  // Of `options_`.
  const pipeline::BuildHistoryOptions options_;
  absl::optional<store::Store> store_;  // Nothing: not open.
  struct stat file_ = {};               // Of the store when it was opened.
  absl::optional<int64_t> version_;     // That was read, or could not be.
  absl::Time not_before_ = absl::InfinitePast();
};

}  // namespace

std::unique_ptr<HistorySource> HistoryFileSource(std::string path) {
  return std::make_unique<FileSource>(std::move(path));
}

absl::StatusOr<std::unique_ptr<HistorySource>> StoreSource(
    std::string path, const AnalysisFlags& analysis,
    const KnowledgeFlags& knowledge) {
  auto config = LoadConfig(analysis);
  if (!config.ok()) return config.status();
  auto options = HistoryOptionsOf(**config, knowledge);
  if (!options.ok()) return options.status();
  return std::unique_ptr<HistorySource>(std::make_unique<DatabaseSource>(
      std::move(path), *std::move(config), *std::move(options)));
}

}  // namespace onrecord::cli
