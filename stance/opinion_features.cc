// What of a statement the second opinion is based on.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "stance/opinion.h"
#include "text/token.h"

namespace onrecord::stance {
namespace {

// What listed words are called in feature names, by SignalKind.
constexpr absl::string_view kKindNames[] = {
    "obj",     "out",     "act_on",     "act_by",  "phrase",  "load",
    "excl",    "need",    "want",       "say",     "praise",  "threat",
    "dread",   "foe",     "change",     "eval",    "neg",     "pass",
    "must",    "may",     "would",      "will",    "but",     "though",
    "whether", "if",      "unless",     "during",  "when",    "because",
    "than",    "trivial", "rhet",       "bad_end", "answer",  "observer",
    "depends", "torn",    "no_comment", "hedge",   "gradual",
};

constexpr size_t kStemBytes = 6;   // "withdr": its forms and nouns alike.
constexpr int kNegationReach = 4;  // Words behind "not" that it may turn.
constexpr size_t kItemReach = 3;   // Listed words that are paired.
constexpr double kLength = .7;     // Exponent of the values' common divisor.

// Collects features; the same name again adds up.
class Collector {
 public:
  Collector() {
    constexpr size_t kTypical = 64;
    features_.reserve(kTypical);
    places_.reserve(kTypical);
  }

  void Add(std::string name, text::Span span, bool telling = false,
           float value = 1) {
    const auto [at, added] =
        places_.emplace(FeatureHash(name), features_.size());
    if (added) {
      features_.push_back({std::move(name), span, value, telling});
    } else {
      features_[at->second].value += value;
    }
  }

  std::vector<OpinionFeature> Take() {
    double squares = 0;
    for (const OpinionFeature& f : features_) squares += f.value * f.value;
    const double divisor = std::pow(std::max(1.0, std::sqrt(squares)), kLength);
    for (OpinionFeature& f : features_) {
      f.value = static_cast<float>(f.value / divisor);
    }
    return std::move(features_);
  }

 private:
  std::vector<OpinionFeature> features_;
  absl::flat_hash_map<uint64_t, size_t> places_;  // By FeatureHash().
};

struct Word {
  std::string stem;
  text::Span span;
  bool negation = false;
  bool telling = false;  // No mere function word.
};

// The beginning of a word's listed form, so that "withdraw", "withdrew" and
// "withdrawal" are one.
std::string StemOf(const text::Document& doc, int32_t token) {
  absl::string_view lemma = doc.Lemma(token);
  std::string stem = lemma.empty() ? absl::AsciiStrToLower(doc.Text(token))
                                   : std::string(lemma);
  if (stem.size() <= kStemBytes) return stem;
  size_t end = kStemBytes;
  while (end > 0 && (static_cast<unsigned char>(stem[end]) & 0xC0) == 0x80) {
    --end;
  }
  stem.resize(end);
  return stem;
}

bool IsNegation(absl::string_view form) {
  static constexpr absl::string_view kForms[] = {
      "not",    "never",  "no",      "nobody", "nothing", "without",
      "hardly", "cannot", "neither", "nor",    "none"};
  return std::find(std::begin(kForms), std::end(kForms), form) !=
             std::end(kForms) ||
         absl::EndsWith(form, "n't") || absl::EndsWith(form, "n’t");
}

// Words that hold a sentence together and say nothing by themselves.
constexpr text::WordClasses kFunctionWords =
    text::kDeterminer | text::kPossessive | text::kPronoun |
    text::kPreposition | text::kConjunction | text::kSubordinator |
    text::kRelative | text::kThat | text::kAuxiliary | text::kBe | text::kWh |
    text::kAdverb;

std::vector<Word> WordsOf(const Reading& reading) {
  std::vector<Word> words;
  const text::Document& doc = *reading.document;
  for (const int32_t i : reading.tokens) {
    const text::Token& token = doc.token(i);
    if (!token.is_word()) continue;
    words.push_back({StemOf(doc, i), token.span(),
                     IsNegation(absl::AsciiStrToLower(doc.Text(i))),
                     !token.Has(kFunctionWords)});
  }
  return words;
}

// What a word makes of those behind it: what is said after "but" weighs more,
// what is said after "if" may never be.
enum class Turn { kNone, kContrast, kCondition };

Turn TurnOf(absl::string_view stem) {
  static constexpr absl::string_view kContrasts[] = {"but", "howeve", "yet"};
  static constexpr absl::string_view kConditions[] = {
      "before", "if", "once", "till", "unless", "until"};
  const auto lists = [stem](const auto& words) {
    return std::find(std::begin(words), std::end(words), stem) !=
           std::end(words);
  };
  if (lists(kContrasts)) return Turn::kContrast;
  return lists(kConditions) ? Turn::kCondition : Turn::kNone;
}

void AddWords(const Reading& reading, Collector* out) {
  const std::vector<Word> words = WordsOf(reading);
  int negated = 0;
  bool contrast = false, condition = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.negation) negated = kNegationReach;
    out->Add(absl::StrCat("w=", word.stem), word.span, word.telling);
    if (negated > 0 && !word.negation) {
      out->Add(absl::StrCat("not_", word.stem), word.span, word.telling);
    }
    --negated;
    const Turn turn = TurnOf(word.stem);
    if (turn == Turn::kContrast) {
      contrast = true;
      condition = false;
    } else if (turn == Turn::kCondition) {
      condition = true;
    } else if (contrast || condition) {
      const absl::string_view prefix = condition ? "if_" : "but_";
      out->Add(absl::StrCat(prefix, word.stem), word.span, word.telling);
    }
    const text::Span span =
        i == 0 ? word.span : text::Span{words[i - 1].span.begin, word.span.end};
    out->Add(
        absl::StrCat("b=", i == 0 ? "<" : words[i - 1].stem, "_", word.stem),
        span);
  }
  if (words.empty()) return;
  out->Add(absl::StrCat("b=", words.back().stem, "_>"), words.back().span,
           words.back().telling);
  out->Add(absl::StrCat("first=", words.front().stem), words.front().span);
  out->Add(absl::StrCat("len=", std::min<size_t>(6, words.size() / 4)), {});
}

