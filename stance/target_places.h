#ifndef ONRECORD_STANCE_TARGET_PLACES_H_
#define ONRECORD_STANCE_TARGET_PLACES_H_

#include <cstdint>
#include <vector>

#include "stance/pattern_index.h"
#include "text/document.h"

namespace onrecord::stance {

// Where a document tells of a target: found once for an article, asked for
// each of its quotations. Most articles have no such place, and most
// quotations of the others none near them.
struct TargetPlaces {
  // Tokens, ascending, where a word or phrase of the target begins.
  std::vector<int32_t> words;
  // Tokens, ascending, that mark the text around them as being about the
  // target: the object or the outcome itself, no everyday verb.
  std::vector<int32_t> telling;
  // Tokens, ascending: the people of a country, where they can be the object.
  std::vector<int32_t> nationals;

  bool WordIn(text::TokenRange range) const;
  bool TellingIn(text::TokenRange range) const;
  // The whole text is about the target: telling words come again and again.
  bool IsAbout() const;
};

// Words that mark a text as being about a target, found when the target is
// loaded.
//
//   Threads: const after construction, share freely.
class TellingWords {
 public:
  TellingWords(const std::vector<Pattern>& patterns,
               const text::Lexicon& lexicon);
  bool Has(text::WordId word) const { return words_[word]; }

 private:
  std::vector<bool> words_;  // By WordId.
};

// `words` holds the target's patterns. `nationals`: the people of a country
// count as a word of the target.
TargetPlaces FindTargetPlaces(const text::Document& document,
                              const PatternIndex& words,
                              const TellingWords& telling, bool nationals);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TARGET_PLACES_H_
