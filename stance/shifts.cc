#include "stance/shifts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>

namespace onrecord::stance {
namespace {

// The scorer is never quite sure of nothing.
constexpr double kLeastWeight = 0.05;

// The label of a day from the weights of its observations by label; kNone where
// it contradicts itself.
StanceLabel DayLabel(double favor, double against, double mixed) {
  const double clear = favor + against;
  if (mixed > clear) return StanceLabel::kMixed;
  if (favor >= 2 * against) return StanceLabel::kFavor;
  if (against >= 2 * favor) return StanceLabel::kAgainst;
  return StanceLabel::kNone;
}

DayPosition MakeDay(text::PartialDate said,
                    const std::vector<const Observation*>& observations) {
  std::map<StanceLabel, double> weights;
  for (const Observation* o : observations) {
    weights[o->stance.label] += std::max(kLeastWeight, o->stance.confidence);
  }
  DayPosition day;
  day.said = said;
  day.observations = static_cast<int>(observations.size());
  day.label =
      DayLabel(weights[StanceLabel::kFavor], weights[StanceLabel::kAgainst],
               weights[StanceLabel::kMixed]);
  for (const Observation* o : observations) {
    day.score += o->stance.score / static_cast<double>(observations.size());
    if (o->stance.label != day.label) continue;
    day.confidence = std::max(day.confidence, o->stance.confidence);
    day.ids.push_back(o->id);
  }
  return day;
}

ShiftKind KindOf(StanceLabel from, StanceLabel to) {
  if (to == StanceLabel::kMixed) return ShiftKind::kSoftening;
  return from == StanceLabel::kMixed ? ShiftKind::kHardening
                                     : ShiftKind::kReversal;
}

// The sentence nearest to the date that says so; nullptr if none is near.
const ReportedShift* NearestReport(const std::vector<ReportedShift>& reported,
                                   bool reiterated, text::PartialDate date,
                                   int window_days) {
  const ReportedShift* best = nullptr;
  for (const ReportedShift& r : reported) {
    if (r.reiterated != reiterated) continue;
    const int days = DaysApart(r.when, date);
    if (days > window_days) continue;
    const int best_days = best == nullptr ? 0 : DaysApart(best->when, date);
    if (best == nullptr || days < best_days ||
        (days == best_days && r.sentence < best->sentence)) {
      best = &r;
    }
  }
  return best;
}

void Cite(const DayPosition& day, size_t max, std::vector<std::string>* ids) {
  for (const std::string& id : day.ids) {
    if (ids->size() < max) ids->push_back(id);
  }
}

double MeanScore(const std::vector<DayPosition>& days,
                 const std::vector<size_t>& which) {
  double sum = 0;
  for (size_t i : which) sum += days[i].score;
  return which.empty() ? 0 : sum / static_cast<double>(which.size());
}

// A price of ShiftOptions in a history of so many days.
double InStatements(double price, size_t days) {
  return price * std::log(static_cast<double>(days));
}

constexpr StanceLabel kPositions[] = {
    StanceLabel::kFavor, StanceLabel::kAgainst, StanceLabel::kMixed};
constexpr size_t kPositionCount = 3;

// What each day counts: its confidence, 1 on the average.
std::vector<double> WeightsOf(const std::vector<DayPosition>& days) {
  std::vector<double> weights;
  double sum = 0;
  for (const DayPosition& day : days) {
    weights.push_back(std::max(kLeastWeight, day.confidence));
    sum += weights.back();
  }
  for (double& weight : weights)
    weight *= static_cast<double>(days.size()) / sum;
  return weights;
}

// Days [begin, end) on which one position held; some of them may look
// otherwise, which are taken for misread.
struct Segment {
  StanceLabel label = StanceLabel::kNone;
  size_t begin = 0, end = 0;
};

// Cuts a history into the segments that cost least: the weights of the days
// that look otherwise, and a price for each change.
class HistoryCutter {
 public:
  HistoryCutter(const std::vector<DayPosition>& days,
                const std::vector<double>& weights,
                const std::vector<ReportedShift>& reported,
                const ShiftOptions& options)
      : days_(days), weights_(weights), reported_(reported), options_(options) {
    costs_.fill(std::numeric_limits<double>::infinity());
    for (size_t p = 0; p < kPositionCount; ++p) costs_[StateOf(p, p)] = 0;
  }