void AddReporterWords(const Reading& reading, Collector* out) {
  const std::vector<Word> words = WordsOf(reading);
  for (size_t i = 0; i < words.size(); ++i) {
    out->Add(absl::StrCat("r=", words[i].stem), words[i].span,
             words[i].telling);
    if (i == 0) continue;
    out->Add(absl::StrCat("rb=", words[i - 1].stem, "_", words[i].stem),
             {words[i - 1].span.begin, words[i].span.end},
             words[i - 1].telling || words[i].telling);
  }
}

// The listed words in their order: alone, in pairs, and by name.
void AddItems(const Reading& reading, absl::string_view prefix,
              Collector* out) {
  std::vector<std::string> names;
  std::vector<text::Span> spans;
  for (const Item& item : reading.items) {
    const text::Span span = reading.SpanOf(item.at);
    out->Add(absl::StrCat(prefix, "i=", item.signal->name), span,
             !item.Is(SignalKind::kSay));
    if (item.Is(SignalKind::kSay)) continue;
    const int sign = item.signal->sign;
    names.push_back(absl::StrCat(
        kKindNames[static_cast<size_t>(item.signal->kind)], sign > 0   ? "+"
                                                            : sign < 0 ? "-"
                                                                       : "0"));
    spans.push_back(span);
  }
  for (size_t i = 0; i < names.size(); ++i) {
    out->Add(absl::StrCat(prefix, "a=", names[i]), spans[i], true);
    out->Add(
        absl::StrCat(prefix, "ab=", i == 0 ? "<" : names[i - 1], "_", names[i]),
        spans[i]);
    for (size_t j = i + 1; j < names.size() && j <= i + kItemReach; ++j) {
      out->Add(absl::StrCat(prefix, "as=", names[i], "_", names[j]),
               {spans[i].begin, spans[j].end}, true);
    }
  }
  if (!names.empty()) {
    out->Add(absl::StrCat(prefix, "ab=", names.back(), "_>"), spans.back(),
             true);
  }
}

void AddRules(const Stance& rules, Collector* out) {
  static constexpr absl::string_view kLabels[] = {"NONE", "FAVOR", "AGAINST",
                                                  "MIXED"};
  out->Add(absl::StrCat("rule=", kLabels[static_cast<int>(rules.label)]), {},
           false, 2);
  out->Add("score", {}, false, static_cast<float>(3 * rules.score));
  for (const Evidence& e : rules.evidence) {
    const std::string group = e.rule.substr(0, e.rule.find(':'));
    out->Add(absl::StrCat("ev=", group,
                          e.weight < 0   ? "-"
                          : e.weight > 0 ? "+"
                                         : "0"),
             e.span, true);
  }
}

bool HasQuestion(const Reading& reading) {
  return std::any_of(
      reading.tokens.begin(), reading.tokens.end(), [&](int32_t i) {
        return reading.document->token(i).Is(text::Punct::kQuestion);
      });
}

}  // namespace

std::vector<OpinionFeature> OpinionFeatures(const OpinionInput& input) {
  Collector out;
  AddWords(*input.quotation, &out);
  AddReporterWords(*input.reporter, &out);
  AddItems(*input.quotation, "", &out);
  AddItems(*input.reporter, "R:", &out);
  AddRules(*input.rules, &out);
  out.Add(absl::StrCat("kind=", static_cast<int>(input.kind)), {});
  if (input.fragment) out.Add("fragment", {});
  if (HasQuestion(*input.quotation)) out.Add("question", {});
  return out.Take();
}

}  // namespace onrecord::stance
