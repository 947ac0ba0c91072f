#include "stance/target_places.h"

#include <algorithm>

#include "stance/holder.h"

namespace onrecord::stance {
namespace {

bool AnyIn(const std::vector<int32_t>& places, text::TokenRange range) {
  const auto at = std::lower_bound(places.begin(), places.end(), range.begin);
  return at != places.end() && *at < range.end;
}

// The word of a pattern that tells of the target most: of objects and outcomes
// the last, of idioms the longest; -1 if it has everyday words only.
int TellingWord(const Pattern& pattern) {
  constexpr size_t kTelling = 9;
  const SignalKind kind = pattern.signal.kind;
  if (!pattern.signal.of_target || pattern.signal.beside_object) return -1;
  const int last = static_cast<int>(pattern.words.size()) - 1;
  const bool thing =
      kind == SignalKind::kObject || kind == SignalKind::kOutcome;
  if (thing && last == 0) return 0;
  if (!thing && kind != SignalKind::kPhrase && kind != SignalKind::kLoaded) {
    return -1;
  }
  int best = -1;
  size_t length = thing ? 3 : kTelling - 1;
  for (int i = last; i >= 0; --i) {
    if (pattern.words[i].empty()) continue;
    if (pattern.words[i][0].size() <= length) continue;
    length = pattern.words[i][0].size();
    best = i;
    if (thing) break;  // "stabilisation force": the last long word.
  }
  return best;
}

}  // namespace

bool TargetPlaces::WordIn(text::TokenRange range) const {
  return AnyIn(words, range);
}

bool TargetPlaces::TellingIn(text::TokenRange range) const {
  return AnyIn(telling, range) || AnyIn(nationals, range);
}

bool TargetPlaces::IsAbout() const {
  constexpr size_t kEnough = 4;
  return telling.size() >= kEnough;
}

TellingWords::TellingWords(const std::vector<Pattern>& patterns,
                           const text::Lexicon& lexicon)
    : words_(lexicon.size(), false) {
  for (const Pattern& pattern : patterns) {
    const int word = TellingWord(pattern);
    if (word < 0) continue;
    for (const std::string& form : pattern.words[word]) {
      words_[lexicon.Find(form)] = true;
    }
  }
  words_[0] = false;
}

TargetPlaces FindTargetPlaces(const text::Document& document,
                              const PatternIndex& words,
                              const TellingWords& telling, bool nationals) {
  TargetPlaces places;
  const auto& tokens = document.tokens();
  for (int32_t i = 0; i < static_cast<int32_t>(tokens.size()); ++i) {
    const text::Token& token = tokens[i];
    if (telling.Has(token.word)) places.telling.push_back(i);
    if (words.BeginsAt(document, i)) {
      places.words.push_back(i);
    }
    if (!nationals || !token.HasShape(text::kCapitalized)) continue;
    if (token.Has(text::kDemonym) && token.Has(text::kPlural)) {
      places.nationals.push_back(i);
    }
    if (IsNational(document, i) &&
        (places.words.empty() || places.words.back() != i)) {
      places.words.push_back(i);
    }
  }
  return places;
}

}  // namespace onrecord::stance
