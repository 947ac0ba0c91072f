#include "cli/analyze_inputs.h"

#include <algorithm>
#include <cstdio>

#include "cli/terminal.h"
#include "pipeline/annotate.h"
#include "pipeline/record_proto.h"

namespace onrecord::cli {
namespace {

// A batch ends with either.
constexpr size_t kBatchItems = 64;
constexpr size_t kBatchBytes = size_t{64} << 10;
// What an item costs beside its bytes.
constexpr size_t kItemBytes = 256;

}  // namespace

absl::optional<InputBatch> ReadBatch(InputStream* stream,
                                     absl::Status* status) {
  if (!status->ok()) return absl::nullopt;
  InputBatch batch;
  size_t bytes = 0;
  while (batch.size() < kBatchItems && bytes < kBatchBytes) {
    InputItem item;
    absl::StatusOr<bool> more = stream->Next(&item);
    if (!more.ok()) *status = more.status();
    if (!more.ok() || !*more) break;
    bytes += item.bytes() + kItemBytes;
    batch.push_back(std::move(item));
  }
  if (batch.empty()) return absl::nullopt;
  return batch;
}

size_t BytesOf(const InputBatch& batch) {
  size_t bytes = 0;
  for (const InputItem& item : batch) bytes += item.bytes() + kItemBytes;
  return bytes;
}

size_t MaxBytesUnderWay(int jobs) {
  return std::max(size_t{1} << 20, 2 * jobs * kBatchBytes);
}

pipeline::ArticleRecord RecordOf(InputItem item,
                                 const pipeline::Config& config) {
  switch (item.kind) {
    case InputItem::Kind::kArticle:
      return pipeline::Annotate(std::move(item.article), config);
    case InputItem::Kind::kRecord:
      return pipeline::FromProto(item.record);
    default:
      break;
  }
  pipeline::ArticleRecord record;
  record.errors.push_back(std::move(item.message));
  record.config_sha256 = config.sha256();
  return record;
}

void PrintMessages(const std::vector<std::string>& messages) {
  for (const std::string& message : messages) {
    std::fprintf(stderr, "onrecord: %s\n", Visible(message).c_str());
  }
}

}  // namespace onrecord::cli
