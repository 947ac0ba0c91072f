#include "cli/collect_records.h"

#include <string>
#include <utility>

#include "cli/analyze_inputs.h"

namespace onrecord::cli {

absl::Status ForEachRecord(
    const AnalysisFlags& flags, const pipeline::Config& config,
    const std::function<absl::Status(pipeline::ArticleRecord)>& take,
    RunCounts* counts) {
  InputStreamOptions options;
  options.reader = ReaderOptionsOf(flags);
  options.records = true;
  return AnalyzeInputs<pipeline::ArticleRecord>(
      flags, options, config,
      [](pipeline::ArticleRecord record) {
        std::string().swap(record.article.text);
        return record;
      },
      [&](pipeline::ArticleRecord record) {
        return record.errors.empty() ? take(std::move(record))
                                     : absl::OkStatus();
      },
      counts);
}

absl::Status CollectRecords(const AnalysisFlags& flags,
                            const pipeline::Config& config,
                            std::vector<pipeline::ArticleRecord>* records,
                            RunCounts* counts) {
  return ForEachRecord(
      flags, config,
      [records](pipeline::ArticleRecord record) {
        records->push_back(std::move(record));
        return absl::OkStatus();
      },
      counts);
}

}  // namespace onrecord::cli
