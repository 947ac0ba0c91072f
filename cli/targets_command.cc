#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/analysis_flags.h"
#include "cli/check_target_text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
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

absl::Status Print(const absl::StatusOr<std::string>& text) {
  if (!text.ok()) return text.status();
  absl::StatusOr<OutputFile> out = OutputFile::Open("-");
  if (!out.ok()) return out.status();
  absl::Status status = out->Write(*text);
  return status.ok() ? out->Close() : status;
}

struct TargetsFlags {
  std::string name;
  std::string file;  // Of `check`.
  AnalysisFlags analysis;
};

absl::Status RunCheck(TargetsFlags& flags) {
  flags.analysis.targets = {flags.file};
  const auto text = CheckTargetText(flags.analysis);
  if (!text.ok()) return text.status();
  return Print(Visible(*text));
}

}  // namespace

Action AddTargets(CLI::App& app) {
  auto flags = std::make_shared<TargetsFlags>();
  CLI::App* command = app.add_subcommand(
      "targets",
      "List the built-in targets, print the file of one, or check one");
  command->add_option("NAME", flags->name, "Target whose file to print");
  CLI::App* check = command->add_subcommand(
      "check",
      "Say what looks wrong with a target file, and what its words match");
  check->add_option("FILE", flags->file, "Target file FILE.txtpb, or a name")
      ->required();
  check->add_option("INPUT", flags->analysis.inputs,
                    "Articles to try it on: files, folders, or -");
  return [flags, check] {
    if (check->parsed()) return RunCheck(*flags);
    return Print(flags->name.empty() ? ListTargets() : TargetFile(flags->name));
  };
}

}  // namespace onrecord::cli
