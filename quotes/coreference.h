#ifndef ONRECORD_QUOTES_COREFERENCE_H_
#define ONRECORD_QUOTES_COREFERENCE_H_

#include <cstdint>
#include <vector>

#include "quotes/article_speaker.h"
#include "quotes/mention.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// The mentions of one article, gathered into the people and bodies they mean.
struct Coreference {
  std::vector<ArticleSpeaker> speakers;     // In order of first appearance.
  std::vector<int32_t> speaker_of_mention;  // Parallel to the mentions; -1.
};

// Resolves surnames, titles with surnames, roles, appositions and pronouns
// within one article.
//
// Names join by their family word and compatible given words; a role noun
// joins the person who was last given that role; a pronoun joins the most
// salient earlier person of its gender and number: subjects and speakers
// before others, near before far. Unnamed speakers with an indefinite article
// ("a senior official") are always somebody new. What fits nobody stays alone.
//
//   Input:   mentions by position (quotes/mention_finder.h); for each of them
//            whether it speaks a quotation.
//   Errors:  none.
Coreference ResolveCoreference(const text::Document& document,
                               const std::vector<Mention>& mentions,
                               const std::vector<bool>& speaks);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_COREFERENCE_H_
