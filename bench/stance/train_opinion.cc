// Learns data/opinion_weights.tsv from labelled statements.
//
//   train_opinion [--fold=K/N] [--targets=FOLDER] STATEMENTS.jsonl... > TSV
//
// Statements on a target are read with the built-in target file of its name or
// FOLDER/NAME.txtpb; those on a target that has none are an error. With
// --fold=K/N every Nth statement, from the Kth on, is left out and scored as an
// unseen one: the result goes to standard output in place of the table.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "bench/stance/statements.h"
#include "data/load_lexicon.h"
#include "stance/opinion.h"
#include "stance/scorer.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::bench {
namespace {

constexpr int kRounds = 250;          // Of full gradients.
constexpr double kRate = .15;         // First step of each weight.
constexpr double kPenalty = .15;      // On squared weights, for all statements.
constexpr int kLeastSeen = 3;         // Rarer features are left out.
constexpr double kLeastWeight = .12;  // Smaller ones are not worth a line.

using Row = std::array<double, 4>;  // By stance::StanceLabel.

struct Example {
  std::string target;
  std::vector<stance::OpinionFeature> features;
  std::vector<std::pair<int, float>> values;  // Feature number and value.
  int label = 0;
  double weight = 1;
};

// Reads statements as the scorers do.
class Extractor {
 public:
  absl::Status Load(const std::vector<Statement>& statements,
                    const std::string& folder) {
    std::map<std::string, int> names;
    for (const Statement& one : statements) ++names[one.target];
    for (const auto& [name, count] : names) {
      auto target = LoadTarget(name, folder);
      if (!target.ok()) return target.status();
      targets_.push_back(*std::move(target));
    }
    text::Lexicon::Builder builder;
    absl::Status status = data::AddEmbeddedWords(&builder);
    if (!status.ok()) return status;
    stance::RegisterWords(targets_, &builder);
    lexicon_ = builder.Build();
    scorers_ = stance::MakeScorers(targets_, *lexicon_);
    return absl::OkStatus();
  }

  Example Read(const Statement& one) const {
    Example example;
    example.target = one.target;
    const text::Document document(one.context, *lexicon_);
    for (const stance::StanceScorer& scorer : scorers_) {
      if (scorer.target_name() != one.target) continue;
      example.features = scorer.Features(document, scorer.FindPlaces(document),
                                         ToUtterance(one));
    }
    for (int k = 0; k < 4; ++k) {
      if (one.labels[0] == kLabels[k]) example.label = k;
    }
    return example;
  }

 private:
  std::vector<stance::Target> targets_;
  std::unique_ptr<const text::Lexicon> lexicon_;
  std::vector<stance::StanceScorer> scorers_;
};

class Trainer {
 public:
  explicit Trainer(std::vector<Example> examples)
      : examples_(std::move(examples)) {
    Number();
    Balance();
  }

  void Run() {
    const size_t size = names_.size();
    weights_.assign(size, Row{});
    std::vector<Row> squares(size, Row{});
    for (int round = 0; round < kRounds; ++round) {
      std::vector<Row> gradient(size, Row{});
      for (const Example& example : examples_) AddTo(example, &gradient);
      for (size_t f = 0; f < size; ++f) {
        for (int k = 0; k < 4; ++k) {
          const double g = gradient[f][k] + kPenalty * weights_[f][k];
          squares[f][k] += g * g;
          if (squares[f][k] > 0) {
            weights_[f][k] -= kRate * g / std::sqrt(squares[f][k]);
          }
        }
      }
    }
  }

  // The table, relative to NONE.
  std::string ToTsv() const {
    std::vector<std::string> lines;
    for (size_t f = 0; f < names_.size(); ++f) {
      const Row& w = weights_[f];
      const double favor = w[1] - w[0], against = w[2] - w[0],
                   mixed = w[3] - w[0];
      if (std::max({std::abs(favor), std::abs(against), std::abs(mixed)}) <
          kLeastWeight) {
        continue;
      }
      lines.push_back(absl::StrFormat("%s\t%.2f\t%.2f\t%.2f", names_[f], favor,
                                      against, mixed));
    }
    std::sort(lines.begin(), lines.end());
    std::string tsv =
        "# What each feature of a statement speaks for, relative to no "
        "position; learned.\n"
        "# feature\tfavor\tagainst\tmixed\n"
        "# source: bench/stance:train_opinion on data/training; see "
        "docs/evaluation.md\n";
    for (const std::string& line : lines) absl::StrAppend(&tsv, line, "\n");
    return tsv;
  }

