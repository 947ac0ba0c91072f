#include "stance/chain.h"

#include <algorithm>

#include "stance/clause_words.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

// How far an operator commits a speaker who is its subject.
constexpr double kAttitudeStrength = .9;
constexpr double kJudgementStrength = .8;
constexpr double kThreatStrength = .7;

constexpr text::WordId kTo = text::KnownWord("to");
constexpr text::WordSet kNeitherNor = {"neither", "nor"};
constexpr text::WordSet kWillNot = {"won't"};
constexpr text::WordSet kMustNot = {"mustn't", "shouldn't"};
constexpr text::WordSet kMayNot = {"cannot", "can't"};
constexpr text::WordSet kWouldNot = {"wouldn't"};

bool SameKind(const Item& a, const Item& b) {
  return a.signal->kind == b.signal->kind && a.signal->sign == b.signal->sign;
}

}  // namespace

void Chain::MoveTo(int32_t end) {
  if (at_ < end) subject_ = SubjectIn(reading_, {at_, end}, subject_);
  at_ = std::max(at_, end);
}

// "wrong and dangerous", "stop, end": one judgement, not two.
bool Chain::RepeatsLast(const Item& item) const {
  if (last_ == nullptr || !SameKind(*last_, item)) return false;
  // "neither the soldiers nor the ships".
  if (kNeitherNor.Has(reading_.token(last_->at.begin).word)) return true;
  // "cannot and will not"
  const text::WordClasses modal =
      item.Is(SignalKind::kNegation) ? text::kModal | text::kAuxiliary : 0;
  bool joined = false;
  for (int32_t at = last_->at.end; at < item.at.begin; ++at) {
    const text::Token& token = reading_.token(at);
    joined |= token.Has(text::kConjunction);
    if (!token.Is(text::Punct::kComma) &&
        !token.Has(text::kConjunction | text::kAdverb | text::kDeterminer) &&
        !(joined && token.Has(modal))) {
      return false;
    }
  }
  return true;
}

// "a gift to the enemy", "the rebels would cheer".
bool Chain::GoodForFoe(const Item& item) const {
  constexpr int32_t kReach = 5;
  for (const Item& other : reading_.items) {
    if (!other.Is(SignalKind::kFoe)) continue;
    const int32_t distance =
        std::max(item.at.begin - other.at.end, other.at.begin - item.at.end);
    if (distance <= kReach) return true;
  }
  return false;
}

// "the plan to leave", "dismissed calls to leave": somebody's wish, not said
// whose.
bool Chain::IsNounUse(const Item& item) const {
  if (item.signal->adjective || item.at.begin == 0) return false;
  const text::Token& before = reading_.token(item.at.begin - 1);
  if (before.Has(text::kFirstPerson)) return false;
  if (before.Has(text::kDeterminer | text::kPossessive)) return true;
  if (before.Has(text::kPreposition) && item.at.begin > 0 &&
      before.word != kTo) {
    return !reading_.token(item.at.begin).Has(text::kGerund);
  }
  return last_ != nullptr && last_->at.end == item.at.begin &&
         !last_->Is(SignalKind::kNegation);
}

void Chain::Multiply(const Item& item) {
  operated_ = true;
  const bool repeats = RepeatsLast(item);
  last_ = &item;
  int sign = item.signal->sign;
  if (item.Is(SignalKind::kEval) && sign > 0 && GoodForFoe(item)) sign = -1;
  evidence_.push_back(
      {reading_.SpanOf(item.at), item.signal->name, static_cast<double>(sign)});
  if (repeats) return;
  sign_ *= sign;
  if (item.Is(SignalKind::kChange)) change_sign_ *= item.signal->sign;
}

void Chain::Attitude(const Item& item) {
  if (IsNounUse(item)) {
    nominal_ = true;
    if (!item.Is(SignalKind::kSay)) Multiply(item);
    return;
  }
  const bool foreign = subject_ == Subject::kOther ||
                       (reading_.observer && (subject_ == Subject::kEveryone ||
                                              subject_ == Subject::kThey));
  if (foreign && strength_ == 0) attributed_ = true;
  if (item.Is(SignalKind::kSay)) return;
  Multiply(item);
  wanted_ = true;
  if (attributed_) return;
  strength_ = std::max(strength_, kAttitudeStrength);
  if (act_ == Act::kUnspecified) {
    act_ = item.signal->sign < 0 ? Act::kRefuse : Act::kEndorse;
  }
}

void Chain::Take(const Item& item) {
  MoveTo(item.at.begin);
  at_ = std::max(at_, item.at.end);
  switch (item.signal->kind) {
    case SignalKind::kNegation:
      Multiply(item);
      negated_ = true;
      break;
    case SignalKind::kDread:
    case SignalKind::kWant:
    case SignalKind::kSay:
      Attitude(item);
      break;
    case SignalKind::kThreat:
      Multiply(item);
      if (!attributed_) strength_ = std::max(strength_, kThreatStrength);
      break;
    case SignalKind::kPraise:
      praise_ = true;
      break;
    case SignalKind::kChange:
      Multiply(item);
      changed_ = true;
      changes_subject_ |= ChangesSubject(reading_, item);
      if (act_ == Act::kUnspecified) act_ = Act::kAction;
      break;
    case SignalKind::kEval:
    case SignalKind::kNeed:
      Multiply(item);
      judged_ = true;
      strength_ = std::max(strength_, kJudgementStrength);
      act_ = item.Is(SignalKind::kNeed) ? Act::kNeed : Act::kConsequence;
      break;
    case SignalKind::kMust:
      must_ = true;
      if (!attributed_) strength_ = std::max(strength_, kAttitudeStrength);
      modality_ = Modality::kObligation;
      act_ = Act::kDemand;
      evidence_.push_back({reading_.SpanOf(item.at), item.signal->name, 1.0});
      break;
    case SignalKind::kMay:
      may_ = true;
      if (modality_ == Modality::kUnspecified) {
        modality_ = Modality::kPossibility;
      }
      break;
    case SignalKind::kWould:
      would_ = true;
      if (modality_ == Modality::kUnspecified) {
        modality_ = Modality::kHypothetical;
      }
      break;
    case SignalKind::kWill:
      will_ = true;
      evidence_.push_back({reading_.SpanOf(item.at), item.signal->name, 1.0});
      if (act_ == Act::kUnspecified) act_ = Act::kIntent;
      if (modality_ == Modality::kUnspecified) modality_ = Modality::kAsserted;
      break;
    case SignalKind::kThan:
      ended_ = true;
      break;
    default:
      break;
  }
  if (item.Is(SignalKind::kNegation)) TakeNegatedModal(item);
}

// "cannot", "won't", "mustn't": one word that is both.
void Chain::TakeNegatedModal(const Item& item) {
  const text::WordId word = reading_.token(item.at.begin).word;
  if (kWillNot.Has(word)) {
    will_ = true;
  } else if (kMustNot.Has(word)) {
    must_ = true;
    act_ = Act::kDemand;
    modality_ = Modality::kObligation;
    if (!attributed_) strength_ = std::max(strength_, kAttitudeStrength);
  } else if (kMayNot.Has(word)) {
    may_ = true;
  } else if (kWouldNot.Has(word)) {
    would_ = true;
  }
}

}  // namespace onrecord::stance
