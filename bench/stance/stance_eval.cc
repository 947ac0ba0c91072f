// Scores the stance rules on labelled statements with the gold quotation spans,
// so that no quote finder has a part in the result.
//
//   stance_eval STATEMENTS.jsonl [odd|even|all] [-v]
//
// Prints accuracy, macro-F1 over the four labels, sign errors, precision when
// firing and how often it fires where it should; -v lists every statement
// that is read wrongly, with the evidence.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "data/embedded.h"
#include "data/load_lexicon.h"
#include "simdjson.h"
#include "stance/clause.h"
#include "stance/reading.h"
#include "stance/scorer.h"
#include "stance/target_proto.h"
#include "stance/utterance.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord {
namespace {

struct Statement {
  std::string id, target, context, quote, speaker;
  std::vector<std::string> labels;
  size_t at = std::string::npos;  // Of the quotation; npos: not told.
};

constexpr const char* kLabels[] = {"NONE", "FAVOR", "AGAINST", "MIXED"};

std::vector<Statement> ReadStatements(const char* path) {
  std::vector<Statement> all;
  std::ifstream file(path);
  std::string line;
  simdjson::dom::parser parser;
  while (std::getline(file, line)) {
    const auto object = parser.parse(line);
    const auto text = [&object](const char* key) {
      return std::string(std::string_view(object[key]));
    };
    Statement one{text("id"),       text("target"),  text("context"),
                  text("quote"),    text("speaker"), {},
                  std::string::npos};
    int64_t begin = 0;
    if (!object["begin"].get(begin)) one.at = static_cast<size_t>(begin);
    for (const auto label : object["stance"].get_array()) {
      one.labels.emplace_back(std::string_view(label));
    }
    all.push_back(std::move(one));
  }
  return all;
}

// Where the speaker's name stands nearest to the quotation, outside it.
text::Span FindSpeaker(const Statement& one, text::Span quote) {
  text::Span best;
  const std::vector<std::string> words = absl::StrSplit(one.speaker, ' ');
  for (size_t first = 0; first < words.size(); ++first) {
    const std::string name = absl::StrJoin(
        words.begin() + static_cast<long>(first), words.end(), " ");
    for (size_t at = one.context.find(name); at != std::string::npos;
         at = one.context.find(name, at + 1)) {
      const text::Span span{static_cast<int32_t>(at),
                            static_cast<int32_t>(at + name.size())};
      const auto distance = [quote](text::Span s) {
        return std::max(quote.begin - s.end, s.begin - quote.end);
      };
      if (!span.Overlaps(quote) &&
          (best.empty() || distance(span) < distance(best))) {
        best = span;
      }
    }
    if (!best.empty()) return best;
  }
  return best;
}

bool IsTitleWord(absl::string_view word) {
  return !word.empty() &&
         (absl::ascii_isupper(word[0]) || word == "of" || word == "the");
}

// The name with the title before it.
text::Span WithTitle(const std::string& context, text::Span name) {
  if (name.empty()) return name;
  int32_t begin = name.begin;
  while (begin > 1 && context[begin - 1] == ' ') {
    size_t at = context.rfind(' ', begin - 2);
    at = at == std::string::npos ? 0 : at + 1;
    const absl::string_view word(context.data() + at, begin - 1 - at);
    if (!IsTitleWord(word) || word.back() == ',' || word.back() == '.') break;
    begin = static_cast<int32_t>(at);
  }
  return {begin, name.end};
}

// The word before the quotation, or the one before "that": its cue.
text::Span FindCue(const std::string& context, size_t begin) {
  for (int tries = 0; tries < 2 && begin > 1; ++tries) {
    size_t at = context.rfind(' ', begin - 2);
    at = at == std::string::npos ? 0 : at + 1;
    const absl::string_view word(context.data() + at, begin - 1 - at);
    if (word != "that" && word != "to") {
      if (!std::all_of(word.begin(), word.end(), absl::ascii_islower)) {
        return {};
      }
      return {static_cast<int32_t>(at), static_cast<int32_t>(begin - 1)};
    }
    begin = at;
  }
  return {};
}

stance::Utterance ToUtterance(const Statement& one) {
  stance::Utterance utterance;
  const size_t at =
      one.at != std::string::npos ? one.at : one.context.find(one.quote);
  text::Span span{0, static_cast<int32_t>(one.context.size())};
  utterance.kind = quotes::QuoteKind::kIndirect;
  if (at != std::string::npos) {
    span = {static_cast<int32_t>(at),
            static_cast<int32_t>(at + one.quote.size())};
    const std::string before = one.context.substr(at < 3 ? 0 : at - 3, 3);
    if (at > 0 && (before.find("“") != before.npos || before.back() == '"' ||
                   before.find("‘") != before.npos)) {
      const bool lower = absl::ascii_islower(one.quote[0]);
      utterance.kind =
          lower ? quotes::QuoteKind::kMixed : quotes::QuoteKind::kDirect;
    }
  }
  utterance.content = {span};
  utterance.mention = WithTitle(one.context, FindSpeaker(one, span));
  if (utterance.kind == quotes::QuoteKind::kIndirect && span.begin > 0) {
    utterance.cue = FindCue(one.context, static_cast<size_t>(span.begin));
  }
  utterance.speaker_name = one.speaker;
  return utterance;
}

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

// Scores the statements on one target; false if the target cannot be read.
bool RunTarget(const std::string& name, const std::vector<Statement>& all,
               const std::string& half, bool verbose) {
  const std::string file = absl::StrCat("targets/", name, ".txtpb");
  const auto target = stance::ParseTarget(file, data::EmbeddedContents(file));
  if (!target.ok()) {
    std::fprintf(stderr, "%s\n", target.status().ToString().c_str());
    return false;
  }
  text::Lexicon::Builder builder;
  if (!data::AddEmbeddedWords(&builder).ok()) return false;
  stance::RegisterWords({*target}, &builder);
  const std::unique_ptr<const text::Lexicon> lexicon = builder.Build();
  const std::vector<stance::StanceScorer> scorers =
      stance::MakeScorers({*target}, *lexicon);
  const stance::StanceScorer& scorer = scorers.front();
  Counts counts;
  for (const Statement& one : all) {
    if (one.target != name || !Chosen(one, half)) continue;
    const text::Document document(one.context, *lexicon);
    const stance::Stance stance =
        scorer.Score(document, scorer.FindPlaces(document), ToUtterance(one));
    const std::string got = kLabels[static_cast<int>(stance.label)];
    Count(one, got, &counts);
    if (verbose && std::find(one.labels.begin(), one.labels.end(), got) ==
                       one.labels.end()) {
      Explain(one, stance, got);
      PrintClauses(one.at == std::string::npos ? one.context : one.quote,
                   scorer, *lexicon);
    }
  }
  Print(name, half, counts);
  return true;
}

int Run(const char* path, const std::string& half, bool verbose) {
  const std::vector<Statement> statements = ReadStatements(path);
  if (statements.empty()) {
    std::fprintf(stderr, "%s: want labelled statements, got none\n", path);
    return 65;
  }
  std::set<std::string> targets;
  for (const Statement& one : statements) targets.insert(one.target);
  for (const std::string& target : targets) {
    if (!RunTarget(target, statements, half, verbose)) return 64;
  }
  return 0;
}

}  // namespace
}  // namespace onrecord

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: stance_eval FILE.jsonl [odd|even|all] [-v]\n");
    return 64;
  }
  const std::string half = argc > 2 ? argv[2] : "all";
  return onrecord::Run(argv[1], half, argc > 3);
}
