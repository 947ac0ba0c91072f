#include "bench/shifts/measure.h"

#include <algorithm>
#include <vector>

namespace onrecord::bench {
namespace {

constexpr size_t kFarthest = 2;  // Days from the true place.

bool IsTheChange(const Change& found, const SimulatedHistory& history) {
  const size_t off = std::max(found.place, history.place) -
                     std::min(found.place, history.place);
  return found.from == history.from && found.to == history.to &&
         off <= kFarthest;
}

}  // namespace

Rates Measure(const Detector& detector, HistoryOptions options, int histories) {
  int alarms = 0, detected = 0, extra = 0;
  for (int seed = 0; seed < histories; ++seed) {
    options.changes = false;
    const auto steady = SimulateHistory(options, static_cast<uint64_t>(seed));
    alarms += detector.find(steady.days).empty() ? 0 : 1;
    options.changes = true;
    const auto changed = SimulateHistory(options, static_cast<uint64_t>(seed));
    const std::vector<Change> found = detector.find(changed.days);
    const auto right = std::count_if(
        found.begin(), found.end(),
        [&](const Change& change) { return IsTheChange(change, changed); });
    detected += right > 0 ? 1 : 0;
    extra += static_cast<size_t>(right) < found.size() ? 1 : 0;
  }
  const double all = histories;
  return {alarms / all, detected / all, extra / all};
}

}  // namespace onrecord::bench
