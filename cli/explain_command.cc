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
#include "cli/explain_lines.h"
#include "cli/explain_text.h"
#include "cli/knowledge_flags.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/speakers_text.h"
#include "pipeline/record_proto.h"

namespace onrecord::cli {
namespace {

struct ExplainFlags {
  AnalysisFlags analysis;
  KnowledgeFlags knowledge;
  OutputFlags output;
  bool lines = false;
  bool speakers = false;
};

std::string Explain(const pipeline::ArticleRecord& record, bool lines,
                    const Terminal& terminal) {
  const v1::ArticleRecord proto = pipeline::ToProto(record);
  return Visible(lines ? ExplainLines(proto)
                       : absl::StrCat(ExplainText(proto, terminal), "\n"));
}

// Who is who in all inputs together.
absl::Status ExplainSpeakers(const ExplainFlags& flags,
                             const pipeline::Config& config, OutputFile* out) {
  const auto options = HistoryOptionsOf(config, flags.knowledge);
  if (!options.ok()) return options.status();
  RunCounts counts;
  std::vector<pipeline::ArticleRecord> records;
  absl::Status status =
      CollectRecords(flags.analysis, config, &records, &counts);
  if (!status.ok()) return status;
  const auto speakers =
      pipeline::IdentifySpeakers(std::move(records), *options);
  if (!speakers.ok()) return speakers.status();
  status = out->Write(
      Visible(SpeakersText(*speakers, DetectTerminal(flags.output.color))));
  if (status.ok()) status = out->Close();
  if (!status.ok()) return status;
  return counts.Verdict(flags.analysis.inputs, flags.analysis.max_bad_ratio);
}

absl::Status RunExplain(const ExplainFlags& flags) {
  auto config = LoadConfig(flags.analysis);
  if (!config.ok()) return config.status();
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output.output);
  if (!out.ok()) return out.status();
  if (flags.speakers) return ExplainSpeakers(flags, **config, &*out);
  const Terminal terminal = DetectTerminal(flags.output.color);
  InputStreamOptions options;
  options.reader = ReaderOptionsOf(flags.analysis);
  options.records = true;
  RunCounts counts;
  absl::Status status = AnalyzeInputs<std::string>(
      flags.analysis, options, **config,
      [&](const pipeline::ArticleRecord& record) {
        return Explain(record, flags.lines, terminal);
      },
      [&](const std::string& text) { return out->Write(text); }, &counts);
  if (status.ok()) status = out->Close();
  if (!status.ok()) return status;
  return counts.Verdict(flags.analysis.inputs, flags.analysis.max_bad_ratio);
}

}  // namespace

Action AddExplain(CLI::App& app) {
  auto flags = std::make_shared<ExplainFlags>();
  CLI::App* command = app.add_subcommand(
      "explain",
      "Show articles with every quotation, speaker, rule and stance marked");
  AddAnalysisFlags(*command, "Articles or records with their text",
                   &flags->analysis);
  AddOutputFlags(*command, {Format::kText}, &flags->output);
  command->add_flag("--lines", flags->lines,
                    "One finding a line: FILE:LINE:COLUMN: text [rule]");
  CLI::Option* speakers =
      command
          ->add_flag(
              "--speakers", flags->speakers,
              "Who is who across all inputs: names, dated roles, and why "
              "each was taken for the same")
          ->excludes("--lines");
  AddKnowledgeFlags(*command, &flags->knowledge, speakers);
  return [flags] { return RunExplain(*flags); };
}

}  // namespace onrecord::cli
