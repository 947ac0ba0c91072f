#ifndef ONRECORD_STANCE_TARGET_H_
#define ONRECORD_STANCE_TARGET_H_

#include <string>
#include <vector>

namespace onrecord::stance {

// The words in which one outcome of a question is named; see target.proto for
// how words and phrases are written.
struct OutcomeWords {
  std::vector<std::string> noun;       // "withdrawal"
  std::vector<std::string> on_object;  // "pull * out": done to the object
  std::vector<std::string> by_object;  // "leave": done by the object
  std::vector<std::string> phrase;     // "lay down * arms": needs no object
};

// A question on which speakers take sides, and the vocabulary of its debate.
// A plain value: ParseTarget (stance/target_proto.h) makes it from a file, and
// StanceScorer reads statements with it.
struct Target {
  std::string name;      // "troop_withdrawal"
  std::string question;  // "Should foreign troops leave ...?"
  std::vector<std::string> object;
  int object_side = 0;          // +1: wanting the object is FAVOR; -1: AGAINST.
  OutcomeWords favor, against;  // Count by themselves.
  OutcomeWords favor_beside_object, against_beside_object;
  std::vector<std::string> need, no_need;
  std::vector<std::string> argument_for, argument_against;
  std::vector<std::string> exclude;
  bool nationals_are_object = false;
  std::vector<std::string> place;
  std::vector<std::string> topic;  // Never empty after ParseTarget().
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TARGET_H_
