#ifndef ONRECORD_STANCE_CLAUSE_WORDS_H_
#define ONRECORD_STANCE_CLAUSE_WORDS_H_

#include <cstdint>

#include "stance/clause.h"
#include "stance/reading.h"

namespace onrecord::stance {

// What the words of a clause tell about how it is built. Positions are those
// of the reading.

// True for a verb in its base form, or a word that may be one.
bool IsBaseForm(const Reading& reading, int32_t at);

// The item of the clause that begins at a position, nullptr if none does; and
// whether it is a listed verb.
const Item* ItemAt(const Reading& reading, const Clause& clause, int32_t at);
bool VerbAt(const Reading& reading, const Clause& clause, int32_t at);

// "we want them here", "keep them": something is said of those who were named
// before.
bool GovernsThem(const Reading& reading, const Clause& clause);

// "Keep them.", "Please do not abandon them.": from `begin` on.
bool OpensWithOrder(const Reading& reading, const Clause& clause,
                    int32_t begin);

// "I will not guess": a verb that is no listed word.
bool HasUnlistedVerb(const Reading& reading, const Clause& clause);

// "Premature.", "A shameful scuttle.": a verdict and nothing else.
bool IsBareVerdict(const Reading& reading, const Clause& clause);

// "it", "that" anywhere in the clause, or among its first three words: "it
// would be ...".
bool NamesThing(const Reading& reading, const Clause& clause);
bool OpensWithThing(const Reading& reading, const Clause& clause);

// Behind "Foreign soldiers, ...": those who are spoken to. The clause's begin
// if nobody is.
int32_t BehindAddress(const Reading& reading, const Clause& clause);

// The last "and", "or" or "but" before `at` that joins two statements, each
// with its finite verb: what stands before it says nothing about `at`. The
// clause's begin if there is none.
//
//   Example: "They are no friends and should not stay" -> "and"
int32_t LastJoint(const Reading& reading, const Clause& clause, int32_t at);

// True if the change is said of the subject before it, not done to something
// behind it: "must be kept", "should end next year"; not "must keep order".
bool ChangesSubject(const Reading& reading, const Item& change);

// True if nothing but words like "all our remaining" lies between an operator
// and the noun behind it: "keep our soldiers", not "end the talks with the
// soldiers".
bool StandsDirectlyBefore(const Reading& reading, const Item& item, int32_t at);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_CLAUSE_WORDS_H_
