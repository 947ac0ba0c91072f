#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/read_history.h"
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

absl::Status WriteWhole(const std::string& path, absl::string_view bytes) {
  absl::StatusOr<OutputFile> out = OutputFile::Open(path);
  if (!out.ok()) return out.status();
  const absl::Status status = out->Write(bytes);
  return status.ok() ? out->Close() : status;
}

// The history first: the page is never there without what it shows.
absl::Status WriteFolder(const std::string& folder, absl::string_view history) {
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
    return IoError(folder, "make the folder", errno);
  }
  const absl::Status status =
      WriteWhole(absl::StrCat(folder, "/history.binpb"), history);
  return status.ok() ? WriteWhole(absl::StrCat(folder, "/index.html"),
                                  dashboard::Page())
                     : status;
}

absl::Status RunReport(const ReportFlags& flags) {
  const absl::StatusOr<CheckedHistory> checked = ReadHistory(flags.history);
  if (!checked.ok()) return checked.status();
  if (IsFolder(flags.output)) return WriteFolder(flags.output, checked->bytes);
  return WriteWhole(flags.output, dashboard::PageWithHistory(checked->bytes));
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
