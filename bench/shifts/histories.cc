#include "bench/shifts/histories.h"

#include "absl/strings/str_cat.h"

namespace onrecord::bench {
namespace {

using stance::StanceLabel;

// A small generator of our own, so that every machine makes the same histories.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}

  // Uniform in [0, 1). The generator is SplitMix64.
  double Share() {
    uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }
  // Uniform in [0, sides).
  int Roll(int sides) { return static_cast<int>(Share() * sides); }

 private:
  uint64_t state_;
};

// One of the labels that are not `label`.
StanceLabel AnyOther(StanceLabel label, Misreading misreading, Dice* dice) {
  constexpr StanceLabel kLabels[] = {StanceLabel::kFavor, StanceLabel::kAgainst,
                                     StanceLabel::kMixed};
  const int known = label == StanceLabel::kNone ? 0 : 1;
  const int count = (misreading == Misreading::kOpposite ? 2 : 3) - known;
  int skip = dice->Roll(count);
  for (const StanceLabel other : kLabels) {
    if (other != label && skip-- == 0) return other;
  }
  return StanceLabel::kNone;
}

double ScoreOf(StanceLabel label) {
  return label == StanceLabel::kFavor     ? 0.8
         : label == StanceLabel::kAgainst ? -0.8
                                          : 0;
}

}  // namespace

SimulatedHistory SimulateHistory(const HistoryOptions& options, uint64_t seed) {
  Dice dice(seed);
  SimulatedHistory history;
  history.from = AnyOther(StanceLabel::kNone, options.misreading, &dice);
  history.to = options.changes
                   ? AnyOther(history.from, options.misreading, &dice)
                   : history.from;
  if (options.changes) {
    history.place = static_cast<size_t>(2 + dice.Roll(options.statements - 3));
  }
  for (int i = 0; i < options.statements; ++i) {
    const bool before = static_cast<size_t>(i) < history.place;
    const StanceLabel truth = before ? history.from : history.to;
    const bool wrong = dice.Share() < options.noise;
    stance::DayPosition day;
    day.said.year = static_cast<int16_t>(2000 + i / 12);
    day.said.month = static_cast<int8_t>(1 + i % 12);
    day.said.day = 5;
    day.label = wrong ? AnyOther(truth, options.misreading, &dice) : truth;
    day.score = ScoreOf(day.label);
    const double confidence = (wrong ? 0.2 : 0.4) + 0.6 * dice.Share();
    day.confidence = options.telling_confidence ? confidence : 0.8;
    day.ids = {absl::StrCat("o", i)};
    history.days.push_back(day);
  }
  return history;
}

}  // namespace onrecord::bench
