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
std::vector<Timeline> BuildTimelines(std::vector<Observation> observations,
                                     const std::vector<ReportedShift>& reported,
                                     const TimelineOptions& options);

// The position that the public days show after the last certain (or reported)
// shift, weighted by recency.
Position CurrentPosition(const std::vector<DayPosition>& days,
                         const std::vector<Shift>& shifts,
                         const TimelineOptions& options);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TIMELINE_H_
