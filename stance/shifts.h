#ifndef ONRECORD_STANCE_SHIFTS_H_
#define ONRECORD_STANCE_SHIFTS_H_

#include <string>
#include <vector>

#include "stance/statement.h"
#include "text/dates.h"

namespace onrecord::stance {

// What one speaker said on one target on one day and one channel, as one
// position: how finely a day's words are cut must not count.
struct DayPosition {
  text::PartialDate said;
  StanceLabel label = StanceLabel::kNone;  // Never kNone in a result.
  double score = 0;                        // Mean of its observations.
  double confidence = 0;                   // Highest of its observations.
  int observations = 0;                    // Of whatever label.
  std::vector<std::string> ids;            // Of those that have the label.
};

// Days between two dates that may be months or years: 0 if one can lie in the
// other; very many if one is unknown.
int DaysApart(text::PartialDate a, text::PartialDate b);

// The positions of the observations of one channel, by date. Observations
// without a position are skipped, those without a date too. Observations weigh
// as much as they are sure. A day with FAVOR and AGAINST has the label that
// weighs twice as much, else it shows nothing and is left out: one of its words
// was misread. MIXED needs more weight than the clear ones have.
std::vector<DayPosition> DayPositions(
    const std::vector<Observation>& observations, Channel channel);

struct ShiftOptions {
  // Day positions in a row that make a change certain, and those that must
  // have stood before it. With 1 every misread statement is a reversal: at 10%
  // wrong labels three in four steady histories would show one.
  int confirm_after = 2;
  int confirm_before = 2;
  // What a change costs, in statements of average confidence: so many times the
  // logarithm of the number of days, as two wrong days in a row are likelier in
  // a long history. `return_price` is that of a change back to the position
  // before, dearer as two wrong days look just like that. bench/shifts compares
  // prices.
  double change_price = 0.4;
  double return_price = 0.6;
  // A single opposite day is a candidate if at least this sure, [0, 1].
  double min_confidence = 0.3;
  // Days between a reporter's sentence of change and the first statement of
  // the new position, for one to support the other.
  int reported_window_days = 60;
  // A reporter who writes "reiterated" within so many days of a single
  // opposite statement says that it is none.
  int reiterated_window_days = 3;
  // Observations cited on each side, the nearest to the change.
  int max_cited = 5;
};

// Finds where the position changes.
//
// Of all ways to explain the days by a position that changes at times, the one
// taken costs least: every day that shows another position costs its weight
// (confidence, 1 on the average), every change its price. A new position begins
// with confirm_after days in a row. A change that a reporter tells of is free.
// See docs/shifts.md.
//
//   REVERSAL   FAVOR <-> AGAINST;
//   SOFTENING  FAVOR or AGAINST -> MIXED;   HARDENING  the other way.
//   CONFIRMED  such a change, after confirm_before days of the old position;
//   REPORTED   fewer, but a reporter says so;
//   CANDIDATE  fewer: the last days, or too short a history before it.
// Days that differ from those before and after them are no shift.
//
//   Input:   `days` by date, of the public channel; `reported` of the speaker.
//   Output:  by date; each cites observations of both sides, of those that show
//            its positions.
//   Cost:    linear in the days (and the reports near them).
std::vector<Shift> FindShifts(const std::vector<DayPosition>& days,
                              const std::vector<ReportedShift>& reported,
                              const ShiftOptions& options);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SHIFTS_H_
