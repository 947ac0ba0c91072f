#include <pthread.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "cli/analysis_flags.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/history_server.h"
#include "cli/history_source.h"
#include "cli/http_access.h"
#include "cli/knowledge_flags.h"
#include "cli/read_file.h"
#include "cli/served_history.h"

namespace onrecord::cli {
namespace {

struct ServeFlags {
  std::string history;     // Path; empty: --store.
  AnalysisFlags analysis;  // Of a store, as the next.
  KnowledgeFlags knowledge;
  std::string token_file;
  ServerOptions server;
};

// How often the file or store is looked at.
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

// Follows the source until somebody wants the server to stop. Says what is
// wrong with it once.
void FollowUntilStopped(const sigset_t& signals, ServedHistory* history) {
  const timespec poll = {0, kPollNanoseconds};
  absl::Status last;
  while (sigtimedwait(&signals, nullptr, &poll) < 0) {
    absl::Status status = history->Refresh();
    if (!status.ok() && status != last) {
      Say(absl::StrCat(status.message(), "; the history of before stays"));
    }
    last = std::move(status);
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

absl::StatusOr<std::unique_ptr<HistorySource>> OpenSource(
    const ServeFlags& flags) {
  if (flags.history.empty() == flags.server.store.empty()) {
    return UsageError(
        absl::StrCat("serve: want a HISTORY or --store=FILE.db, found ",
                     flags.history.empty() ? "neither" : "both"));
  }
  if (flags.history == "-") {
    return UsageError("serve: want a file, found the standard input");
  }
  if (!flags.history.empty()) return HistoryFileSource(flags.history);
  return StoreSource(flags.server.store, flags.analysis, flags.knowledge);
}

absl::Status RunServe(const ServeFlags& flags) {
  auto source = OpenSource(flags);
  if (!source.ok()) return source.status();
  ServerOptions options = flags.server;
  absl::StatusOr<std::string> token = ReadToken(flags.token_file);
  if (!token.ok()) return token.status();
  options.token = *std::move(token);
  const auto history = ServedHistory::Open(*std::move(source));
  if (!history.ok()) return history.status();
  const sigset_t signals = BlockStopSignals();
  const auto server = HistoryServer::Start(options, history->get());
  if (!server.ok()) return server.status();
  if (options.token.empty() && !IsLoopback(options.address)) {
    Say("whoever reaches this address can read the history; --token_file asks "
        "for a token");
  }
  Say(absl::StrCat("serving ",
                   options.store.empty() ? flags.history : options.store,
                   " on ", (*server)->Url()));
  FollowUntilStopped(signals, history->get());
  return absl::OkStatus();
}

}  // namespace

Action AddServe(CLI::App& app) {
  auto flags = std::make_shared<ServeFlags>();
  flags->server.port = 8321;
  CLI::App* command = app.add_subcommand(
      "serve", "Show a history in the browser and give it out over HTTP");
  command->add_option(
      "HISTORY", flags->history,
      "History, as `track` writes it; read again when it changes");
  CLI::Option* store =
      command
          ->add_option("--store", flags->server.store,
                       "Instead of a HISTORY: the store that `track --store` "
                       "adds to; its history, made again when it changes, and "
                       "its records")
          ->type_name("FILE.db");
  AddConfigFlags(*command, &flags->analysis, store);
  AddKnowledgeFlags(*command, &flags->knowledge, store);
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
