#ifndef ONRECORD_PIPELINE_BUILT_IN_TARGETS_H_
#define ONRECORD_PIPELINE_BUILT_IN_TARGETS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "stance/target.h"
#include "text/lexicon.h"

namespace onrecord::pipeline {

// The targets that the program brings with it, by name.
std::vector<std::string> BuiltInTargets();

// The file of a built-in target; empty if there is none of this name.
absl::string_view BuiltInTargetFile(absl::string_view name);

// All of them, in the order of their names.
//
//   Errors: those of ParseTarget(), a defect of the program.
absl::StatusOr<std::vector<stance::Target>> ParseBuiltInTargets();

// Lists the words of the stance tables, of all built-in targets and of `more`
// with `builder`. The built-in targets are always among them: what a word is
// must not depend on which questions are asked.
//
//   Errors: those of ParseBuiltInTargets().
absl::Status RegisterTargets(std::vector<stance::Target> more,
                             text::Lexicon::Builder* builder);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_BUILT_IN_TARGETS_H_
