#ifndef ONRECORD_CLI_COLLECT_RECORDS_H_
#define ONRECORD_CLI_COLLECT_RECORDS_H_

#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "cli/analysis_flags.h"
#include "cli/run_counts.h"
#include "pipeline/config.h"
#include "pipeline/record.h"

namespace onrecord::cli {

// Gives out the records of all articles and record files of the inputs, without
// their text and without those that could not be read (which only count), in
// the order of the inputs.
//
//   Errors: those of AnalyzeInputs() and of `take`.
absl::Status ForEachRecord(
    const AnalysisFlags& flags, const pipeline::Config& config,
    const std::function<absl::Status(pipeline::ArticleRecord)>& take,
    RunCounts* counts);

// The same into a list. An article that is there twice counts once.
absl::Status CollectRecords(const AnalysisFlags& flags,
                            const pipeline::Config& config,
                            std::vector<pipeline::ArticleRecord>* records,
                            RunCounts* counts);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_COLLECT_RECORDS_H_
