#ifndef ONRECORD_STANCE_TARGET_PLACES_H_
#define ONRECORD_STANCE_TARGET_PLACES_H_

#include <cstdint>
#include <vector>

#include "stance/pattern_index.h"
#include "text/document.h"

namespace onrecord::stance {

// Where a document tells of a target: found once for an article, asked for
// each of its quotations. All lists are empty for an article without a telling
// word, as most are.
struct TargetPlaces {
  // Tokens, ascending, where a word or phrase of the target begins.
  std::vector<int32_t> words;
  // Tokens, ascending, where something begins that marks the text around it as
  // being about the target.
  std::vector<int32_t> telling;
  // Tokens, ascending: the people of a country, where they can be the object.
  std::vector<int32_t> nationals;
  size_t plain = 0;   // How many of `words` need no object beside them.
  size_t tokens = 0;  // Of the document.

  bool WordIn(text::TokenRange range) const;
  bool TellingIn(text::TokenRange range) const;
  // Too short to name the target in so many words.
  bool IsExcerpt() const;
  // The whole text is about the target: telling words come again and again.
  bool IsAbout() const;
};

// `words` holds the target's patterns, `topic` those that mark a text as being
// about it. `nationals`: the people of a country count as a word of the target.
TargetPlaces FindTargetPlaces(const text::Document& document,
                              const PatternIndex& words,
                              const PatternIndex& topic, bool nationals);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TARGET_PLACES_H_
