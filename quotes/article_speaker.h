#ifndef ONRECORD_QUOTES_ARTICLE_SPEAKER_H_
#define ONRECORD_QUOTES_ARTICLE_SPEAKER_H_

#include <string>
#include <vector>

#include "quotes/mention.h"

namespace onrecord::quotes {

// A person, body or group that one article mentions, with everything this
// article tells about it: one coreference chain. Chains of unnamed speakers
// ("a senior official") have an empty name and never leave their article.
struct ArticleSpeaker {
  std::string name;  // Fullest name in this article: "Mohammed al-Sudani".
  MentionKind kind = MentionKind::kName;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  // All names seen, fullest first, each once ("Mohammed al-Sudani", "Sudani").
  std::vector<std::string> aliases;
  // Words of office as written, each once: "Iraqi Prime Minister", "the
  // Pentagon spokesman", "who leads the opposition in Brezin" is none.
  std::vector<std::string> roles;
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ARTICLE_SPEAKER_H_
