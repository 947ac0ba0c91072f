#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "cli/analyze_inputs.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/labels.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/record_writer.h"
#include "store/rescue.h"

namespace onrecord::cli {
namespace {

struct RescueFlags {
  std::string store;
  OutputFlags output;
};

// "saved 118 articles, lost 2 articles"
std::string Report(const store::RescueCounts& counts) {
  std::string report =
      absl::StrCat("saved ", CountText(counts.saved, "article"), ", lost ");
  if (counts.all_known)
    return absl::StrCat(report, CountText(counts.lost, "article"));
  return absl::StrCat(report, "at least ", counts.lost,
                      ": the list of what was in it is damaged");
}

// Good only if nothing was lost.
absl::Status Verdict(const std::string& path,
                     const store::RescueCounts& counts) {
  const std::string message = absl::StrCat(path, ": ", Report(counts));
  if (counts.lost > 0 || !counts.all_known) return BadDataError(message);
  PrintMessages({message});
  return absl::OkStatus();
}

absl::Status RunRescue(const RescueFlags& flags) {
  std::error_code none;
  if (std::filesystem::equivalent(flags.store, flags.output.output, none)) {
    return UsageError(absl::StrCat(
        flags.store, ": want another file for the records, found the store"));
  }
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output.output);
  if (!out.ok()) return out.status();
  RecordWriter writer(FormatOf(flags.output, RecordFormats()),
                      DetectTerminal(flags.output.color), &*out);
  const auto counts =
      store::RescueRecords(flags.store, [&](absl::string_view record) {
        return writer.Write(writer.Encode(std::string(record)));
      });
  if (!counts.ok()) return counts.status();
  if (counts->saved == 0 && !counts->all_known) {
    return BadDataError(
        absl::StrCat(flags.store, ": want a store, found no article in it"));
  }
  const absl::Status status = writer.Close();
  return status.ok() ? Verdict(flags.store, *counts) : status;
}

}  // namespace

Action AddRescue(CLI::App& app) {
  auto flags = std::make_shared<RescueFlags>();
  CLI::App* command = app.add_subcommand(
      "rescue",
      "Write what can be read of a damaged store as a record file; fails if "
      "something was lost");
  command->add_option("STORE", flags->store, "File of `track --store`")
      ->required();
  AddOutputFlags(*command, RecordFormats(), &flags->output);
  return [flags] { return RunRescue(*flags); };
}

}  // namespace onrecord::cli
