#ifndef ONRECORD_BENCH_SHIFTS_DETECTORS_H_
#define ONRECORD_BENCH_SHIFTS_DETECTORS_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "stance/shifts.h"

namespace onrecord::bench {

// A change that a detector is certain of.
struct Change {
  stance::StanceLabel from = stance::StanceLabel::kNone;
  stance::StanceLabel to = stance::StanceLabel::kNone;
  size_t place = 0;  // First day of `to`.
};

// A way to find the changes of a history, at one setting.
struct Detector {
  std::string name;     // "CUSUM"; the same for all settings.
  std::string setting;  // "h=2.5"; empty where there is none.
  std::function<std::vector<Change>(const std::vector<stance::DayPosition>&)>
      find;
};

// The CONFIRMED shifts of stance::FindShifts() at these prices.
Detector WeighedRuns(double change_price, double return_price);

// `needed` days in a row that differ from the position held, after as many that
// showed it.
Detector DaysInARow(int needed);

// Cumulative sums (Page 1954) of the days that speak for each other position
// less those for the one held; the change is where the sum left zero last. The
// position held must have shown on two days.
//
//   drift      taken off every day, in statements;
//   threshold  the sum that makes a change certain.
Detector Cusum(double drift, double threshold);

// Online Bayesian change-point detection (Adams & MacKay 2007): the posterior
// over the days since the last change, each run with labels drawn from shares
// with a Dirichlet prior of 0.3 for each label. A change is certain when runs
// that began after the last certain one, hold two days and show most of another
// label have `threshold` of the posterior.
//
//   mean_run   days between changes that are expected.
Detector BayesianOnline(double mean_run, double threshold);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_SHIFTS_DETECTORS_H_
