#ifndef ONRECORD_QUOTES_CHAIN_SPEAKERS_H_
#define ONRECORD_QUOTES_CHAIN_SPEAKERS_H_

#include <cstdint>
#include <vector>

#include "quotes/article_speaker.h"
#include "quotes/entity.h"
#include "quotes/mention.h"
#include "text/document.h"

namespace onrecord::quotes {

// The finished chains, parallel to `chains`, each with its name, aliases and
// roles: the fullest name first, names in capitals last.
//
//   Input:  the mentions of an article, and parallel to them the index of each
//           one's chain; -1: none.
std::vector<ArticleSpeaker> SpeakersOf(
    const text::Document& document, const std::vector<Mention>& mentions,
    const std::vector<int32_t>& chain_of_mention,
    const std::vector<Entity>& chains);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_CHAIN_SPEAKERS_H_
