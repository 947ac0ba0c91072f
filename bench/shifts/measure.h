#ifndef ONRECORD_BENCH_SHIFTS_MEASURE_H_
#define ONRECORD_BENCH_SHIFTS_MEASURE_H_

#include "bench/shifts/detectors.h"
#include "bench/shifts/histories.h"

namespace onrecord::bench {

// How a detector does on histories of one kind; shares in [0, 1].
struct Rates {
  // Steady histories in which it finds a change.
  double false_alarm = 0;
  // Changed histories of which it finds the change: from, to, and a place no
  // more than 2 days off.
  double detected = 0;
  // Changed histories in which it finds another change, too or instead.
  double extra = 0;
};

// Over `histories` steady ones and as many changed ones; `options.changes` is
// not used. Always the same for the same arguments.
Rates Measure(const Detector& detector, HistoryOptions options, int histories);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_SHIFTS_MEASURE_H_
