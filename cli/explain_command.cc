#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/analysis_flags.h"
#include "cli/analyze_inputs.h"
#include "cli/command.h"
#include "cli/explain_lines.h"
#include "cli/explain_text.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "pipeline/record_proto.h"

namespace onrecord::cli {
namespace {

struct ExplainFlags {
  AnalysisFlags analysis;
  OutputFlags output;
  bool lines = false;
};

std::string Explain(const pipeline::ArticleRecord& record, bool lines,
                    const Terminal& terminal) {
  const v1::ArticleRecord proto = pipeline::ToProto(record);
  return lines ? ExplainLines(proto)
               : absl::StrCat(ExplainText(proto, terminal), "\n");
}

absl::Status RunExplain(const ExplainFlags& flags) {
  auto config = LoadConfig(flags.analysis);
  if (!config.ok()) return config.status();
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output.output);
  if (!out.ok()) return out.status();
  const Terminal terminal = DetectTerminal(flags.output.color);
  InputStreamOptions options;
  options.published = flags.analysis.published;
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
  return [flags] { return RunExplain(*flags); };
}

}  // namespace onrecord::cli
