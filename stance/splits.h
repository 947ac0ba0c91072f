#ifndef ONRECORD_STANCE_SPLITS_H_
#define ONRECORD_STANCE_SPLITS_H_

#include <vector>

#include "stance/shifts.h"
#include "stance/statement.h"

namespace onrecord::stance {

struct SplitOptions {
  // Days between a private statement and the public one it is held against.
  int public_window_days = 270;
  // Private statements so near to each other are one split.
  int same_split_days = 45;
};

// Finds where a speaker said in private the opposite of the public line of the
// time: FAVOR against AGAINST; MIXED is the opposite of nothing. The public
// line is the nearest public day before the private statement, else the
// nearest one after it.
//
//   Input:   days of either channel, by date.
//   Output:  by date; each cites the observations of both sides.
std::vector<Split> FindSplits(const std::vector<DayPosition>& public_days,
                              const std::vector<DayPosition>& private_days,
                              const SplitOptions& options);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SPLITS_H_
