#ifndef ONRECORD_BENCH_SHIFTS_HISTORIES_H_
#define ONRECORD_BENCH_SHIFTS_HISTORIES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stance/shifts.h"

namespace onrecord::bench {

// What a reader of statements gets wrong.
enum class Misreading {
  kOpposite,  // FAVOR for AGAINST and back; no MIXED at all: the hardest case.
  kAny,       // Positions are FAVOR, AGAINST or MIXED, read as any other one.
};

struct HistoryOptions {
  int statements = 12;  // At least 4.
  double noise = 0.1;   // Share of statements that are read wrongly, [0, 1].
  Misreading misreading = Misreading::kOpposite;
  bool changes =
      false;  // One real change, at least 2 statements from the ends.
  // Wrongly read statements have a lower confidence (0.2 to 0.8) than others
  // (0.4 to 1); without it all have the same.
  bool telling_confidence = false;
};

// A history of which the truth is known.
struct SimulatedHistory {
  std::vector<stance::DayPosition> days;  // One a month, ids "o0", "o1", ...
  stance::StanceLabel from = stance::StanceLabel::kNone;
  stance::StanceLabel to = stance::StanceLabel::kNone;  // `from` if steady.
  size_t place = 0;  // First day of `to`; 0 if steady.
};

// The same history for the same options and seed, on any machine.
SimulatedHistory SimulateHistory(const HistoryOptions& options, uint64_t seed);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_SHIFTS_HISTORIES_H_
