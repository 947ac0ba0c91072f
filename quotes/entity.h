#ifndef ONRECORD_QUOTES_ENTITY_H_
#define ONRECORD_QUOTES_ENTITY_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "quotes/mention.h"
#include "quotes/name_keys.h"

namespace onrecord::quotes {

// One coreference chain while it grows: what speaks for and against a further
// mention. Its roles are in ChainRoles. Trivial to copy, for there are many;
// the views are of the article's text.
struct Entity {
  MentionKind kind = MentionKind::kName;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool person = false;
  bool organization = false;
  bool named = false;   // A body with a name, no mere "the ministry".
  bool recent = false;  // In the resolver's list of recent chains.
  PersonKeys name;      // Fullest name of a person; of a body the family only.
  // "Nabil" and "Haddar" of "the two Haddars, Nabil and Salma": a name put
  // together from two places; else empty.
  absl::string_view lone_given, shared_family;
  int32_t mention_count = 0;
  int32_t last_token = 0;
  int32_t last_sentence = 0;
  int32_t last_paragraph = 0;
  int32_t first_sentence = 0;
  int32_t last_subject = -100;  // Sentence in which it was last a subject.
  int32_t last_spoke = -100;    // Sentence in which it last spoke.
};

// False if both sexes are known and differ.
inline bool GenderFits(const Entity& entity, const Mention& mention) {
  return mention.gender == Gender::kUnknown ||
         entity.gender == Gender::kUnknown || mention.gender == entity.gender;
}

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ENTITY_H_
