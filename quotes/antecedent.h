#ifndef ONRECORD_QUOTES_ANTECEDENT_H_
#define ONRECORD_QUOTES_ANTECEDENT_H_

#include <cstdint>
#include <vector>

#include "quotes/mention.h"
#include "text/document.h"

// What the grammar around a mention tells of whom it can mean, and whom not.
//
//   Input:  the mentions of an article by position, and the index of one.
//   Output: the index of a mention; -1 if there is none.
namespace onrecord::quotes {

// "The general, he said, had left": the subject whose clause the pronoun's tag
// interrupts or follows. The pronoun means somebody else.
int32_t SubjectOfTaggedClause(const text::Document& document,
                              const std::vector<Mention>& mentions, int32_t m);

// "The minister told her": the pronoun that only a verb parts from the mention,
// which is somebody else.
int32_t ObjectPronoun(const text::Document& document,
                      const std::vector<Mention>& mentions, int32_t m);

// "The Council issued a letter. ... According to the letter": whoever put out
// the paper that a definite phrase means. `speaks` is parallel to `mentions`.
int32_t IssuerOf(const text::Document& document,
                 const std::vector<Mention>& mentions,
                 const std::vector<bool>& speaks, int32_t m);

// "A captain who gave his name as Ilyas": the phrase whose name the mention is.
int32_t IntroducedAs(const text::Document& document,
                     const std::vector<Mention>& mentions, int32_t m);

// "Nabil the minister and Salma the deputy": the phrase describes the name
// before it. No verb may follow, for "they told Nabil the minister was ill".
bool IsByname(const text::Document& document, const Mention& name,
              const Mention& phrase);

// "the two Haddars": a surname in the plural for sure; "the Haddars": one if
// somebody has the surname, else a surname in -s.
enum class FamilyPlural { kNo, kPerhaps, kYes };
FamilyPlural FamilyPluralOf(const text::Document& document,
                            const Mention& mention);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ANTECEDENT_H_
