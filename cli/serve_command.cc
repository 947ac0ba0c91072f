#include <pthread.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/history_server.h"
#include "cli/http_access.h"
#include "cli/read_file.h"
#include "cli/served_history.h"

namespace onrecord::cli {
namespace {

struct ServeFlags {
  std::string history;
  std::string token_file;
  ServerOptions server;
};

// How often the file is looked at.
constexpr long kPollNanoseconds = 300'000'000;

void Say(const std::string& message) {
  std::fprintf(stderr, "onrecord: %s\n", message.c_str());
}

// The signals that end the server. Blocked, so that they wait until they are
// asked for; threads that start later block them too.
sigset_t BlockStopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// Follows the file until somebody wants the server to stop.
void FollowUntilStopped(const sigset_t& signals, ServedHistory* history) {
  const timespec poll = {0, kPollNanoseconds};
  while (sigtimedwait(&signals, nullptr, &poll) < 0) {
    const absl::Status status = history->Refresh();
    if (!status.ok()) {
      Say(absl::StrCat(status.message(), "; the history of before stays"));
    }
  }
}

absl::StatusOr<std::string> ReadToken(const std::string& path) {
  if (path.empty()) return std::string();
  const absl::StatusOr<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.status();
  const std::string token(absl::StripAsciiWhitespace(*bytes));
  for (const char c : token) {
    if (absl::ascii_isgraph(c)) continue;
    return BadDataError(absl::StrCat(
        path, ": want a token on one line without blanks, found others"));
  }
  if (!token.empty()) return token;
  return BadDataError(absl::StrCat(path, ": want a token, found none"));
}

absl::Status RunServe(const ServeFlags& flags) {
  if (flags.history == "-") {
    return UsageError("serve: want a file, found the standard input");
  }
  ServerOptions options = flags.server;
  absl::StatusOr<std::string> token = ReadToken(flags.token_file);
  if (!token.ok()) return token.status();
  options.token = *std::move(token);
  const auto history = ServedHistory::Open(flags.history);
  if (!history.ok()) return history.status();
  const sigset_t signals = BlockStopSignals();
  const auto server = HistoryServer::Start(options, history->get());
  if (!server.ok()) return server.status();
  if (options.token.empty() && !IsLoopback(options.address)) {
    Say("whoever reaches this address can read the history; --token_file asks "
        "for a token");
  }
  Say(absl::StrCat("serving ", flags.history, " on ", (*server)->Url()));
  FollowUntilStopped(signals, history->get());
  return absl::OkStatus();
}

}  // namespace

Action AddServe(CLI::App& app) {
  auto flags = std::make_shared<ServeFlags>();
  flags->server.port = 8321;
  CLI::App* command = app.add_subcommand(
      "serve", "Show a history in the browser and give it out over HTTP");
  command
      ->add_option("HISTORY", flags->history,
                   "History, as `track` writes it; read again when it changes")
      ->required();
  command
      ->add_option("--port", flags->server.port,
                   "Port to listen on; 0: any free one")
      ->type_name("N")
      ->check(CLI::Range(0, 65535).description(""))
      ->capture_default_str();
  command
      ->add_option("--address", flags->server.address,
                   "Address to listen on; 0.0.0.0: all of this machine's")
      ->type_name("ADDRESS")
      ->capture_default_str();
  command
      ->add_option("--token_file", flags->token_file,
                   "File with a token that readers must know")
      ->type_name("FILE");
  return [flags] { return RunServe(*flags); };
}

}  // namespace onrecord::cli
