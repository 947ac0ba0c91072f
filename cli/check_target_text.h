#ifndef ONRECORD_CLI_CHECK_TARGET_TEXT_H_
#define ONRECORD_CLI_CHECK_TARGET_TEXT_H_

#include <string>

#include "absl/status/statusor.h"
#include "cli/analysis_flags.h"

namespace onrecord::cli {

// What is probably wrong with the one target of `flags`, and which of its words
// the inputs hold: how often, on which side, and where first.
//
//   Errors: a target or an input that cannot be read.
absl::StatusOr<std::string> CheckTargetText(const AnalysisFlags& flags);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_CHECK_TARGET_TEXT_H_
