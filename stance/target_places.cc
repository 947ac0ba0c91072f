#include "stance/target_places.h"

#include <algorithm>

#include "stance/holder.h"

namespace onrecord::stance {
namespace {

bool AnyIn(const std::vector<int32_t>& places, text::TokenRange range) {
  const auto at = std::lower_bound(places.begin(), places.end(), range.begin);
  return at != places.end() && *at < range.end;
}

// The object or an outcome by itself, not "go" or "stay".
bool IsPlain(const Signal& signal) {
  return !signal.beside_object && (signal.kind == SignalKind::kObject ||
                                   signal.kind == SignalKind::kOutcome ||
                                   signal.kind == SignalKind::kActOn ||
                                   signal.kind == SignalKind::kActBy ||
                                   signal.kind == SignalKind::kPhrase);
}

}  // namespace

bool TargetPlaces::WordIn(text::TokenRange range) const {
  return AnyIn(words, range);
}

bool TargetPlaces::TellingIn(text::TokenRange range) const {
  return AnyIn(telling, range) || AnyIn(nationals, range);
}

bool TargetPlaces::IsExcerpt() const {
  constexpr size_t kExcerptTokens = 150;
  return tokens < kExcerptTokens;
}

bool TargetPlaces::IsAbout() const {
  constexpr size_t kTelling = 4;      // What a telling word weighs.
  constexpr size_t kLeast = 8;        // In an article of any length.
  constexpr size_t kTokensEach = 50;  // One of weight 1 for so many tokens.
  const size_t weight = kTelling * telling.size() + plain;
  return !telling.empty() && weight >= kLeast && weight * kTokensEach >= tokens;
}

TargetPlaces FindTargetPlaces(const text::Document& document,
                              const PatternIndex& words,
                              const PatternIndex& topic, bool nationals) {
  TargetPlaces places;
  const text::Token* const tokens = document.tokens().data();
  const auto count = static_cast<int32_t>(document.tokens().size());
  places.tokens = document.tokens().size();
  for (int32_t i = 0; i < count; ++i) {
    if (!topic.Starts(tokens[i].word)) continue;
    // A copy, as a token that has an address is kept in memory all the way.
    const int32_t at = i;
    if (topic.At(document, at).length > 0) places.telling.push_back(at);
  }
  if (places.telling.empty() && !places.IsExcerpt()) return places;
  for (int32_t i = 0; i < count; ++i) {
    const text::Token& token = tokens[i];
    const bool national = nationals && token.HasShape(text::kCapitalized);
    if (!national && !words.Starts(token.word)) continue;
    const PatternIndex::Match match = words.At(document, i);
    if (match.length > 0) {
      places.words.push_back(i);
      places.plain += IsPlain(*match.signal);
    }
    if (!national) continue;
    if (token.Has(text::kDemonym) && token.Has(text::kPlural)) {
      places.nationals.push_back(i);
    }
    if (match.length == 0 && IsNational(document, i)) places.words.push_back(i);
  }
  return places;
}

}  // namespace onrecord::stance
