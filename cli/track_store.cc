#include "cli/track_store.h"

#include <cstdio>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "cli/collect_records.h"
#include "cli/labels.h"
#include "store/store.h"

namespace onrecord::cli {
namespace {

using pipeline::ArticleRecord;

// What one transaction adds. A commit waits for the disk; so few of them cost
// little, and what a crash takes away is done again in a moment.
constexpr size_t kBatchRecords = 256;

// Puts records into a store, batch by batch. Opens it for the first one.
class BatchWriter {
 public:
  explicit BatchWriter(const std::string& path) : path_(path) {}

  absl::Status Add(ArticleRecord record) {
    if (!store_.has_value()) {
      auto store = store::Store::Open(path_, store::Access::kCreate);
      if (!store.ok()) return store.status();
      store_.emplace(*std::move(store));
    }
    batch_.push_back(std::move(record));
    return batch_.size() < kBatchRecords ? absl::OkStatus() : Flush();
  }

  absl::Status Flush() {
    if (batch_.empty()) return absl::OkStatus();
    const auto counts = store_->Add(batch_);
    if (!counts.ok()) return counts.status();
    batch_.clear();
    stored_ += counts->all();
    std::fprintf(stderr, "onrecord: %s: stored %s\n", path_.c_str(),
                 CountText(stored_, "article").c_str());
    return absl::OkStatus();
  }

 private:
  const std::string path_;
  absl::optional<store::Store> store_;
  std::vector<ArticleRecord> batch_;
  int64_t stored_ = 0;
};

}  // namespace

absl::Status StoreError(const std::string& path, const absl::Status& status) {
  if (status.code() != absl::StatusCode::kDataLoss) return status;
  return absl::DataLossError(absl::StrCat(
      status.message(), "; `onrecord rescue ", path,
      " -o RECORDS.binpb` saves what can be read of a damaged store"));
}

absl::Status AddToStore(const std::string& path, const AnalysisFlags& flags,
                        const pipeline::Config& config, RunCounts* counts) {
  if (flags.inputs.empty()) return absl::OkStatus();
  BatchWriter writer(path);
  absl::Status stored;  // Apart from what is wrong with the inputs.
  absl::Status read = ForEachRecord(
      flags, config,
      [&](ArticleRecord record) {
        stored = writer.Add(std::move(record));
        return stored;
      },
      counts);
  if (stored.ok() && read.ok()) stored = writer.Flush();
  return stored.ok() ? read : StoreError(path, stored);
}

absl::Status ReadStore(const std::string& path, const std::string& near,
                       std::vector<ArticleRecord>* records) {
  const auto store = store::Store::Open(path, store::Access::kUse);
  if (!store.ok()) return StoreError(path, store.status());
  const auto take = [records](ArticleRecord record) {
    records->push_back(std::move(record));
    return absl::OkStatus();
  };
  return StoreError(
      path, near.empty() ? store->Read(take) : store->ReadNaming(near, take));
}

}  // namespace onrecord::cli
