#ifndef ONRECORD_STANCE_ANCHORS_H_
#define ONRECORD_STANCE_ANCHORS_H_

#include <vector>

#include "stance/clause.h"
#include "stance/reading.h"
#include "stance/topic.h"

namespace onrecord::stance {

// A place in a clause where an outcome of the question, or its object, is
// named: what the words around it are about.
struct Anchor {
  int32_t item = 0;  // Index into Reading::items; -1: only a pronoun.
  PositionRange at;
  int side = 0;         // +1: FAVOR by itself.
  bool named = false;   // The object, by its name.
  bool object = false;  // ... which is a thing ("troops") and no event.
  bool verb = false;
  bool by_object = false;  // A verb whose subject is the object.
  bool phrase = false;
};

// The anchors of a clause in order. Everyday words count only where the
// object is beside them or the topic; nothing counts beside an excluded thing.
// An object that belongs to a verb or to a noun before it is part of that.
std::vector<Anchor> FindAnchors(const Reading& reading, const Clause& clause,
                                const Topic& topic);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_ANCHORS_H_
