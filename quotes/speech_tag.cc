#include "quotes/speech_tag.h"

#include <algorithm>

#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Token;
using text::TokenRange;

// A tag's verb is among its first words.
constexpr int32_t kReach = 4;

bool IsSpeaker(const Token& t) {
  return t.is_word() &&
         (t.HasShape(text::kCapitalized) ||
          t.Has(text::kPronoun | text::kPersonNoun | text::kDeterminer));
}

// Nothing that is said follows the verb at `verb`; "told reporters" may.
bool EndsClause(const Document& doc, int32_t verb, TokenRange within) {
  if (verb + 1 >= within.end) return true;
  const Token& t = doc.token(verb + 1);
  if (doc.Lemma(verb) == "tell" && IsSpeaker(t)) return true;
  return !t.is_word() ||
         t.Has(text::kPreposition | text::kAdverb | text::kWeekday |
               text::kTimeWord | text::kGroupNoun);
}

}  // namespace

bool SpeechTagAt(const Document& document, int32_t first, TokenRange within) {
  constexpr text::WordClasses kFinite = text::kPast | text::kThird;
  const int32_t end = std::min(within.end, first + kReach);
  for (int32_t k = first; k < end; ++k) {
    const Token& t = document.token(k);
    if (t.Has(text::kCueUtterance) && t.Has(kFinite)) {
      return k == first ? k + 1 < within.end && IsSpeaker(document.token(k + 1))
                        : EndsClause(document, k, within);
    }
    if (!IsSpeaker(t)) return false;
  }
  return false;
}

}  // namespace onrecord::quotes
