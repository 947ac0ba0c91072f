#ifndef ONRECORD_STANCE_TIMELINE_H_
#define ONRECORD_STANCE_TIMELINE_H_

#include <vector>

#include "stance/shifts.h"
#include "stance/splits.h"
#include "stance/statement.h"

namespace onrecord::stance {

struct TimelineOptions {
  ShiftOptions shifts;
  SplitOptions splits;
  // Days after which a statement counts half for the current position. Half a
  // year: a position is restated a few times a year by those who matter.
  double half_life_days = 180;
  // A reporter who writes "reiterated" in an article means the statements of
  // this article that were made so many days before or after.
  int reiterated_window_days = 3;
  // Weighted mean score beyond which the current position is clear.
  double clear_score = 0.25;
};

// One timeline for each speaker and target that has an observation with a
// position: what was said by date, where it changed, where private and public
// words part, and where the speaker stands now.
//
//   Input:   observations with ids and resolved speakers, in any order;
//            reported shifts with resolved speakers, in any order.
//   Output:  by target, then speaker name, then speaker id.
std::vector<Timeline> BuildTimelines(ObservationQueue observations,
                                     const std::vector<ReportedShift>& reported,
                                     const TimelineOptions& options);

// The position that the public days show after the last certain (or reported)
// shift, weighted by recency.
Position CurrentPosition(const std::vector<DayPosition>& days,
                         const std::vector<Shift>& shifts,
                         const TimelineOptions& options);

// Where the speaker stood at the end of each month that public days are dated
// to, by the days until then; the last score is that of CurrentPosition().
// Days of which only the year is known count, but make no point.
std::vector<TrendPoint> TrendOf(const std::vector<DayPosition>& days,
                                const std::vector<Shift>& shifts,
                                const TimelineOptions& options);

// Notes the public observations that a reporter says repeat the line: those of
// an article that says so of the speaker, made when it says, unless the public
// day before them shows another position. Returns their number.
int NoteReiterations(const std::vector<ReportedShift>& reported,
                     const TimelineOptions& options,
                     std::vector<Observation>* observations);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TIMELINE_H_
