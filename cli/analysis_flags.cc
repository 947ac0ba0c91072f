#include "cli/analysis_flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "text/dates.h"

namespace onrecord::cli {
namespace {

constexpr int kMaxJobs = 256;
constexpr double kMaxArticleMb = 1000;

}  // namespace

std::string CheckDay(const std::string& date) {
  const auto parsed = text::ParsePartialDate(date);
  if (parsed.has_value() && parsed->day != 0) return "";
  return absl::StrCat("want a day YYYY-MM-DD, found ", date);
}

std::string CheckNumber(const std::string& word, double low, double high) {
  double number = 0;
  // What is not a number ("nan") is in no range.
  if (absl::SimpleAtod(word, &number) && number >= low && number <= high) {
    return "";
  }
  return absl::StrCat("want a number from ", low, " to ", high, ", found ",
                      word);
}

void AddConfigFlags(CLI::App& app, AnalysisFlags* flags, CLI::Option* needs) {
  CLI::Option* target =
      app.add_option("--target", flags->targets,
                     "Question to ask: a name of `onrecord targets` or a file "
                     "FILE.txtpb; may be repeated; default: all built-in ones")
          ->type_name("TARGET")
          ->take_all()
          ->allow_extra_args(false);
  CLI::Option* data_dir =
      app.add_option(
             "--data_dir", flags->data_dir,
             "Folder whose word lists and targets stand for the built-in "
             "ones of the same name")
          ->type_name("FOLDER");
  if (needs == nullptr) return;
  target->needs(needs);
  data_dir->needs(needs);
}

void AddAnalysisFlags(CLI::App& app, const std::string& inputs_help,
                      AnalysisFlags* flags) {
  app.add_option("INPUT", flags->inputs, inputs_help)->required();
  AddConfigFlags(app, flags);
  app.add_option("--published", flags->published,
                 "Publication date of articles that name none")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(CheckDay, ""));
  app.add_option("--jobs", flags->jobs, "Threads; default: one a core")
      ->type_name("N")
      ->check(CLI::Range(1, kMaxJobs).description(""));
  app.add_option("--max_bad_ratio", flags->max_bad_ratio,
                 "Share of unreadable articles from which on the run fails")
      ->type_name("RATIO")
      ->check(CLI::Validator(
          [](const std::string& word) { return CheckNumber(word, 0, 1); }, ""))
      ->capture_default_str();
  app.add_option("--max_article_mb", flags->max_article_mb,
                 "Longest article in MB; a longer one is an error. Above 1 the "
                 "program can need more than 100 MB of memory")
      ->type_name("MB")
      ->check(CLI::Validator(
          [](const std::string& word) {
            return CheckNumber(word, 0.001, kMaxArticleMb);
          },
          ""))
      ->capture_default_str();
}

absl::StatusOr<std::unique_ptr<const pipeline::Config>> LoadConfig(
    const AnalysisFlags& flags) {
  pipeline::ConfigOptions options;
  options.targets = flags.targets;
  options.data_dir = flags.data_dir;
  return pipeline::Config::Load(options);
}

ingest::ReaderOptions ReaderOptionsOf(const AnalysisFlags& flags) {
  ingest::ReaderOptions options;
  options.published = flags.published;
  options.max_article_bytes = static_cast<size_t>(flags.max_article_mb * 1e6);
  return options;
}

int JobsOf(const AnalysisFlags& flags) {
  if (flags.jobs > 0) return flags.jobs;
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  return std::clamp(cores, 1, kMaxJobs);
}

}  // namespace onrecord::cli
