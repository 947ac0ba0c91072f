#ifndef ONRECORD_QUOTES_MENTION_FINDER_H_
#define ONRECORD_QUOTES_MENTION_FINDER_H_

#include <vector>

#include "quotes/mention.h"
#include "quotes/quote_finder.h"
#include "text/document.h"

namespace onrecord::quotes {

// Finds the noun phrases outside of quotation marks that may speak: names with
// their titles, role nouns with their possessors, bodies, groups, media that
// carry words ("the letter"), and personal pronouns.
//
// It chunks by word classes and capitals, without a grammar: a phrase is a head
// word with its modifiers to the left and at most two prepositional phrases to
// the right. A possessor ("Sudani" in "Sudani's office") is a mention of its
// own beside the phrase that holds it.
//
//   Output:  by begin, the longer first; a mention may lie inside another.
//   Errors:  none.
//   Example: `the cleric Murtada al-Jabiri` -> name "Murtada al-Jabiri", role
//            "cleric", head al-Jabiri.
std::vector<Mention> FindMentions(const text::Document& document,
                                  const std::vector<QuotedStretch>& stretches);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_MENTION_FINDER_H_
