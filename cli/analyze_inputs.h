#ifndef ONRECORD_CLI_ANALYZE_INPUTS_H_
#define ONRECORD_CLI_ANALYZE_INPUTS_H_

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/optional.h"
#include "cli/analysis_flags.h"
#include "cli/input_stream.h"
#include "cli/progress.h"
#include "cli/run_counts.h"
#include "pipeline/config.h"
#include "pipeline/ordered_workers.h"
#include "pipeline/record.h"

namespace onrecord::cli {

// Inputs that travel together: large enough that threads seldom meet.
using InputBatch = std::vector<InputItem>;

// Reads the next batch; nullopt at the end or after an error, which is put into
// `status`.
absl::optional<InputBatch> ReadBatch(InputStream* stream, absl::Status* status);

// Roughly what its items take in their inputs.
size_t BytesOf(const InputBatch& batch);

// How much of the inputs may be under way on so many threads: enough that none
// waits, and that a long article is worked on alone.
size_t MaxBytesUnderWay(int jobs);

// The record of one item: of an article, the analysis; an error is a record
// without quotations.
pipeline::ArticleRecord RecordOf(InputItem item,
                                 const pipeline::Config& config);

// Prints what a reader should know on the standard error.
void PrintMessages(const std::vector<std::string>& messages);

// Everything that came of a batch, in order.
template <typename T>
struct BatchResult {
  std::vector<T> values;
  RunCounts counts;
  std::vector<std::string> messages;  // Errors and warnings.
};

// Analyses all articles of the inputs on several threads.
//
//   `make`  makes of a record what `take` wants; on any thread.
//   `take`  takes the results in input order; on the caller's thread. An error
//           ends the run.
//   Errors: those of reading and of `take`. Bad articles only count.
//   Prints: errors and warnings about articles, on the standard error; and how
//           far it is, if that is a terminal.
template <typename T>
absl::Status AnalyzeInputs(
    const AnalysisFlags& flags, const InputStreamOptions& options,
    const pipeline::Config& config,
    const std::function<T(pipeline::ArticleRecord)>& make,
    const std::function<absl::Status(T)>& take, RunCounts* counts) {
  using Result = BatchResult<T>;
  absl::StatusOr<std::unique_ptr<InputStream>> stream =
      InputStream::Open(flags.inputs, options, config.lexicon());
  if (!stream.ok()) return stream.status();
  absl::Status read, taken;
  Progress progress(flags.inputs);
  const auto work = [&](InputBatch batch) {
    Result result;
    for (InputItem& item : batch) {
      result.counts.bytes += static_cast<int64_t>(item.bytes());
      if (!item.message.empty()) result.messages.push_back(item.message);
      if (item.kind == InputItem::Kind::kWarning) continue;
      for (const std::string& w : item.article.warnings) {
        result.messages.push_back(w);
      }
      pipeline::ArticleRecord record = RecordOf(std::move(item), config);
      result.counts.Count(record);
      result.values.push_back(make(std::move(record)));
    }
    return result;
  };
  const auto done = [&](Result result) {
    if (!result.messages.empty()) progress.Clear();
    PrintMessages(result.messages);
    counts->Add(result.counts);
    progress.Update(*counts);
    for (T& value : result.values) {
      taken = take(std::move(value));
      if (!taken.ok()) return false;
    }
    return true;
  };
  using Workers = pipeline::OrderedWorkers<InputBatch, Result>;
  typename Workers::Limits limits;
  limits.jobs = JobsOf(flags);
  limits.max_weight = MaxBytesUnderWay(limits.jobs);
  limits.weigh = BytesOf;
  Workers::Run(
      limits, [&] { return ReadBatch(stream->get(), &read); }, work, done);
  progress.Clear();
  return taken.ok() ? read : taken;
}

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_ANALYZE_INPUTS_H_
