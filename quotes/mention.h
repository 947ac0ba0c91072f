#ifndef ONRECORD_QUOTES_MENTION_H_
#define ONRECORD_QUOTES_MENTION_H_

#include <cstdint>
#include <string>

#include "text/span.h"

namespace onrecord::quotes {

enum class MentionKind {
  kName,          // Mohammed Shia al-Sudani
  kNominal,       // the prime minister
  kPronoun,       // he
  kOrganization,  // the Pentagon, Iraq (the government)
  kGroup,         // lawmakers, the two sides
  kAnonymous,     // a senior official, one diplomat
};

enum class Gender : uint8_t { kUnknown, kMale, kFemale, kNeuter };

// A noun phrase that can speak: where it stands and what it tells of itself.
//
// `span` covers the phrase without appositions and relative clauses ("Iraqi
// Prime Minister Mohammed Shia al-Sudani", "the minister", "he"); `name` is
// the part that is a name ("Mohammed Shia al-Sudani"), empty if there is none;
// `role` the words of office before or after it ("Iraqi Prime Minister",
// "the Pentagon spokesman"), empty if none.
struct Mention {
  text::Span span;
  text::TokenRange tokens;
  MentionKind kind = MentionKind::kName;
  int32_t head = 0;  // Token index of the head word ("al-Sudani", "minister").
  text::Span name;
  text::Span role;
  Gender gender = Gender::kUnknown;
  bool plural = false;
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_MENTION_H_
