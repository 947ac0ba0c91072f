#include <CLI/CLI.hpp>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/record_source.h"
#include "cli/record_writer.h"

namespace onrecord::cli {
namespace {

struct MergeFlags {
  std::vector<std::string> inputs;
  OutputFlags output;
};

// Records by article id, then content, then bytes; each once.
using RecordSet = std::set<std::tuple<std::string, std::string, std::string>>;

absl::Status AddRecords(const std::string& path, RecordSet* records) {
  absl::StatusOr<pipeline::InputKind> kind = DetectInput(path);
  if (!kind.ok()) return kind.status();
  if (*kind != pipeline::InputKind::kRecordFile &&
      *kind != pipeline::InputKind::kRecordLines) {
    return BadDataError(absl::StrCat(
        path, ": want a record file of `onrecord extract`, found other data"));
  }
  absl::StatusOr<std::unique_ptr<RecordSource>> source =
      RecordSource::Open(path, *kind);
  if (!source.ok()) return source.status();
  v1::ArticleRecord record;
  while (true) {
    absl::StatusOr<bool> more = (*source)->Next(&record);
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
    records->emplace(record.article().id(), record.article().content_sha256(),
                     record.SerializeAsString());
  }
}

absl::Status RunMerge(const MergeFlags& flags) {
  RecordSet records;
  for (const std::string& input : flags.inputs) {
    absl::Status status = AddRecords(input, &records);
    if (!status.ok()) return status;
  }
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output.output);
  if (!out.ok()) return out.status();
  RecordWriter writer(FormatOf(flags.output, RecordFormats()),
                      DetectTerminal(flags.output.color));
  std::string bytes;
  for (const auto& [id, content, record] : records) {
    bytes.clear();
    writer.Add(writer.Encode(record), &bytes);
    absl::Status status = out->Write(bytes);
    if (!status.ok()) return status;
  }
  bytes.clear();
  writer.Finish(&bytes);
  absl::Status status = out->Write(bytes);
  return status.ok() ? out->Close() : status;
}

}  // namespace

Action AddMerge(CLI::App& app) {
  auto flags = std::make_shared<MergeFlags>();
  CLI::App* command = app.add_subcommand(
      "merge",
      "Put record files together: each record once, in canonical order");
  command
      ->add_option("RECORDS", flags->inputs,
                   "Record files; - is standard input")
      ->required();
  AddOutputFlags(*command, RecordFormats(), &flags->output);
  return [flags] { return RunMerge(*flags); };
}

}  // namespace onrecord::cli
