#ifndef ONRECORD_STANCE_CHAIN_H_
#define ONRECORD_STANCE_CHAIN_H_

#include <utility>
#include <vector>

#include "stance/holder.h"
#include "stance/reading.h"
#include "stance/stance.h"

namespace onrecord::stance {

// What the words around an outcome do to it, taken one after the other:
// polarity by parity, and whether the speaker stands behind it.
//
//   Example: "declined (-) to endorse (+)" -> sign -1, strength .9, kRefuse.
class Chain {
 public:
  Chain(const Reading& reading, int32_t begin, Subject subject)
      : reading_(reading), at_(begin), subject_(subject) {}

  // Takes one item; those that are no operators only move on.
  void Take(const Item& item);
  // Moves to `end`: notes who is named in between.
  void MoveTo(int32_t end);

  int sign() const { return sign_; }
  // The part of the sign that changes and negations make, without attitudes.
  int change_sign() const { return change_sign_; }
  Subject subject() const { return subject_; }
  // [0, 1]: how far the words taken commit the speaker; 0: only a fact.
  double strength() const { return strength_; }
  bool attributed() const { return attributed_; }
  bool praise() const { return praise_; }
  bool negated() const { return negated_; }
  bool judged() const { return judged_; }      // By an evaluation or a need.
  bool wanted() const { return wanted_; }      // By an attitude.
  bool operated() const { return operated_; }  // Anything at all.
  bool will() const { return will_; }
  bool would() const { return would_; }
  bool may() const { return may_; }
  bool must() const { return must_; }
  bool changed() const { return changed_; }
  // By a change that is said of what stands before it: "must be kept".
  bool changes_subject() const { return changes_subject_; }
  bool nominal() const { return nominal_; }  // "the plan to ..."
  bool ended() const { return ended_; }  // "than": what follows is compared.
  Act act() const { return act_; }
  Modality modality() const { return modality_; }
  std::vector<Evidence> TakeEvidence() { return std::move(evidence_); }

 private:
  bool RepeatsLast(const Item& item) const;
  bool GoodForFoe(const Item& item) const;
  bool IsNounUse(const Item& item) const;
  void Attitude(const Item& item);
  void Multiply(const Item& item);
  void TakeNegatedModal(const Item& item);

  const Reading& reading_;
  int32_t at_;
  Subject subject_;
  const Item* last_ = nullptr;  // Last item that changed the sign.
  int sign_ = 1;
  int change_sign_ = 1;
  double strength_ = 0;
  bool attributed_ = false, praise_ = false, negated_ = false;
  bool judged_ = false, wanted_ = false, operated_ = false, ended_ = false;
  bool will_ = false, would_ = false, may_ = false, must_ = false;
  bool changed_ = false, changes_subject_ = false, nominal_ = false;
  Act act_ = Act::kUnspecified;
  Modality modality_ = Modality::kUnspecified;
  std::vector<Evidence> evidence_;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_CHAIN_H_
