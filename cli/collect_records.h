#ifndef ONRECORD_CLI_COLLECT_RECORDS_H_
#define ONRECORD_CLI_COLLECT_RECORDS_H_

#include <vector>

#include "absl/status/status.h"
#include "cli/analysis_flags.h"
#include "cli/run_counts.h"
#include "pipeline/config.h"
#include "pipeline/record.h"

namespace onrecord::cli {

// The records of all articles and record files of the inputs, without their
// text and without those that could not be read (which only count).
//
//   Errors: those of AnalyzeInputs().
absl::Status CollectRecords(const AnalysisFlags& flags,
                            const pipeline::Config& config,
                            std::vector<pipeline::ArticleRecord>* records,
                            RunCounts* counts);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_COLLECT_RECORDS_H_
