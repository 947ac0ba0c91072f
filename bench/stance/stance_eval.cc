// Scores the stance rules and the second opinion on labelled statements with
// the gold quotation spans, so that no quote finder has a part in the result.
//
//   stance_eval STATEMENTS.jsonl [odd|even|all] [-v] [--rules]
//       [--opinion=TSV] [--targets=FOLDER]
//
// Prints accuracy, macro-F1 over the four labels, sign errors, precision when
// firing and how often it fires where it should; -v lists every statement
// that is read wrongly, with the evidence.

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "bench/stance/statements.h"
#include "data/compiled.h"
#include "data/embedded.h"
#include "data/load_lexicon.h"
#include "stance/clause.h"
#include "stance/opinion.h"
#include "stance/reading.h"
#include "stance/scorer.h"
#include "stance/target_proto.h"
#include "stance/utterance.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord {
namespace {

using bench::kLabels;
using bench::Statement;

struct Counts {
  std::map<std::pair<std::string, std::string>, int> confusion;
  int n = 0, right = 0, sign = 0, fired = 0, fired_right = 0, position = 0,
      position_fired = 0;
};

double MacroF1(const Counts& counts) {
  double sum = 0;
  for (const char* label : kLabels) {
    int both = 0, gold = 0, got = 0;
    for (const auto& [pair, n] : counts.confusion) {
      if (pair.first == label) gold += n;
      if (pair.second == label) got += n;
      if (pair.first == label && pair.second == label) both += n;
    }
    sum += gold + got == 0 ? 0 : 2.0 * both / (gold + got);
  }
  return sum / 4;
}

void Count(const Statement& one, const std::string& got, Counts* counts) {
  const bool right =
      std::find(one.labels.begin(), one.labels.end(), got) != one.labels.end();
  const std::string want = right ? got : one.labels[0];
  ++counts->confusion[{want, got}];
  ++counts->n;
  counts->right += right;
  counts->sign += (want == "FAVOR" && got == "AGAINST") ||
                  (want == "AGAINST" && got == "FAVOR");
  counts->fired += got != "NONE";
  counts->fired_right += got != "NONE" && right;
  counts->position += one.labels[0] != "NONE";
  counts->position_fired += one.labels[0] != "NONE" && got != "NONE";
}

void Explain(const Statement& one, const stance::Stance& stance,
             const std::string& got) {
  const size_t at = one.at == std::string::npos ? 0 : one.at;
  const std::string around =
      one.context.substr(at < 160 ? 0 : at - 160, 420 + (at == 0 ? 200 : 0));
  std::printf("%s got %s want %s (%.2f)\n  %s\n  [%s]\n ", one.id.c_str(),
              got.c_str(), absl::StrJoin(one.labels, "/").c_str(), stance.score,
              around.c_str(), one.quote.c_str());
  for (const stance::Evidence& e : stance.evidence) {
    std::printf(" %s:%+.0f", e.rule.c_str(), e.weight);
  }
  std::printf("\n");
}

// Every clause of a text with the listed words found in it.
void PrintClauses(const std::string& text, const stance::StanceScorer& scorer,
                  const text::Lexicon& lexicon) {
  const text::Document document(text, lexicon);
  const stance::Reading reading =
      scorer.Read(document, {text::Span{0, static_cast<int32_t>(text.size())}});
  for (const stance::Clause& clause : stance::SplitClauses(reading)) {
    std::printf("  %d%s |", static_cast<int>(clause.role),
                clause.question ? "?" : "");
    for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
      const stance::Item& item = reading.items[i];
      std::printf(" %s%s", item.signal->name.c_str(),
                  item.signal->sign > 0   ? "+"
                  : item.signal->sign < 0 ? "-"
                                          : "");
    }
    std::printf("\n");
  }
}

bool Chosen(const Statement& one, const std::string& half) {
  if (half == "all") return true;
  const bool odd = (one.id.back() - '0') % 2 == 1;
  return odd == (half == "odd");
}

