#ifndef ONRECORD_STANCE_STANCE_H_
#define ONRECORD_STANCE_STANCE_H_

#include <string>
#include <vector>

#include "text/span.h"

namespace onrecord::stance {

enum class StanceLabel {
  kNone,  // No position on the question, or none that we can show.
  kFavor,
  kAgainst,
  kMixed,  // Both, or it depends.
};

// What the speaker does with the words.
enum class Act {
  kUnspecified,
  kDemand,       // "must leave"
  kIntent,       // "we will withdraw"
  kAction,       // "has begun to withdraw"
  kEndorse,      // "welcomed the pullout"
  kNeed,         // "we need them", "no longer needed"
  kConsequence,  // "leaving would be a catastrophe"
  kRefuse,       // "refused to set a date"
  kNegotiate,    // "talks on a timetable"
};

enum class Modality {
  kUnspecified,
  kAsserted,
  kObligation,    // must, should
  kPossibility,   // may, could
  kConditional,   // if, unless
  kHypothetical,  // would
};

// One reason for a label: the words and the rule that read them.
struct Evidence {
  text::Span span;    // In the article's text.
  std::string rule;   // "target:withdraw", "negation:no longer", ...
  double weight = 0;  // Signed: > 0 speaks for FAVOR, < 0 for AGAINST.
};

// Where one quotation stands on one target.
//
//   Invariant: a label other than kNone has at least one Evidence.
struct Stance {
  std::string target;
  StanceLabel label = StanceLabel::kNone;
  double score = 0;       // [-1, 1]: -1 against, +1 in favour.
  double confidence = 0;  // [0, 1].
  Act act = Act::kUnspecified;
  Modality modality = Modality::kUnspecified;
  bool negated = false;
  std::string condition;  // The words of an if/unless clause; empty if none.
  std::vector<Evidence> evidence;
  bool human = false;  // A reader ruled so.
  // The rules were silent or said something else: a linear model over the
  // words and listed words decided (stance/opinion.h).
  bool second_opinion = false;
  // No label although the words are about the question: neutral, or a position
  // that only a reader can see.
  bool on_topic = false;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_STANCE_H_
