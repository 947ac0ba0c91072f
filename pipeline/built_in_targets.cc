#include "pipeline/built_in_targets.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "data/embedded.h"
#include "stance/scorer.h"
#include "stance/target_proto.h"

namespace onrecord::pipeline {
namespace {

constexpr absl::string_view kFolder = "targets/";
constexpr absl::string_view kEnding = ".txtpb";

}  // namespace

std::vector<std::string> BuiltInTargets() {
  std::vector<std::string> names;
  for (const data::EmbeddedFile& file : data::EmbeddedFiles()) {
    absl::string_view name = file.name;
    if (absl::ConsumePrefix(&name, kFolder) &&
        absl::ConsumeSuffix(&name, kEnding)) {
      names.emplace_back(name);
    }
  }
  return names;
}

absl::string_view BuiltInTargetFile(absl::string_view name) {
  return data::EmbeddedContents(absl::StrCat(kFolder, name, kEnding));
}

absl::StatusOr<std::vector<stance::Target>> ParseBuiltInTargets() {
  std::vector<stance::Target> targets;
  for (const std::string& name : BuiltInTargets()) {
    absl::StatusOr<stance::Target> target =
        stance::ParseTarget(name, BuiltInTargetFile(name));
    if (!target.ok()) return target.status();
    targets.push_back(*std::move(target));
  }
  return targets;
}

absl::Status RegisterTargets(std::vector<stance::Target> more,
                             text::Lexicon::Builder* builder) {
  absl::StatusOr<std::vector<stance::Target>> targets = ParseBuiltInTargets();
  if (!targets.ok()) return targets.status();
  std::move(more.begin(), more.end(), std::back_inserter(*targets));
  stance::RegisterWords(*targets, builder);
  return absl::OkStatus();
}

}  // namespace onrecord::pipeline
