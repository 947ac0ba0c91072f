#ifndef ONRECORD_STANCE_HOLDER_H_
#define ONRECORD_STANCE_HOLDER_H_

#include "stance/reading.h"
#include "text/document.h"

namespace onrecord::stance {

// Who does what a verb says, as far as it matters for whose stance it is.
enum class Subject {
  kNone,      // Nobody named: imperatives, fragments, "it is time to".
  kSelf,      // The speaker, alone or with others: "I", "our party".
  kObject,    // What the target is about: "the troops".
  kThey,      // "they", "these": the object where it is the topic.
  kEveryone,  // "the people", "nobody", a country.
  kOther,     // Somebody else: "the generals", "critics".
};

// The subject named last among the positions of `range` that belong to no
// listed word but an object; `before` if none is named there.
Subject SubjectIn(const Reading& reading, PositionRange range, Subject before);

// True for "they", "them", "these" and the like.
bool IsObjectPronoun(const Reading& reading, int32_t at);
// True for "it", "this", "that".
bool IsThingPronoun(const Reading& reading, int32_t at);
// True for the people of a country at a token: "the Kenyans".
bool IsNational(const text::Document& document, int32_t token);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_HOLDER_H_
