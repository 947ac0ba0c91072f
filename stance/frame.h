#ifndef ONRECORD_STANCE_FRAME_H_
#define ONRECORD_STANCE_FRAME_H_

#include <vector>

#include "stance/clause.h"
#include "stance/reading.h"
#include "stance/stance.h"
#include "stance/topic.h"

namespace onrecord::stance {

// What one clause says about the question.
struct ClauseMeaning {
  // [-1, 1]: the speaker's position in this clause; 0: takes none.
  double value = 0;
  double opposite = 0;  // The other position that the same clause takes.
  // The outcome that is talked of, whether or not the speaker takes sides:
  // +1, -1, 0 for none.
  int outcome = 0;
  // The same without attitudes: "denounced the plan to leave" is of leaving.
  int bare_outcome = 0;
  // Praise (+1) or blame (-1) in a clause that names no outcome.
  int verdict = 0;
  bool verdict_on_object = false;   // ... of "them"
  bool verdict_on_outcome = false;  // ... of "it", or of nothing named
  bool names_object = false;
  bool subject_free = false;  // An imperative or a fragment.
  bool attributed = false;    // Somebody else's view: worth nothing here.
  Act act = Act::kUnspecified;
  Modality modality = Modality::kUnspecified;
  bool negated = false;
  bool loaded = false;        // The value comes from a loaded word.
  bool attitude = false;      // Somebody wants or refuses.
  Evidence outcome_evidence;  // The words that name the outcome.
  std::vector<Evidence> evidence;
};

// Reads one clause: outcomes named, what governs them, who speaks.
ClauseMeaning ReadClause(const Reading& reading, const Clause& clause,
                         const Topic& topic);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_FRAME_H_
