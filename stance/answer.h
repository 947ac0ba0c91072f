#ifndef ONRECORD_STANCE_ANSWER_H_
#define ONRECORD_STANCE_ANSWER_H_

#include <vector>

#include "stance/pattern_index.h"
#include "stance/reading.h"
#include "stance/stance.h"

namespace onrecord::stance {

// What a statement says as an answer, beside any outcome that it names.
struct Answer {
  int yes = 0;              // +1: opens with "yes"; -1: with "never".
  int negations = 0;        // In a short statement without a verdict.
  bool depends = false;     // "that depends"
  bool torn = false;        // "in two minds"
  bool no_comment = false;  // "too early to say"
  bool hedged = false;
  bool gradual = false;  // "step by step", "orderly"
  std::vector<Evidence> negation_evidence;
  std::vector<Evidence> evidence;
};

// Looks through a statement for the listed answers.
Answer ReadAnswer(const Reading& reading, const PatternIndex& answers);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_ANSWER_H_
