#ifndef ONRECORD_CLI_TRACK_STORE_H_
#define ONRECORD_CLI_TRACK_STORE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "cli/analysis_flags.h"
#include "cli/run_counts.h"
#include "pipeline/config.h"
#include "pipeline/record.h"

namespace onrecord::cli {

// Adds the records of the inputs, if there are any, to the store at `path`,
// which is made if it is missing. Nothing is made where an input cannot be
// read. After each batch, which is in the file then, it prints on the standard
// error "PATH: stored N articles": so many of this run.
//
//   Errors: those of ForEachRecord() and of the store, see StoreError().
absl::Status AddToStore(const std::string& path, const AnalysisFlags& flags,
                        const pipeline::Config& config, RunCounts* counts);

// All records of the store at `path`. With a name or id in `near` only those of
// articles in which somebody of that family name, or that body, speaks.
absl::Status ReadStore(const std::string& path, const std::string& near,
                       std::vector<pipeline::ArticleRecord>* records);

// What a user reads of an error of a store: for a damaged file it names the
// command that saves what is left.
absl::Status StoreError(const std::string& path, const absl::Status& status);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_TRACK_STORE_H_