void Print(const std::string& target, const std::string& half,
           const Counts& counts) {
  std::printf(
      "%s %s n %d accuracy %.1f macro-F1 %.1f sign %.1f precision %.1f "
      "fires %.1f\n",
      target.c_str(), half.c_str(), counts.n,
      100.0 * counts.right / std::max(1, counts.n), 100 * MacroF1(counts),
      100.0 * counts.sign / std::max(1, counts.n),
      100.0 * counts.fired_right / std::max(1, counts.fired),
      100.0 * counts.position_fired / std::max(1, counts.position));
}

struct Flags {
  std::string file, half = "all";
  bool verbose = false;
  bool rules = false;   // Without the second opinion.
  std::string opinion;  // A table in place of the built-in one.
  std::string targets = "data/training/targets";
};

absl::StatusOr<stance::OpinionModel> LoadOpinions(const Flags& flags) {
  if (flags.opinion.empty()) {
    return stance::OpinionModel::FromImage(data::OpinionImage());
  }
  return stance::OpinionModel::Parse(flags.opinion,
                                     bench::ReadFile(flags.opinion));
}

// Scores the statements on one target.
absl::Status RunTarget(const std::string& name,
                       const std::vector<Statement>& all, const Flags& flags) {
  const auto target = bench::LoadTarget(name, flags.targets);
  if (!target.ok()) return target.status();
  const auto opinions = LoadOpinions(flags);
  if (!opinions.ok()) return opinions.status();
  text::Lexicon::Builder builder;
  absl::Status status = data::AddEmbeddedWords(&builder);
  if (!status.ok()) return status;
  stance::RegisterWords({*target}, &builder);
  const std::unique_ptr<const text::Lexicon> lexicon = builder.Build();
  const std::vector<stance::StanceScorer> scorers = stance::MakeScorers(
      {*target}, *lexicon, flags.rules ? nullptr : &*opinions);
  const stance::StanceScorer& scorer = scorers.front();
  Counts counts;
  for (const Statement& one : all) {
    if (one.target != name || !Chosen(one, flags.half)) continue;
    const text::Document document(one.context, *lexicon);
    const stance::Stance stance =
        scorer
            .Judge(document, scorer.FindPlaces(document),
                   bench::ToUtterance(one))
            .stance;
    const std::string got = kLabels[static_cast<int>(stance.label)];
    Count(one, got, &counts);
    if (flags.verbose && std::find(one.labels.begin(), one.labels.end(), got) ==
                             one.labels.end()) {
      Explain(one, stance, got);
      PrintClauses(one.at == std::string::npos ? one.context : one.quote,
                   scorer, *lexicon);
    }
  }
  Print(name, flags.half, counts);
  return absl::OkStatus();
}

int Run(const Flags& flags) {
  const std::vector<Statement> statements = bench::ReadStatements(flags.file);
  if (statements.empty()) {
    std::fprintf(stderr, "%s: want labelled statements, got none\n",
                 flags.file.c_str());
    return 65;
  }
  std::set<std::string> targets;
  for (const Statement& one : statements) targets.insert(one.target);
  for (const std::string& target : targets) {
    const absl::Status status = RunTarget(target, statements, flags);
    if (status.ok()) continue;
    std::fprintf(stderr, "%s\n", status.ToString().c_str());
    return 64;
  }
  return 0;
}

bool ParseFlags(int argc, char** argv, Flags* flags) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "-v") {
      flags->verbose = true;
    } else if (word == "--rules") {
      flags->rules = true;
    } else if (absl::StartsWith(word, "--opinion=")) {
      flags->opinion = word.substr(10);
    } else if (absl::StartsWith(word, "--targets=")) {
      flags->targets = word.substr(10);
    } else if (word == "odd" || word == "even" || word == "all") {
      flags->half = word;
    } else if (word[0] == '-' || !flags->file.empty()) {
      return false;
    } else {
      flags->file = word;
    }
  }
  return !flags->file.empty();
}

}  // namespace
}  // namespace onrecord

int main(int argc, char** argv) {
  onrecord::Flags flags;
  if (!onrecord::ParseFlags(argc, argv, &flags)) {
    std::fprintf(stderr,
                 "usage: stance_eval FILE.jsonl [odd|even|all] [-v] [--rules] "
                 "[--opinion=TSV] [--targets=FOLDER]\n");
    return 64;
  }
  return onrecord::Run(flags);
}
