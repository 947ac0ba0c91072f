#include "cli/knowledge_flags.h"

#include <CLI/CLI.hpp>
#include <utility>

#include "cli/read_file.h"
#include "pipeline/corrections_file.h"
#include "pipeline/roster_file.h"
#include "text/sha256.h"

namespace onrecord::cli {
namespace {

// Reads a file if one is given and makes the checksum depend on it.
template <typename Value>
absl::Status Load(const std::string& path,
                  absl::StatusOr<Value> (*parse)(absl::string_view,
                                                 absl::string_view),
                  std::string* sha256, Value* value) {
  if (path.empty()) return absl::OkStatus();
  absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) return text.status();
  absl::StatusOr<Value> parsed = parse(path, *text);
  if (!parsed.ok()) return parsed.status();
  *value = *std::move(parsed);
  text::Sha256 hash;
  hash.Add(*sha256);
  hash.Add(*text);
  *sha256 = hash.Hex();
  return absl::OkStatus();
}

}  // namespace

void AddKnowledgeFlags(CLI::App& app, KnowledgeFlags* flags,
                       CLI::Option* needs) {
  CLI::Option* roster =
      app.add_option("--roster", flags->roster,
                     "Known people and organisations: ids, other names, dated "
                     "offices")
          ->type_name("FILE.txtpb");
  CLI::Option* corrections =
      app.add_option("--corrections", flags->corrections,
                     "A reader's rulings on speakers, quotations and positions")
          ->type_name("FILE.txtpb");
  if (needs == nullptr) return;
  roster->needs(needs);
  corrections->needs(needs);
}

absl::StatusOr<pipeline::BuildHistoryOptions> HistoryOptionsOf(
    const pipeline::Config& config, const KnowledgeFlags& flags) {
  pipeline::BuildHistoryOptions options;
  for (const stance::Target& target : config.targets()) {
    options.targets.push_back({target.name, target.question, {}});
  }
  options.config_sha256 = config.sha256();
  options.knowledge.nicknames = &config.nicknames();
  options.lexicon = &config.lexicon();
  absl::Status status = Load(flags.roster, &pipeline::ReadRoster,
                             &options.config_sha256, &options.knowledge.roster);
  if (status.ok()) {
    status = Load(flags.corrections, &pipeline::ReadCorrections,
                  &options.config_sha256, &options.knowledge.corrections);
  }
  if (!status.ok()) return status;
  return options;
}

}  // namespace onrecord::cli