  // In order, without gaps; none if there are no days.
  std::vector<Segment> Cut() {
    if (days_.empty()) return {};
    for (size_t i = 0; i < days_.size(); ++i) Extend(i);
    size_t state = Cheapest();
    std::vector<Segment> segments;
    for (size_t end = days_.size(); end > 0;) {
      size_t begin = end - 1;
      while (begin > 0 && came_from_[begin][state] == state) --begin;
      segments.push_back({kPositions[HeldIn(state)], begin, end});
      state = came_from_[begin][state];
      end = begin;
    }
    std::reverse(segments.begin(), segments.end());
    return segments;
  }

 private:
  // The position held and the one before it; twice the same in the first
  // segment.
  static constexpr size_t kStateCount = kPositionCount * kPositionCount;
  using PerState = std::array<size_t, kStateCount>;
  static size_t StateOf(size_t before, size_t held) {
    return before * kPositionCount + held;
  }
  static size_t HeldIn(size_t state) { return state % kPositionCount; }
  static size_t BeforeIn(size_t state) { return state / kPositionCount; }

  // The cheapest ways to be in each state on day `i`.
  void Extend(size_t i) {
    const std::array<double, kStateCount> costs = costs_;
    PerState from;
    for (size_t state = 0; state < kStateCount; ++state) from[state] = state;
    for (size_t to = 0; i > 0 && to < kPositionCount; ++to) {
      if (!MayBegin(i, kPositions[to])) continue;
      for (size_t state = 0; state < kStateCount; ++state) {
        if (HeldIn(state) == to) continue;
        const size_t next = StateOf(HeldIn(state), to);
        const double cost = costs[state] + PriceAt(i, BeforeIn(state) == to);
        if (cost >= costs_[next]) continue;
        costs_[next] = cost;
        from[next] = state;
      }
    }
    for (size_t state = 0; state < kStateCount; ++state) {
      if (days_[i].label != kPositions[HeldIn(state)]) {
        costs_[state] += weights_[i];
      }
    }
    came_from_.push_back(from);
  }

  // The state at the end; of equal ones one that holds the first day's
  // position.
  size_t Cheapest() const {
    size_t best = 0;
    for (size_t state = 0; state < kStateCount; ++state) {
      const bool first = kPositions[HeldIn(state)] == days_.front().label;
      if (costs_[state] < costs_[best] ||
          (costs_[state] == costs_[best] && first)) {
        best = state;
      }
    }
    return best;
  }

  bool MayBegin(size_t i, StanceLabel label) const {
    const size_t needed = static_cast<size_t>(options_.confirm_after);
    if (i + needed > days_.size()) return false;
    return std::all_of(
        days_.begin() + i, days_.begin() + i + needed,
        [label](const DayPosition& d) { return d.label == label; });
  }

  double PriceAt(size_t i, bool back) const {
    const bool told = NearestReport(reported_, false, days_[i].said,
                                    options_.reported_window_days) != nullptr;
    if (told) return 0;
    return InStatements(back ? options_.return_price : options_.change_price,
                        days_.size());
  }

  const std::vector<DayPosition>& days_;
  const std::vector<double>& weights_;
  const std::vector<ReportedShift>& reported_;
  const ShiftOptions& options_;
  std::array<double, kStateCount> costs_;
  std::vector<PerState> came_from_;  // A day's state -> that of the day before.
};

// One side of a change: the days that show its position.
struct Side {
  StanceLabel label = StanceLabel::kNone;
  std::vector<size_t> days;
  double support = 0;  // Weight of these days, less that of the others.
};

// Makes shifts of the segments of a history.
class ShiftFinder {
 public:
  ShiftFinder(const std::vector<DayPosition>& days,
              const std::vector<ReportedShift>& reported,
              const ShiftOptions& options)
      : days_(days),
        weights_(WeightsOf(days)),
        reported_(reported),
        options_(options) {}

  std::vector<Shift> Run() {
    const std::vector<Segment> segments =
        HistoryCutter(days_, weights_, reported_, options_).Cut();
    for (size_t s = 1; s < segments.size(); ++s) {
      const Side before = SideOf(segments[s - 1]);
      Emit(before, SideOf(segments[s]),
           before.days.size() >= static_cast<size_t>(options_.confirm_before));
    }
    if (!segments.empty()) EmitCandidate(segments.back());
    return std::move(shifts_);
  }