 private:
  // Numbers the features that are seen often enough, and their copies for the
  // target; the rest goes.
  void Number() {
    absl::flat_hash_map<std::string, int> seen;
    for (const Example& example : examples_) {
      for (const stance::OpinionFeature& f : example.features) {
        ++seen[f.name];
        ++seen[absl::StrCat(example.target, "|", f.name)];
      }
    }
    absl::flat_hash_map<std::string, int> numbers;
    const auto add = [&](const std::string& name, float value,
                         Example* example) {
      const auto count = seen.find(name);
      if (count != seen.end() && count->second < kLeastSeen) return;
      const auto [at, added] =
          numbers.emplace(name, static_cast<int>(names_.size()));
      if (added) names_.push_back(name);
      example->values.push_back({at->second, value});
    };
    for (Example& example : examples_) {
      for (const stance::OpinionFeature& f : example.features) {
        add(f.name, f.value, &example);
        add(absl::StrCat(example.target, "|", f.name), f.value, &example);
      }
      add("bias", 1, &example);
      add(absl::StrCat(example.target, "|bias"), 1, &example);
    }
  }

  // Every label of a target counts alike.
  void Balance() {
    std::map<std::pair<std::string, int>, double> count;
    std::map<std::string, double> total;
    for (const Example& example : examples_) {
      ++count[{example.target, example.label}];
      ++total[example.target];
    }
    for (Example& example : examples_) {
      example.weight =
          total[example.target] / (4 * count[{example.target, example.label}]);
    }
  }

  void AddTo(const Example& example, std::vector<Row>* gradient) const {
    Row sums = {};
    for (const auto& [f, value] : example.values) {
      for (int k = 0; k < 4; ++k) sums[k] += weights_[f][k] * value;
    }
    const double top = *std::max_element(sums.begin(), sums.end());
    double total = 0;
    for (double& s : sums) total += s = std::exp(s - top);
    for (int k = 0; k < 4; ++k) {
      const double error =
          example.weight * (sums[k] / total - (k == example.label ? 1 : 0));
      for (const auto& [f, value] : example.values) {
        (*gradient)[f][k] += error * value;
      }
    }
  }

  std::vector<Example> examples_;
  std::vector<std::string> names_;
  std::vector<Row> weights_;
};

struct Flags {
  int fold = -1, folds = 0;
  std::string targets = "data/training/targets";
  std::vector<std::string> files;
};

bool ParseFlags(int argc, char** argv, Flags* flags) {
  for (int i = 1; i < argc; ++i) {
    const absl::string_view word = argv[i];
    if (absl::StartsWith(word, "--fold=")) {
      const std::vector<absl::string_view> parts =
          absl::StrSplit(word.substr(7), '/');
      if (parts.size() != 2 || !absl::SimpleAtoi(parts[0], &flags->fold) ||
          !absl::SimpleAtoi(parts[1], &flags->folds) || flags->folds < 2) {
        return false;
      }
    } else if (absl::StartsWith(word, "--targets=")) {
      flags->targets = std::string(word.substr(10));
    } else if (absl::StartsWith(word, "-")) {
      return false;
    } else {
      flags->files.emplace_back(word);
    }
  }
  return !flags->files.empty();
}

// Scores unseen examples, one line for each: id-less, so that tables of several
// folds can be put together: "target want got probability".
void PrintHeldOut(const std::vector<Example>& held,
                  const stance::OpinionModel& model) {
  for (const Example& example : held) {
    const stance::Opinion opinion =
        model.Judge(example.target, example.features);
    std::printf("%s\t%s\t%s\t%.3f\n", example.target.c_str(),
                kLabels[example.label],
                kLabels[static_cast<int>(opinion.label)],
                opinion.probability[static_cast<size_t>(opinion.label)]);
  }
}

int Fail(absl::string_view what) {
  std::fprintf(stderr, "train_opinion: %s\n", std::string(what).c_str());
  return 1;
}

int Run(const Flags& flags) {
  std::vector<Statement> statements;
  for (const std::string& file : flags.files) {
    std::vector<Statement> more = ReadStatements(file);
    if (more.empty()) return Fail(absl::StrCat(file, ": no statements"));
    statements.insert(statements.end(), more.begin(), more.end());
  }
  Extractor extractor;
  const absl::Status status = extractor.Load(statements, flags.targets);
  if (!status.ok()) return Fail(status.message());
  std::vector<Example> seen, held;
  for (size_t i = 0; i < statements.size(); ++i) {
    const bool out =
        flags.folds > 0 && static_cast<int>(i) % flags.folds == flags.fold;
    (out ? held : seen).push_back(extractor.Read(statements[i]));
  }
  Trainer trainer(std::move(seen));
  trainer.Run();
  const std::string tsv = trainer.ToTsv();
  if (flags.folds == 0) {
    std::fputs(tsv.c_str(), stdout);
    return 0;
  }
  const auto model = stance::OpinionModel::Parse("learned", tsv);
  if (!model.ok()) return Fail(model.status().message());
  PrintHeldOut(held, *model);
  return 0;
}

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) {
  onrecord::bench::Flags flags;
  if (!onrecord::bench::ParseFlags(argc, argv, &flags)) {
    return onrecord::bench::Fail(
        "usage: train_opinion [--fold=K/N] [--targets=FOLDER] FILE.jsonl...");
  }
  return onrecord::bench::Run(flags);
}
