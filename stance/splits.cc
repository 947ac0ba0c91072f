#include "stance/splits.h"

namespace onrecord::stance {
namespace {

int DaysFromTo(text::PartialDate a, text::PartialDate b) {
  return static_cast<int>(b.First() - a.Last());
}

bool Opposite(StanceLabel a, StanceLabel b) {
  return (a == StanceLabel::kFavor && b == StanceLabel::kAgainst) ||
         (a == StanceLabel::kAgainst && b == StanceLabel::kFavor);
}

// The public line when `date` was: the last day that began no later, else the
// first one after it; nullptr if none is near.
const DayPosition* PublicLine(const std::vector<DayPosition>& days,
                              text::PartialDate date, int window_days) {
  const DayPosition* before = nullptr;
  for (const DayPosition& day : days) {
    if (day.said.First() <= date.Last()) {
      if (DaysFromTo(day.said, date) <= window_days) before = &day;
      continue;
    }
    if (before != nullptr) break;
    return DaysFromTo(date, day.said) <= window_days ? &day : nullptr;
  }
  return before;
}

}  // namespace

std::vector<Split> FindSplits(const std::vector<DayPosition>& public_days,
                              const std::vector<DayPosition>& private_days,
                              const SplitOptions& options) {
  std::vector<Split> splits;
  text::PartialDate last;
  for (const DayPosition& day : private_days) {
    const DayPosition* line =
        PublicLine(public_days, day.said, options.public_window_days);
    if (line == nullptr || !Opposite(line->label, day.label)) continue;
    const bool again = !splits.empty() &&
                       splits.back().private_label == day.label &&
                       DaysFromTo(last, day.said) <= options.same_split_days;
    last = day.said;
    if (!again) {
      Split split;
      split.public_label = line->label;
      split.private_label = day.label;
      split.around = day.said;
      split.observation_ids = line->ids;
      splits.push_back(std::move(split));
    }
    splits.back().observation_ids.insert(splits.back().observation_ids.end(),
                                         day.ids.begin(), day.ids.end());
  }
  return splits;
}

}  // namespace onrecord::stance