 private:
  Side SideOf(const Segment& segment) const {
    Side side;
    side.label = segment.label;
    for (size_t i = segment.begin; i < segment.end; ++i) {
      const bool shows = days_[i].label == segment.label;
      if (shows) side.days.push_back(i);
      side.support += shows ? weights_[i] : -weights_[i];
    }
    return side;
  }

  // The last days, where they differ from the position that holds.
  void EmitCandidate(Segment segment) {
    const StanceLabel label = days_.back().label;
    if (label == segment.label) return;
    const size_t end = segment.end;
    while (days_[segment.end - 1].label == label) --segment.end;
    const DayPosition& first = days_[segment.end];
    if (first.confidence < options_.min_confidence) return;
    if (NearestReport(reported_, true, first.said,
                      options_.reiterated_window_days) != nullptr) {
      return;
    }
    Emit(SideOf(segment), SideOf({label, segment.end, end}), false);
  }

  void Emit(const Side& before, const Side& now, bool confirmed) {
    Shift shift;
    shift.kind = KindOf(before.label, now.label);
    shift.from = before.label;
    shift.to = now.label;
    shift.after = days_[before.days.back()].said;
    shift.by = days_[now.days.front()].said;
    CiteLast(before, &shift.before_ids);
    const size_t max = static_cast<size_t>(options_.max_cited);
    for (size_t i : now.days) Cite(days_[i], max, &shift.after_ids);
    const ReportedShift* report = NearestReport(reported_, false, shift.by,
                                                options_.reported_window_days);
    if (report != nullptr) shift.reported_by = report->sentence;
    shift.confidence = Confidence(before, now, report != nullptr);
    shift.tier = confirmed           ? ShiftTier::kConfirmed
                 : report != nullptr ? ShiftTier::kReported
                                     : ShiftTier::kCandidate;
    shift.strength = Strength(before, now);
    shifts_.push_back(std::move(shift));
  }

  void CiteLast(const Side& side, std::vector<std::string>* ids) const {
    const size_t max = static_cast<size_t>(options_.max_cited);
    size_t first = side.days.size(), cited = 0;
    while (first > 0 && cited < max) {
      cited += days_[side.days[--first]].ids.size();
    }
    for (; first < side.days.size(); ++first) {
      Cite(days_[side.days[first]], max, ids);
    }
  }

  // Half the distance of the mean scores, less where few days show it.
  double Strength(const Side& before, const Side& now) const {
    const double distance =
        std::abs(MeanScore(days_, now.days) - MeanScore(days_, before.days)) /
        2;
    const double few =
        static_cast<double>(std::min(now.days.size(), before.days.size()));
    return std::min(1.0, distance * few / (few + 0.5) * 1.25);
  }

  // The weaker side must outweigh the price, at the odds that one statement is
  // read rightly.
  double Confidence(const Side& before, const Side& now, bool told) const {
    constexpr double kLogOdds = 2.2;  // 9 in 10.
    const double support = std::min(before.support, now.support);
    const double price =
        told ? 0 : InStatements(options_.change_price, days_.size());
    return 1 / (1 + std::exp(-kLogOdds * (support - price)));
  }

  const std::vector<DayPosition>& days_;
  const std::vector<double> weights_;
  const std::vector<ReportedShift>& reported_;
  const ShiftOptions& options_;
  std::vector<Shift> shifts_;
};

}  // namespace

int DaysApart(text::PartialDate a, text::PartialDate b) {
  if (!a.known() || !b.known()) return 1 << 20;
  if (a.First() > b.Last()) return static_cast<int>(a.First() - b.Last());
  if (b.First() > a.Last()) return static_cast<int>(b.First() - a.Last());
  return 0;
}

std::vector<DayPosition> DayPositions(
    const std::vector<Observation>& observations, Channel channel) {
  std::map<text::PartialDate, std::vector<const Observation*>> by_day;
  for (const Observation& o : observations) {
    if (o.channel != channel || o.stance.label == StanceLabel::kNone) continue;
    if (o.said.known()) by_day[o.said].push_back(&o);
  }
  std::vector<DayPosition> days;
  for (const auto& [said, of_day] : by_day) {
    DayPosition day = MakeDay(said, of_day);
    if (day.label != StanceLabel::kNone) days.push_back(std::move(day));
  }
  return days;
}

std::vector<Shift> FindShifts(const std::vector<DayPosition>& days,
                              const std::vector<ReportedShift>& reported,
                              const ShiftOptions& options) {
  return ShiftFinder(days, reported, options).Run();
}

}  // namespace onrecord::stance
