#include "cli/collect_records.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "cli/analyze_inputs.h"
#include "pipeline/corpus.h"

namespace onrecord::cli {
namespace {

// Counts articles that were read more than once as one, as histories do.
void CountOnce(const std::vector<pipeline::ArticleRecord>& records,
               RunCounts* counts) {
  RunCounts once;
  absl::flat_hash_set<std::pair<absl::string_view, absl::string_view>> seen;
  for (const pipeline::ArticleRecord& record : records) {
    if (seen.insert(pipeline::KeyOf(record)).second) {
      once.Count(record);
    } else {
      ++once.repeats;
    }
  }
  counts->articles = once.articles;
  counts->repeats = once.repeats;
  counts->quotes = once.quotes;
  counts->attributed = once.attributed;
}

}  // namespace

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
  absl::Status status = ForEachRecord(
      flags, config,
      [records](pipeline::ArticleRecord record) {
        records->push_back(std::move(record));
        return absl::OkStatus();
      },
      counts);
  if (status.ok()) CountOnce(*records, counts);
  return status;
}

}  // namespace onrecord::cli
