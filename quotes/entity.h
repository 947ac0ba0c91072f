#ifndef ONRECORD_QUOTES_ENTITY_H_
#define ONRECORD_QUOTES_ENTITY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "quotes/article_speaker.h"
#include "quotes/mention.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// One coreference chain while it grows: what speaks for and against a further
// mention. Views of the document's lexicon; the document must outlive it.
struct Entity {
  ArticleSpeaker speaker;
  // Family words and given words of its fullest name, folded.
  std::string family;
  std::vector<std::string> given;
  // Head nouns of its roles, listed form: "minister", "spokeswoman".
  absl::InlinedVector<absl::string_view, 4> role_heads;
  // The phrases that gave it roles, for their other words: "foreign minister".
  absl::InlinedVector<text::TokenRange, 4> role_phrases;
  // Put together from two places ("the two Haddars, Nabil and Salma"); else
  // empty.
  std::string composed_name;
  bool person = false;
  bool organization = false;
  bool named = false;   // A body with a name, no mere "the ministry".
  bool recent = false;  // In the resolver's list of recent chains.
  int32_t last_token = 0;
  int32_t last_sentence = 0;
  int32_t last_paragraph = 0;
  int32_t first_sentence = 0;
  int32_t last_subject = -100;  // Sentence in which it was last a subject.
  int32_t last_spoke = -100;    // Sentence in which it last spoke.
};

// The family word of a name as chains compare it: lower case, without an Arabic
// article and apostrophes, so that "al-Sabbari", "Al-Sabbari" and "Sabbari" are
// one.
std::string FamilyKey(absl::string_view word);

// True if a name with this family word and these given words (all folded by
// FamilyKey) can be the chain's: the same family word, or the chain's given
// name alone, and no given name or sex that speaks against it.
bool NameFits(const Entity& entity, const Mention& mention,
              absl::string_view family, const std::vector<std::string>& given);

// False if both sexes are known and differ.
bool GenderFits(const Entity& entity, const Mention& mention);

bool HasRole(const Entity& entity, absl::string_view head);
void AddRole(absl::string_view head, text::TokenRange phrase, Entity* entity);

// True if one of its roles is an office ("minister"), no mere description.
bool HasOffice(const text::Document& document, const Entity& entity);

// "the foreign minister" is no prime minister, "the Iraqi prime minister" not
// the Spanish one: true if what tells the phrase apart is in the chain's roles,
// by word or by the country that the word stands for.
bool ModifiersFit(const text::Document& document, const Entity& entity,
                  const Mention& mention);

// What words of one office have in common (column 4 of data/role_nouns.tsv);
// empty if nothing is listed.
absl::string_view OfficeMeaning(const text::Document& document,
                                text::WordId word);

// The finished chain with its name, aliases and roles filled in: the fullest
// name first, names in capitals last.
ArticleSpeaker FinishedSpeaker(const text::Document& document,
                               const std::vector<Mention>& mentions,
                               Entity entity);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ENTITY_H_
