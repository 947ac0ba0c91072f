#include "stance/shifts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace onrecord::stance {
namespace {

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
  // The scorer is never quite sure of nothing.
  constexpr double kLeastWeight = 0.05;
  std::map<StanceLabel, double> weights;
  for (const Observation* o : observations) {
    weights[o->stance.label] += std::max(kLeastWeight, o->stance.confidence);
  }
  DayPosition day;
  day.said = said;
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

// Days [begin, end) in a row with one label.
struct Run {
  StanceLabel label = StanceLabel::kNone;
  size_t begin = 0, end = 0;
  int size() const { return static_cast<int>(end - begin); }
};

std::vector<Run> RunsOf(const std::vector<DayPosition>& days) {
  std::vector<Run> runs;
  for (size_t i = 0; i < days.size(); ++i) {
    if (runs.empty() || runs.back().label != days[i].label) {
      runs.push_back({days[i].label, i, i});
    }
    runs.back().end = i + 1;
  }
  return runs;
}

ShiftKind KindOf(StanceLabel from, StanceLabel to) {
  if (to == StanceLabel::kMixed) return ShiftKind::kSoftening;
  return from == StanceLabel::kMixed ? ShiftKind::kHardening
                                     : ShiftKind::kReversal;
}

int DaysApart(text::PartialDate a, text::PartialDate b) {
  if (!a.known() || !b.known()) return 1 << 20;
  if (a.First() > b.Last()) return static_cast<int>(a.First() - b.Last());
  if (b.First() > a.Last()) return static_cast<int>(b.First() - a.Last());
  return 0;
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

// Walks over the runs of a history and keeps the position that holds.
class ShiftFinder {
 public:
  ShiftFinder(const std::vector<DayPosition>& days,
              const std::vector<ReportedShift>& reported,
              const ShiftOptions& options)
      : days_(days), reported_(reported), options_(options) {}

  std::vector<Shift> Run() {
    const std::vector<struct Run> runs = RunsOf(days_);
    for (size_t r = 0; r < runs.size(); ++r) {
      if (r == 0 || runs[r].label == held_) {
        Hold(runs[r]);
        continue;
      }
      const bool last = r + 1 == runs.size();
      if (runs[r].size() >= options_.confirm_after) {
        Emit(runs[r]);
        standing_.clear();
        Hold(runs[r]);
      } else if (last && IsClear(runs[r])) {
        Emit(runs[r]);
      }
    }
    return std::move(shifts_);
  }

 private:
  void Hold(const struct Run& run) {
    held_ = run.label;
    for (size_t i = run.begin; i < run.end; ++i) standing_.push_back(i);
  }

  bool IsClear(const struct Run& run) const {
    const DayPosition& day = days_[run.begin];
    return day.confidence >= options_.min_confidence &&
           NearestReport(reported_, true, day.said,
                         options_.reiterated_window_days) == nullptr;
  }

  void Emit(const struct Run& run) {
    Shift shift;
    shift.kind = KindOf(held_, run.label);
    shift.from = held_;
    shift.to = run.label;
    shift.after = days_[standing_.back()].said;
    shift.by = days_[run.begin].said;
    const int before = static_cast<int>(standing_.size());
    const size_t max = static_cast<size_t>(options_.max_cited);
    size_t first = standing_.size(), cited = 0;
    while (first > 0 && cited < max) {
      cited += days_[standing_[--first]].ids.size();
    }
    for (; first < standing_.size(); ++first) {
      Cite(days_[standing_[first]], max, &shift.before_ids);
    }
    std::vector<size_t> now;
    for (size_t i = run.begin; i < run.end; ++i) {
      Cite(days_[i], max, &shift.after_ids);
      now.push_back(i);
    }
    const ReportedShift* report = NearestReport(reported_, false, shift.by,
                                                options_.reported_window_days);
    if (report != nullptr) shift.reported_by = report->sentence;
    shift.tier = run.size() >= options_.confirm_after &&
                         before >= options_.confirm_before
                     ? ShiftTier::kConfirmed
                 : report != nullptr ? ShiftTier::kReported
                                     : ShiftTier::kCandidate;
    shift.strength = Strength(now, before);
    shifts_.push_back(std::move(shift));
  }

  // Half the distance of the mean scores, less where few days show it.
  double Strength(const std::vector<size_t>& now, int before) const {
    const double distance =
        std::abs(MeanScore(days_, now) - MeanScore(days_, standing_)) / 2;
    const double few =
        std::min(static_cast<double>(now.size()), static_cast<double>(before));
    return std::min(1.0, distance * few / (few + 0.5) * 1.25);
  }

  const std::vector<DayPosition>& days_;
  const std::vector<ReportedShift>& reported_;
  const ShiftOptions& options_;
  StanceLabel held_ = StanceLabel::kNone;
  std::vector<size_t> standing_;  // Days that show the held position.
  std::vector<Shift> shifts_;
};

}  // namespace

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
