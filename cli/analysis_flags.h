#ifndef ONRECORD_CLI_ANALYSIS_FLAGS_H_
#define ONRECORD_CLI_ANALYSIS_FLAGS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/reader_options.h"
#include "pipeline/config.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace onrecord::cli {

// What to read, and with which words and targets.
struct AnalysisFlags {
  std::vector<std::string> inputs;   // Files, folders, "-".
  std::vector<std::string> targets;  // See pipeline::ConfigOptions.
  std::string data_dir;
  std::string published;  // "YYYY-MM-DD" or empty.
  int jobs = 0;           // Threads; 0: one a core.
  double max_bad_ratio = 0.5;
  double max_article_mb = 1;  // In units of a million bytes.
};

// Adds the inputs and the flags above to a subcommand; `flags` must outlive
// the parsing. `inputs_help` says what the inputs can be.
void AddAnalysisFlags(CLI::App& app, const std::string& inputs_help,
                      AnalysisFlags* flags);

// Only those of them that make the configuration: --target and --data_dir.
// Where they need another flag of the subcommand, `needs` is that one.
void AddConfigFlags(CLI::App& app, AnalysisFlags* flags,
                    CLI::Option* needs = nullptr);

// For CLI::Validator: what is wrong with a day "YYYY-MM-DD", nothing for a good
// one.
std::string CheckDay(const std::string& date);

// For CLI::Validator: what is wrong with a number outside of `low` to `high`.
std::string CheckNumber(const std::string& word, double low, double high);

// The configuration that the flags ask for.
absl::StatusOr<std::unique_ptr<const pipeline::Config>> LoadConfig(
    const AnalysisFlags& flags);

// How articles are to be read.
ingest::ReaderOptions ReaderOptionsOf(const AnalysisFlags& flags);

// Threads to work with.
int JobsOf(const AnalysisFlags& flags);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_ANALYSIS_FLAGS_H_
