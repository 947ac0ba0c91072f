#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/analysis_flags.h"
#include "cli/collect_records.h"
#include "cli/command.h"
#include "cli/knowledge_flags.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/read_file.h"
#include "pipeline/roster_file.h"
#include "pipeline/suggest_roster.h"

namespace onrecord::cli {
namespace {

struct RosterFlags {
  AnalysisFlags analysis;
  KnowledgeFlags knowledge;
  OutputFlags output;
  std::string file;  // Of `check`.
};

absl::Status RunSuggest(const RosterFlags& flags) {
  auto config = LoadConfig(flags.analysis);
  if (!config.ok()) return config.status();
  const auto options = HistoryOptionsOf(**config, flags.knowledge);
  if (!options.ok()) return options.status();
  RunCounts counts;
  std::vector<pipeline::ArticleRecord> records;
  absl::Status status =
      CollectRecords(flags.analysis, **config, &records, &counts);
  if (!status.ok()) return status;
  const auto speakers =
      pipeline::IdentifySpeakers(std::move(records), *options);
  if (!speakers.ok()) return speakers.status();
  status = WriteOutput(flags.output.output, pipeline::SuggestRoster(*speakers));
  if (!status.ok()) return status;
  return counts.Verdict(flags.analysis.inputs, flags.analysis.max_bad_ratio);
}

absl::Status RunCheck(const RosterFlags& flags) {
  const absl::StatusOr<std::string> text = ReadFile(flags.file);
  if (!text.ok()) return text.status();
  const auto roster = pipeline::ReadRoster(flags.file, *text);
  if (!roster.ok()) return roster.status();
  return WriteOutput(
      "-", absl::StrCat(flags.file, ": ", roster->size(),
                        roster->size() == 1 ? " entry" : " entries", ", ok\n"));
}

}  // namespace

Action AddRoster(CLI::App& app) {
  auto flags = std::make_shared<RosterFlags>();
  CLI::App* command = app.add_subcommand(
      "roster", "Draft a file of known speakers from articles, or check one");
  command->require_subcommand(1);
  CLI::App* suggest = command->add_subcommand(
      "suggest", "Write a draft: everybody quoted, with names and offices");
  AddAnalysisFlags(*suggest,
                   "Articles or record files: files, folders, or - for "
                   "standard input",
                   &flags->analysis);
  AddKnowledgeFlags(*suggest, &flags->knowledge);
  AddOutputFlags(*suggest, {Format::kTextproto}, &flags->output);
  CLI::App* check = command->add_subcommand(
      "check", "Say whether a roster can be read, else where it is wrong");
  check->add_option("FILE", flags->file, "Roster file; - is standard input")
      ->required();
  return [flags, suggest] {
    return suggest->parsed() ? RunSuggest(*flags) : RunCheck(*flags);
  };
}

}  // namespace onrecord::cli
