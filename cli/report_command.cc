#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/history_file.h"
#include "cli/output_file.h"
#include "cli/read_file.h"
#include "dashboard/page.h"

namespace onrecord::cli {
namespace {

struct ReportFlags {
  std::string history;
  std::string output;
};

bool IsFolder(const std::string& path) {
  struct stat found;
  return absl::EndsWith(path, "/") ||
         (::stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode));
}

// The history first: the page is never there without what it shows.
absl::Status WriteFolder(const std::string& folder, absl::string_view history) {
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
    return IoError(folder, "make the folder", errno);
  }
  const absl::Status status =
      WriteOutput(absl::StrCat(folder, "/history.binpb"), history);
  return status.ok() ? WriteOutput(absl::StrCat(folder, "/index.html"),
                                   dashboard::PageBesideHistory())
                     : status;
}

absl::Status RunReport(const ReportFlags& flags) {
  const absl::StatusOr<std::string> bytes = ReadFile(flags.history);
  if (!bytes.ok()) return bytes.status();
  const absl::Status good = ParseHistory(flags.history, *bytes).status();
  if (!good.ok()) return good;
  if (IsFolder(flags.output)) return WriteFolder(flags.output, *bytes);
  return WriteOutput(flags.output, dashboard::PageWithHistory(*bytes));
}

}  // namespace

Action AddReport(CLI::App& app) {
  auto flags = std::make_shared<ReportFlags>();
  CLI::App* command = app.add_subcommand(
      "report", "Make a page for the browser of a history (from track)");
  command->add_option("HISTORY", flags->history, "History; - is the input")
      ->required();
  command->add_option(
      "-o,--output", flags->output,
      "One file with everything, or a folder (DIR/) with index.html and "
      "history.binpb for a web server; default: the standard output");
  return [flags] { return RunReport(*flags); };
}

}  // namespace onrecord::cli
