#ifndef ONRECORD_STANCE_PASSAGE_H_
#define ONRECORD_STANCE_PASSAGE_H_

#include <string>
#include <vector>

#include "stance/frame.h"
#include "stance/pattern_index.h"
#include "stance/reading.h"
#include "stance/stance.h"

namespace onrecord::stance {

// One step towards a label, from one clause or a pair of them.
struct Contribution {
  double value = 0;  // [-1, 1], weight included.
  bool conditional = false;
  std::string condition;  // The words of the condition.
  Act act = Act::kUnspecified;
  Modality modality = Modality::kUnspecified;
  bool negated = false;
  bool attitude = false;  // Somebody wants or refuses.
  std::vector<Evidence> evidence;
};

// What a run of clauses says about the question.
struct PassageMeaning {
  std::vector<Contribution> contributions;
  Topic topic;  // As it is at the end.
  // The position that an asked question puts ("asked if they should go").
  int asked = 0;
  bool asked_of = false;  // A question about an outcome is put or reported.
  int bare_outcome = 0;   // The last outcome named, without attitudes.
  // "If they ask us we go; if they do not, we stay": the words that open the
  // two conditions. Empty: there are no such two.
  std::vector<Evidence> both_ways;
};

// Only what a run of clauses is about: a PassageMeaning without contributions
// and without the two conditions.
PassageMeaning ReadTopic(const Reading& reading, Topic topic);

// Reads clause after clause and puts together what belongs together: verdicts
// with the outcome they are of, conditions with their consequence, rhetorical
// questions with their answer.
PassageMeaning ReadPassage(const Reading& reading, Topic topic,
                           const PatternIndex& questions);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PASSAGE_H_
