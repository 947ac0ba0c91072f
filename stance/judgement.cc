#include "stance/judgement.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace onrecord::stance {
namespace {

// To take back what the rules found: at least, at most, and beyond what
// the rules count for.
constexpr double kSureOfNone = .8, kSureOfAnyNone = .95, kSurerOfNone = .1;
// What the rules' label weighs beside the second opinion.
constexpr double kRulesShare = .5;
// How sure the second opinion must be that a silent statement says what the
// others of its occasion say.
constexpr double kSureOfSame = .55;
// Of the statements beside one that takes a side: those that take the same one,
// those that take none, and those that another one was meant or misread.
constexpr double kSame = .75, kNoSide = .24, kOther = .01;
// Log of the odds at which one position explains an occasion better.
constexpr double kClearly = .4;

constexpr StanceLabel kPositions[] = {
    StanceLabel::kFavor, StanceLabel::kAgainst, StanceLabel::kMixed};

double& At(std::array<double, 4>* probability, StanceLabel label) {
  return (*probability)[static_cast<size_t>(label)];
}

double At(const std::array<double, 4>& probability, StanceLabel label) {
  return probability[static_cast<size_t>(label)];
}

// The rules' stance with the second opinion's label in place of theirs.
Stance SecondOf(const Stance& rules, const Opinion& opinion) {
  Stance stance;
  stance.target = rules.target;
  if (opinion.label == StanceLabel::kNone || opinion.evidence.empty()) {
    return stance;
  }
  stance = rules;
  stance.label = opinion.label;
  stance.second_opinion = true;
  stance.confidence = At(opinion.probability, opinion.label);
  stance.score = At(opinion.probability, StanceLabel::kFavor) -
                 At(opinion.probability, StanceLabel::kAgainst);
  stance.evidence = opinion.evidence;
  SortEvidence(&stance.evidence);
  return stance;
}

// How well one position explains the statements of an occasion, as a logarithm.
double Explains(const std::vector<Judgement*>& occasion, StanceLabel position) {
  double sum = 0;
  for (const Judgement* one : occasion) {
    const double same = At(one->probability, position);
    const double none = At(one->probability, StanceLabel::kNone);
    sum += one->weight * std::log(kSame * same + kNoSide * none + kOther);
  }
  return sum;
}

// The position that explains an occasion best, of those that a statement of it
// shows; kNone if none is clearly better.
StanceLabel PositionOf(const std::vector<Judgement*>& occasion) {
  StanceLabel best = StanceLabel::kNone;
  double most = 0, second = 0;
  for (const StanceLabel position : kPositions) {
    const bool shown = std::any_of(
        occasion.begin(), occasion.end(),
        [=](const Judgement* one) { return one->stance.label == position; });
    if (!shown) continue;
    const double value = Explains(occasion, position);
    if (best == StanceLabel::kNone) {
      best = position;
      most = value;
      second = value - kClearly;
    } else if (value > most) {
      second = most;
      most = value;
      best = position;
    } else {
      second = std::max(second, value);
    }
  }
  return most - second >= kClearly ? best : StanceLabel::kNone;
}

}  // namespace

void SortEvidence(std::vector<Evidence>* evidence) {
  std::stable_sort(evidence->begin(), evidence->end(),
                   [](const Evidence& a, const Evidence& b) {
                     if (a.span != b.span) return a.span < b.span;
                     return a.rule < b.rule;
                   });
  evidence->erase(std::unique(evidence->begin(), evidence->end(),
                              [](const Evidence& a, const Evidence& b) {
                                return a.span == b.span && a.rule == b.rule;
                              }),
                  evidence->end());
}

Judgement JudgeByRules(Stance rules) {
  Judgement result;
  result.second.target = rules.target;
  if (rules.label != StanceLabel::kNone) {
    At(&result.probability, StanceLabel::kNone) = 1 - rules.confidence;
    At(&result.probability, rules.label) = rules.confidence;
  }
  result.stance = std::move(rules);
  return result;
}

Judgement Settle(Stance rules, const Opinion& opinion, Bounds bounds) {
  Judgement result;
  result.second = SecondOf(rules, opinion);
  result.probability = opinion.probability;
  if (rules.label != StanceLabel::kNone) {
    for (double& p : result.probability) p *= 1 - kRulesShare;
    At(&result.probability, rules.label) += kRulesShare;
  }
  const double sure = At(opinion.probability, opinion.label);
  const double rules_sure = bounds.share_of_rules * rules.confidence;
  const double contrary = std::max(bounds.contrary, rules_sure);
  const double taking_back =
      std::max({contrary, kSureOfNone,
                std::min(kSureOfAnyNone, rules_sure + kSurerOfNone)});
  if (opinion.label == StanceLabel::kNone &&
      rules.label != StanceLabel::kNone && sure >= taking_back) {
    result.stance.target = rules.target;
    result.stance.second_opinion = true;
    return result;
  }
  const double bound =
      rules.label == StanceLabel::kNone ? bounds.silent : contrary;
  const bool decides = result.second.label != StanceLabel::kNone &&
                       result.second.label != rules.label && sure >= bound;
  result.stance = decides ? result.second : std::move(rules);
  return result;
}

void Reconcile(const std::vector<Judgement*>& occasion) {
  if (occasion.size() < 2) return;
  const StanceLabel position = PositionOf(occasion);
  if (position == StanceLabel::kNone) return;
  for (Judgement* one : occasion) {
    if (one->stance.label == position) continue;
    const bool silent = one->stance.label == StanceLabel::kNone;
    const bool fits = one->second.label == position &&
                      (!silent || one->second.confidence >= kSureOfSame);
    if (fits) {
      one->stance = one->second;
    } else if (!silent) {
      Stance none;
      none.target = one->stance.target;
      none.on_topic = true;
      one->stance = std::move(none);
    }
  }
}

}  // namespace onrecord::stance
