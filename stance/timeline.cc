#include "stance/timeline.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/string_view.h"
#include "stance/take_groups.h"

namespace onrecord::stance {
namespace {

double ScoreOf(const DayPosition& day) {
  switch (day.label) {
    case StanceLabel::kFavor:
      return std::max(day.score, 0.5);
    case StanceLabel::kAgainst:
      return std::min(day.score, -0.5);
    default:
      return day.score / 2;
  }
}

text::PartialDate MonthOf(text::PartialDate date) {
  date.day = 0;
  return date;
}

// The sentence that says of this observation that it repeats the line; nullptr
// if none does.
const ReportedShift* Reiteration(const Observation& observation,
                                 const std::vector<ReportedShift>& reported,
                                 int window_days) {
  const ReportedShift* best = nullptr;
  for (const ReportedShift& r : reported) {
    if (!r.reiterated || DaysApart(r.when, observation.said) > window_days) {
      continue;
    }
    const bool told = std::any_of(
        observation.sources.begin(), observation.sources.end(),
        [&r](const Source& s) { return s.article_id == r.article_id; });
    if (told && (best == nullptr || r.sentence < best->sentence)) best = &r;
  }
  return best;
}

Timeline MakeTimeline(std::vector<Observation> observations,
                      const std::vector<ReportedShift>& reported,
                      const TimelineOptions& options) {
  std::sort(observations.begin(), observations.end(),
            [](const Observation& a, const Observation& b) {
              return std::tie(a.said, a.id) < std::tie(b.said, b.id);
            });
  Timeline timeline;
  timeline.target = observations.front().stance.target;
  timeline.speaker_id = observations.front().speaker_id;
  timeline.speaker_name = observations.front().speaker_name;
  const auto open = DayPositions(observations, Channel::kPublic);
  const auto closed = DayPositions(observations, Channel::kPrivate);
  timeline.shifts = FindShifts(open, reported, options.shifts);
  timeline.splits = FindSplits(open, closed, options.splits);
  timeline.current = CurrentPosition(open, timeline.shifts, options);
  timeline.trend = TrendOf(open, timeline.shifts, options);
  timeline.reiterations = NoteReiterations(reported, options, &observations);
  timeline.current.n = static_cast<int>(std::count_if(
      observations.begin(), observations.end(), [](const Observation& o) {
        return o.channel == Channel::kPublic && o.said.known();
      }));
  timeline.observations = std::move(observations);
  return timeline;
}

// The observations with a position of each target and speaker.
std::vector<std::vector<Observation>> LinesOf(ObservationQueue observations) {
  return TakeGroups(
      std::move(observations),
      [](const Observation& o) {
        return std::pair<absl::string_view, absl::string_view>(o.stance.target,
                                                               o.speaker_id);
      },
      [](const Observation& o) {
        return o.stance.label != StanceLabel::kNone;
      });
}

}  // namespace

Position CurrentPosition(const std::vector<DayPosition>& days,
                         const std::vector<Shift>& shifts,
                         const TimelineOptions& options) {
  Position position;
  if (days.empty()) return position;
  text::PartialDate since = days.front().said;
  for (const Shift& shift : shifts) {
    if (shift.tier != ShiftTier::kCandidate) since = shift.by;
  }
  position.first = days.front().said;
  position.last = days.back().said;
  for (const DayPosition& day : days) {
    position.n += static_cast<int>(day.ids.size());
  }
  double sum = 0, weights = 0;
  for (const DayPosition& day : days) {
    if (day.said < since) continue;
    const double age =
        static_cast<double>(position.last.First() - day.said.First());
    const double weight = std::exp2(-age / options.half_life_days);
    sum += weight * ScoreOf(day);
    weights += weight;
  }
  position.score = weights > 0 ? sum / weights : 0;
  position.label = position.score > options.clear_score ? StanceLabel::kFavor
                   : position.score < -options.clear_score
                       ? StanceLabel::kAgainst
                       : StanceLabel::kMixed;
  return position;
}

std::vector<TrendPoint> TrendOf(const std::vector<DayPosition>& days,
                                const std::vector<Shift>& shifts,
                                const TimelineOptions& options) {
  std::vector<TrendPoint> trend;
  std::vector<DayPosition> until;
  std::vector<Shift> known;
  auto shift = shifts.begin();
  for (size_t i = 0; i < days.size(); ++i) {
    until.push_back(days[i]);
    const text::PartialDate month = MonthOf(days[i].said);
    if (month.month == 0) continue;
    if (trend.empty() || trend.back().month != month) {
      trend.push_back({month, 0, 0});
    }
    trend.back().n += days[i].observations;
    if (i + 1 < days.size() && MonthOf(days[i + 1].said) == month) continue;
    for (; shift != shifts.end() && !(days[i].said < shift->by); ++shift) {
      known.push_back(*shift);
    }
    trend.back().score = CurrentPosition(until, known, options).score;
  }
  return trend;
}

int NoteReiterations(const std::vector<ReportedShift>& reported,
                     const TimelineOptions& options,
                     std::vector<Observation>* observations) {
  const auto days = DayPositions(*observations, Channel::kPublic);
  int noted = 0;
  for (Observation& o : *observations) {
    if (o.channel != Channel::kPublic || !o.said.known()) continue;
    const auto next =
        std::lower_bound(days.begin(), days.end(), o.said,
                         [](const DayPosition& day, text::PartialDate said) {
                           return day.said < said;
                         });
    if (next != days.begin() && std::prev(next)->label != o.stance.label) {
      continue;
    }
    const ReportedShift* reiteration =
        Reiteration(o, reported, options.reiterated_window_days);
    if (reiteration == nullptr) continue;
    o.reiterated_by = reiteration->sentence;
    ++noted;
  }
  return noted;
}

std::vector<Timeline> BuildTimelines(ObservationQueue observations,
                                     const std::vector<ReportedShift>& reported,
                                     const TimelineOptions& options) {
  std::map<std::string, std::vector<ReportedShift>> by_speaker;
  for (const ReportedShift& r : reported) by_speaker[r.speaker_id].push_back(r);
  static const std::vector<ReportedShift> kNone;
  std::vector<Timeline> timelines;
  for (std::vector<Observation>& line : LinesOf(std::move(observations))) {
    const auto said = by_speaker.find(line.front().speaker_id);
    timelines.push_back(
        MakeTimeline(std::move(line),
                     said == by_speaker.end() ? kNone : said->second, options));
  }
  std::sort(timelines.begin(), timelines.end(),
            [](const Timeline& a, const Timeline& b) {
              return std::tie(a.target, a.speaker_name, a.speaker_id) <
                     std::tie(b.target, b.speaker_name, b.speaker_id);
            });
  return timelines;
}

}  // namespace onrecord::stance
