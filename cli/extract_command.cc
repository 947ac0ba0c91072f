#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/analysis_flags.h"
#include "cli/analyze_inputs.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/record_writer.h"
#include "pipeline/record_proto.h"

namespace onrecord::cli {
namespace {

struct ExtractFlags {
  AnalysisFlags analysis;
  OutputFlags output;
  bool omit_text = false;
};

absl::Status RunExtract(const ExtractFlags& flags) {
  auto config = LoadConfig(flags.analysis);
  if (!config.ok()) return config.status();
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output.output);
  if (!out.ok()) return out.status();
  RecordWriter writer(FormatOf(flags.output, RecordFormats()),
                      DetectTerminal(flags.output.color), &*out);
  InputStreamOptions options;
  options.reader = ReaderOptionsOf(flags.analysis);
  RunCounts counts;
  absl::Status status = AnalyzeInputs<std::string>(
      flags.analysis, options, **config,
      [&](pipeline::ArticleRecord record) {
        if (flags.omit_text) record.article.text.clear();
        return writer.Encode(pipeline::ToWire(record));
      },
      [&](const std::string& record) { return writer.Write(record); }, &counts);
  if (!status.ok()) return status;
  if (counts.articles + counts.bad > 0) status = writer.Close();
  if (!status.ok()) return status;
  PrintMessages({counts.Summary()});
  return counts.Verdict(flags.analysis.inputs, flags.analysis.max_bad_ratio);
}

}  // namespace

Action AddExtract(CLI::App& app) {
  auto flags = std::make_shared<ExtractFlags>();
  CLI::App* command = app.add_subcommand(
      "extract",
      "Read articles; write who said what, when and where they stand");
  AddAnalysisFlags(*command,
                   "Files of plain text or JSON lines, folders, or - for "
                   "standard input",
                   &flags->analysis);
  AddOutputFlags(*command, RecordFormats(), &flags->output);
  command->add_flag("--omit_text", flags->omit_text,
                    "Leave the articles' text out of the records");
  return [flags] { return RunExtract(*flags); };
}

}  // namespace onrecord::cli
