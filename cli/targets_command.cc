#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "pipeline/built_in_targets.h"
#include "stance/target_proto.h"

namespace onrecord::cli {
namespace {

// Name and question of every built-in target, one a line.
absl::StatusOr<std::string> ListTargets() {
  std::string list;
  for (const std::string& name : pipeline::BuiltInTargets()) {
    auto target = stance::ParseTarget(name, pipeline::BuiltInTargetFile(name));
    if (!target.ok()) return target.status();
    absl::StrAppend(&list, target->name, "\t", target->question, "\n");
  }
  return list;
}

absl::StatusOr<std::string> TargetFile(const std::string& name) {
  const absl::string_view file = pipeline::BuiltInTargetFile(name);
  if (!file.empty()) return std::string(file);
  return UsageError(absl::StrCat(
      "targets: want one of ", absl::StrJoin(pipeline::BuiltInTargets(), ", "),
      ", found ", name));
}

absl::Status RunTargets(const std::string& name) {
  absl::StatusOr<std::string> text =
      name.empty() ? ListTargets() : TargetFile(name);
  if (!text.ok()) return text.status();
  absl::StatusOr<OutputFile> out = OutputFile::Open("-");
  if (!out.ok()) return out.status();
  absl::Status status = out->Write(*text);
  return status.ok() ? out->Close() : status;
}

}  // namespace

Action AddTargets(CLI::App& app) {
  auto name = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("targets",
                                         "List the built-in targets and their "
                                         "questions, or print the file of one");
  command->add_option("NAME", *name, "Target whose file to print");
  return [name] { return RunTargets(*name); };
}

}  // namespace onrecord::cli
