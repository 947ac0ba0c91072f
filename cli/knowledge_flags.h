#ifndef ONRECORD_CLI_KNOWLEDGE_FLAGS_H_
#define ONRECORD_CLI_KNOWLEDGE_FLAGS_H_

#include <string>

#include "absl/status/statusor.h"
#include "pipeline/build_history.h"
#include "pipeline/config.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace onrecord::cli {

// Files in which users say what they know of speakers.
struct KnowledgeFlags {
  std::string roster, corrections;  // Paths; empty: none.
};

// Adds --roster and --corrections to a subcommand; `flags` must outlive the
// parsing. Where they need another flag of the subcommand, `needs` is that one.
void AddKnowledgeFlags(CLI::App& app, KnowledgeFlags* flags,
                       CLI::Option* needs = nullptr);

// What a history of records made with this configuration asks for, with the
// files read. Errors: an unreadable file; those of ReadRoster() and
// ReadCorrections().
absl::StatusOr<pipeline::BuildHistoryOptions> HistoryOptionsOf(
    const pipeline::Config& config, const KnowledgeFlags& flags);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_KNOWLEDGE_FLAGS_H_
