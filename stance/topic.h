#ifndef ONRECORD_STANCE_TOPIC_H_
#define ONRECORD_STANCE_TOPIC_H_

namespace onrecord::stance {

// What is being talked about when a clause opens: what pronouns and bare
// verdicts refer to.
struct Topic {
  bool object = false;     // The target's object is under discussion.
  bool asked = false;      // The reporter tells of a question about it.
  bool article = false;    // The whole text is about the target.
  bool nationals = false;  // "the Kenyans" can be the object.
  int object_side = 0;     // The side of somebody who wants it.
  bool excluded = false;   // A near-by thing is, and the object is not.
  // The side of the outcome under discussion ("the plan to leave": +1); 0:
  // none.
  int outcome = 0;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TOPIC_H_
