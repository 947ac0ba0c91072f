#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/analysis_flags.h"
#include "cli/analyze_inputs.h"
#include "cli/collect_records.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/history_text.h"
#include "cli/knowledge_flags.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/selection_flags.h"
#include "cli/totals_text.h"
#include "cli/track_store.h"
#include "pipeline/build_history.h"
#include "pipeline/history_proto.h"
#include "pipeline/message_text.h"

namespace onrecord::cli {
namespace {

constexpr double kMinHalfLifeDays = 0.01;
constexpr double kMaxHalfLifeDays = 1'000'000;

struct TrackFlags {
  AnalysisFlags analysis;
  KnowledgeFlags knowledge;
  OutputFlags output;
  pipeline::Selection selection;
  std::string store;  // Path; empty: none.
  bool quick = false;
  double half_life_days =
      pipeline::BuildHistoryOptions().timelines.half_life_days;
  bool totals = false;  // In text, behind the history.
};

const std::vector<Format>& Formats() {
  static const auto* formats = new std::vector<Format>{
      Format::kBinary, Format::kJson, Format::kTextproto, Format::kText};
  return *formats;
}

// In any format but the binary one.
std::string Encode(const v1::History& history, Format format,
                   const Terminal& terminal, bool totals) {
  switch (format) {
    case Format::kJson:
      return pipeline::ToIndentedJson(history);
    case Format::kTextproto:
      return pipeline::ToTextproto(history);
    default:
      return Visible(totals ? absl::StrCat(HistoryText(history, terminal), "\n",
                                           TotalsText(history, terminal))
                            : HistoryText(history, terminal));
  }
}

absl::Status Write(pipeline::History history, const TrackFlags& flags) {
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output.output);
  if (!out.ok()) return out.status();
  const Format format = FormatOf(flags.output, Formats());
  absl::Status status =
      format == Format::kBinary
          ? pipeline::EncodeHistory(
                std::move(history),
                [&out](absl::string_view bytes) { return out->Write(bytes); })
          : out->Write(Encode(pipeline::ToProto(std::move(history)), format,
                              DetectTerminal(flags.output.color),
                              flags.totals));
  return status.ok() ? out->Close() : status;
}

// The records that the history is made of. Without a store those of the
// inputs; else those are added to it first, and all of it is read.
absl::Status Records(const TrackFlags& flags, const pipeline::Config& config,
                     std::vector<pipeline::ArticleRecord>* records,
                     RunCounts* counts) {
  const bool inputs = !flags.analysis.inputs.empty();
  absl::Status status =
      flags.store.empty()
          ? CollectRecords(flags.analysis, config, records, counts)
          : AddToStore(flags.store, flags.analysis, config, counts);
  if (!status.ok()) return status;
  if (inputs) PrintMessages({counts->Summary()});
  if (flags.store.empty() || (inputs && counts->articles == 0)) return status;
  return ReadStore(flags.store, flags.quick ? flags.selection.speaker : "",
                   records);
}

absl::Status RunTrack(const TrackFlags& flags) {
  if (flags.analysis.inputs.empty() && flags.store.empty()) {
    return UsageError("track: want an INPUT or --store, found neither");
  }
  auto config = LoadConfig(flags.analysis);
  if (!config.ok()) return config.status();
  auto options = HistoryOptionsOf(**config, flags.knowledge);
  if (!options.ok()) return options.status();
  options->selection = flags.selection;
  options->timelines.half_life_days = flags.half_life_days;
  RunCounts counts;
  std::vector<pipeline::ArticleRecord> records;
  absl::Status status = Records(flags, **config, &records, &counts);
  if (!status.ok()) return status;
  const absl::Status verdict =
      flags.analysis.inputs.empty()
          ? absl::OkStatus()
          : counts.Verdict(flags.analysis.inputs, flags.analysis.max_bad_ratio);
  if (records.empty() && !verdict.ok()) return verdict;
  auto history = pipeline::BuildHistory(std::move(records), *options);
  if (!history.ok()) return history.status();
  PrintMessages(history->warnings);
  status = Write(*std::move(history), flags);
  return status.ok() ? verdict : status;
}

// The flags that it refers to must be there.
void AddStoreFlags(CLI::App& app, TrackFlags* flags) {
  // With a store there may be nothing to add.
  app.get_option("INPUT")->required(false);
  CLI::Option* store =
      app.add_option("--store", flags->store,
                     "Keep the records in this file, and make the history of "
                     "all that it holds")
          ->type_name("FILE.db");
  app.add_flag("--quick", flags->quick,
               "Tell who the speaker is only from articles with somebody of "
               "that family name, or that body: fast, mostly the same")
      ->needs(store, app.get_option("--speaker"))
      // They may rule on articles that are not read then.
      ->excludes(app.get_option("--corrections"));
}

}  // namespace

Action AddTrack(CLI::App& app) {
  auto flags = std::make_shared<TrackFlags>();
  CLI::App* command = app.add_subcommand("track",
                                         "Read articles or records; write who "
                                         "stands where, and when that changed");
  AddAnalysisFlags(*command,
                   "Articles or record files: files, folders, or - for "
                   "standard input",
                   &flags->analysis);
  AddSelectionFlags(*command, &flags->selection);
  AddKnowledgeFlags(*command, &flags->knowledge);
  AddStoreFlags(*command, flags.get());
  command
      ->add_option("--half_life_days", flags->half_life_days,
                   "Days after which a statement counts half for where a "
                   "speaker stands")
      ->type_name("DAYS")
      ->check(CLI::Validator(
          [](const std::string& word) {
            return CheckNumber(word, kMinHalfLifeDays, kMaxHalfLifeDays);
          },
          ""))
      ->capture_default_str();
  command->add_flag("--totals", flags->totals,
                    "In text, add counts by country, organisation and month, "
                    "and who moved after whom");
  AddOutputFlags(*command, Formats(), &flags->output);
  return [flags] { return RunTrack(*flags); };
}

}  // namespace onrecord::cli
