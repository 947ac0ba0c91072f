#include "cli/command_line.h"

#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/types/optional.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "pipeline/nearest_name.h"
#include "pipeline/version.h"

namespace onrecord::cli {
namespace {

struct Command {
  Action (*add)(CLI::App&);
  const char* example;
};

// The subcommands in the order of the help text.
constexpr Command kCommands[] = {
    {AddExtract, "extract articles/ -o records.binpb"},
    {AddTrack, "track articles/"},
    {AddMerge, "merge monday.binpb tuesday.binpb -o records.binpb"},
    {AddExplain, "explain articles/"},
    {AddVerify, "verify history.binpb"},
    {AddRescue, "rescue news.db -o saved.binpb"},
    {AddReport, "report history.binpb -o out.html"},
    {AddRoster, "roster suggest articles/ -o people.txtpb"},
    {AddTargets, "targets check harbour.txtpb"},
    {AddSchema, "schema --format=proto"},
    {AddExport, "export history.binpb --to=csv -o tables/"},
    {AddServe, "serve history.binpb"},
};

constexpr char kAbout[] =
    "Reads news and keeps the record: who said what, where they stand on a "
    "question, and when that changed.";

constexpr char kFooter[] =
    "Data goes to the standard output, everything else to the standard error.\n"
    "Exit codes: 0 ok, 64 usage, 65 bad data, 74 input/output, 75 try again.";

std::string Footer(absl::string_view example) {
  return absl::StrCat("Example: onrecord ", example, "\n", kFooter);
}

// A write to a closed pipe or a full quota is an error to handle, not a signal
// to die of.
void IgnoreWriteSignals() {
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

// `bazel run` starts programs in a folder of its own and names the caller's.
absl::Status EnterCallersFolder() {
  const char* folder = std::getenv("BUILD_WORKING_DIRECTORY");
  if (folder == nullptr || ::chdir(folder) == 0) return absl::OkStatus();
  return IoError(folder, "enter", errno);
}

int Report(const absl::Status& status) {
  if (!status.ok() && status.code() != absl::StatusCode::kCancelled) {
    std::fprintf(stderr, "onrecord: %s\n", Visible(status.message()).c_str());
  }
  return ExitCodeOf(status);
}

int Print(absl::string_view text) {
  absl::StatusOr<OutputFile> out = OutputFile::Open("-");
  absl::Status status = out.status();
  if (status.ok()) status = out->Write(text);
  if (status.ok()) status = out->Close();
  return Report(status);
}

// The innermost subcommand that the words name, else the program itself.
const CLI::App& Chosen(const CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return chosen.empty() ? app : Chosen(*chosen.front());
}

// "onrecord roster check"
std::string FullName(const CLI::App& app) {
  return app.get_parent() == nullptr
             ? app.get_name()
             : absl::StrCat(FullName(*app.get_parent()), " ", app.get_name());
}

// What could have stood there: the flags or the subcommands.
std::vector<std::string> Expected(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_lnames().empty()) {
      names.push_back(absl::StrCat("--", option->get_lnames().front()));
    }
  }
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

// Where words are left that nobody reads: the program or a subcommand of it.
const CLI::App& AtFault(const CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return chosen.empty() || !app.remaining().empty() ? app
                                                    : AtFault(*chosen.front());
}

// What to say of the first word that nobody reads.
std::string UnknownWord(const CLI::App& app) {
  const std::string word = app.remaining().front();
  const std::string name = word.substr(0, word.find('='));
  const std::string meant = pipeline::NearestName(name, Expected(app));
  absl::string_view want = "no more words";
  if (absl::StartsWith(word, "-")) {
    want = "a flag";
  } else if (app.get_require_subcommand_min() > 0) {
    want = "a subcommand";
  }
  return absl::StrCat(
      "want ", want, ", found ", word,
      meant.empty() ? "" : absl::StrCat("; is ", meant, " meant?"));
}

// What is expected is told where it is the question, not of a bad value.
int ReportUsage(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& at_fault = AtFault(app);
  const std::string name = FullName(at_fault);
  const int kind = error.get_exit_code();
  const bool missing = kind == static_cast<int>(CLI::ExitCodes::RequiredError);
  const bool unknown =
      !at_fault.remaining().empty() &&
      (missing || kind == static_cast<int>(CLI::ExitCodes::ExtrasError));
  const bool wants_subcommand = missing &&
                                at_fault.get_require_subcommand_min() > 0 &&
                                at_fault.get_subcommands().empty();
  std::fprintf(stderr, "%s: %s\n", name.c_str(),
               unknown ? UnknownWord(at_fault).c_str() : error.what());
  if (unknown || wants_subcommand) {
    std::fprintf(stderr, "expected: %s\n",
                 absl::StrJoin(Expected(at_fault), " ").c_str());
  }
  std::fprintf(stderr, "see: %s --help\n", name.c_str());
  return kExitUsage;
}

// "--speaker= sample" would take `sample` for the speaker.
absl::Status CheckValues(int argc, char** argv) {
  for (int i = 1; i < argc && absl::string_view(argv[i]) != "--"; ++i) {
    const absl::string_view word = argv[i];
    if (absl::StartsWith(word, "--") && word.find('=') == word.size() - 1) {
      return UsageError(
          absl::StrCat(word, ": want a value behind the =, found none"));
    }
  }
  return absl::OkStatus();
}

// Reads the words; an exit code where there is nothing left to do.
absl::optional<int> Parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const CLI::App& chosen = Chosen(app);
    return Print(chosen.get_parent() == nullptr
                     ? chosen.help()
                     : chosen.help(FullName(*chosen.get_parent())));
  } catch (const CLI::CallForVersion&) {
    return Print(absl::StrCat("onrecord ", pipeline::kVersion, "\n"));
  } catch (const CLI::ParseError& error) {
    return ReportUsage(app, error);
  }
  return absl::nullopt;
}

}  // namespace

int RunCommandLine(int argc, char** argv) {
  IgnoreWriteSignals();
  absl::Status status = EnterCallersFolder();
  if (status.ok()) status = CheckValues(argc, argv);
  if (!status.ok()) return Report(status);
  CLI::App app(kAbout, "onrecord");
  app.set_version_flag("--version", std::string(pipeline::kVersion));
  app.require_subcommand(1);
  std::vector<Action> actions;
  for (const Command& command : kCommands) {
    // Subcommands, and theirs, take the footer that stands when they are added.
    app.footer(Footer(command.example));
    actions.push_back(command.add(app));
  }
  app.footer(Footer("track articles/"));
  const absl::optional<int> exit_code = Parse(app, argc, argv);
  if (exit_code.has_value()) return *exit_code;
  const std::vector<CLI::App*> all =
      app.get_subcommands([](const CLI::App*) { return true; });
  for (size_t i = 0; i < actions.size(); ++i) {
    if (all[i]->parsed()) return Report(actions[i]());
  }
  return kExitUsage;
}

}  // namespace onrecord::cli
