#ifndef ONRECORD_STANCE_JUDGEMENT_H_
#define ONRECORD_STANCE_JUDGEMENT_H_

#include <array>
#include <vector>

#include "stance/opinion.h"
#include "stance/stance.h"

namespace onrecord::stance {

// By place, then by rule; each once.
void SortEvidence(std::vector<Evidence>* evidence);

// How likely the second opinion must find its label to be heard: where the
// rules are silent, and against a label of theirs. 1: it is not heard.
struct Bounds {
  double silent = 1, contrary = 1;
  // How sure it must be beside the rules to contradict them: a share of their
  // confidence.
  double share_of_rules = 0;
};

// What was found on one statement: enough to judge it anew beside the others
// of its speaker.
struct Judgement {
  Stance stance;  // What both opinions come to on the statement alone.
  Stance second;  // The second opinion alone; kNone where it has no words.
  // How likely each position is, by StanceLabel, after both opinions.
  std::array<double, 4> probability = {1, 0, 0, 0};
  // What it counts beside others, [0, 1]: a fragment is mostly read by the
  // reporter's words around it.
  double weight = 1;
};

// What the rules alone come to.
Judgement JudgeByRules(Stance rules);

// What the two opinions come to: the second one decides where it is sure
// enough and has words to show for it.
Judgement Settle(Stance rules, const Opinion& opinion, Bounds bounds);

// A speaker takes one side on one occasion: of the statements of one speaker,
// day and channel in one article, that on one target, those that fit none of
// the other's are read anew. The position that explains them all best is found;
// what contradicts it is read as the second opinion reads it if that fits, else
// loses its label; what was silent gets it if the second opinion is of that
// mind. Where two positions explain them alike, or nothing has a label, nothing
// changes; one statement alone is left as it is.
//
//   Example: "The troops must stay" and a doubtful FAVOR of the same breath:
//            the second one is taken back.
void Reconcile(const std::vector<Judgement*>& occasion);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_JUDGEMENT_H_
