#ifndef ONRECORD_STANCE_SIGNAL_H_
#define ONRECORD_STANCE_SIGNAL_H_

#include <cstdint>
#include <string>

namespace onrecord::stance {

// What a listed word or phrase does in a statement. `sign` is told for each:
// the side of the question for words of the target, else the polarity.
enum class SignalKind : uint8_t {
  // Words of the target file; sign +1 speaks for FAVOR.
  kObject,   // "troops": the side of somebody who wants them
  kOutcome,  // "withdrawal", "presence"
  kActOn,    // "withdraw": done to the object
  kActBy,    // "leave": done by the object
  kPhrase,   // "lay down arms": needs no object
  kLoaded,   // "occupation": only one side says so
  kExclude,  // "air strike"
  // Words about the object or the outcome; sign +1 speaks for having it.
  kNeed,      // "need"; of the target file: "finish the job"
  kWant,      // "support", "refuse"
  kSay,       // "think"
  kPraise,    // "honour": no position
  kThreat,    // "resign"
  kDread,     // "warn": no to a thing, a forecast before a clause
  kFoe,       // "the enemy": what is good for them is bad
  kChange,    // "keep", "extend"; "end", "break"
  kEval,      // "wise"; "catastrophe"
  kNegation,  // "never"
  kPass,      // "not only": looks like a negation and is none
  kMust,
  kMay,
  kWould,
  kWill,
  // Openings of clauses.
  kBut,
  kAlthough,
  kWhether,
  kIf,
  kUnless,
  kDuration,
  kWhen,
  kBecause,
  kThan,
  kTrivial,  // "if need be": no condition
  // Openings of questions.
  kRhetorical,  // sign -1: "why should"; +1: "isn't it time"
  kBadEnd,      // "what happens when"
  // Answers.
  kAnswer,    // "yes", "never"
  kObserver,  // Of a speaker: he only watches.
  kDepends,
  kTorn,
  kNoComment,
  kHedge,
  kGradual,
};

// One meaning of a listed word or phrase.
struct Signal {
  SignalKind kind = SignalKind::kPass;
  int8_t sign = 0;
  bool of_target = false;
  bool verb = false;
  bool adjective = false;  // Of evaluations: listed as it stands.
  // Of target words: counts only beside the object.
  bool beside_object = false;
  std::string name;  // "target:withdraw", "attitude:oppose".
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SIGNAL_H_
