#include "bench/shifts/detectors.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "absl/strings/str_format.h"

namespace onrecord::bench {
namespace {

using stance::DayPosition;
using stance::StanceLabel;
using Days = std::vector<DayPosition>;

constexpr StanceLabel kLabels[] = {StanceLabel::kFavor, StanceLabel::kAgainst,
                                   StanceLabel::kMixed};
constexpr size_t kLabelCount = 3;

size_t IndexOf(StanceLabel label) {
  return std::find(kLabels, kLabels + kLabelCount, label) - kLabels;
}

// Days of each label.
using Counts = std::array<double, kLabelCount>;

size_t MostOf(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end()) - counts.begin();
}

std::vector<Change> FindWeighedRuns(const Days& days, double change_price,
                                    double return_price) {
  stance::ShiftOptions options;
  options.change_price = change_price;
  options.return_price = return_price;
  std::vector<Change> changes;
  for (const stance::Shift& shift : stance::FindShifts(days, {}, options)) {
    if (shift.tier != stance::ShiftTier::kConfirmed) continue;
    const auto first =
        std::find_if(days.begin(), days.end(), [&](const DayPosition& day) {
          return day.ids.front() == shift.after_ids.front();
        });
    changes.push_back(
        {shift.from, shift.to, static_cast<size_t>(first - days.begin())});
  }
  return changes;
}

std::vector<Change> FindInARow(const Days& days, int needed) {
  std::vector<Change> changes;
  StanceLabel held = days.front().label;
  int shown = 0, run = 0;
  for (size_t i = 0; i < days.size(); ++i) {
    run = i > 0 && days[i].label == days[i - 1].label ? run + 1 : 1;
    if (days[i].label == held) {
      ++shown;
      continue;
    }
    if (run < needed) continue;
    if (shown >= needed) {
      changes.push_back({held, days[i].label, i + 1 - run});
    }
    held = days[i].label;
    shown = run;
  }
  return changes;
}

std::vector<Change> FindByCusum(const Days& days, double drift,
                                double threshold) {
  std::vector<Change> changes;
  size_t held = IndexOf(days.front().label);
  int shown = 1;  // Days of the position held.
  Counts sums = {};
  std::array<size_t, kLabelCount> begins = {};
  for (size_t i = 1; i < days.size(); ++i) {
    const size_t label = IndexOf(days[i].label);
    shown += label == held ? 1 : 0;
    for (size_t k = 0; k < kLabelCount; ++k) {
      if (k == held) continue;
      const double step = label == k ? 1 : label == held ? -1 : 0;
      if (sums[k] <= 0) begins[k] = i;
      sums[k] = std::max(0.0, sums[k] + step - drift);
    }
    const size_t other = MostOf(sums);
    if (sums[other] < threshold) continue;
    if (shown >= 2) {
      changes.push_back({kLabels[held], kLabels[other], begins[other]});
    }
    held = other;
    shown = static_cast<int>(std::count_if(days.begin() + begins[other],
                                           days.begin() + i + 1,
                                           [other](const DayPosition& day) {
                                             return day.label == kLabels[other];
                                           }));
    sums = {};
  }
  return changes;
}

// The run lengths that the last days may have, and how likely each is.
class RunLengths {
 public:
  explicit RunLengths(double mean_run) : hazard_(1 / mean_run) {}

  void Add(size_t label) {
    double begun = 0, sum = 0;
    for (Run& run : runs_) {
      const double before = run.share * Predict(run.counts, label);
      begun += run.share * hazard_ / kLabelCount;
      run.share = before * (1 - hazard_);
      ++run.counts[label];
      sum += run.share;
    }
    Run fresh;
    fresh.begin = days_++;
    fresh.share = runs_.empty() ? 1 : begun;
    ++fresh.counts[label];
    runs_.push_back(fresh);
    sum += fresh.share;
    for (Run& run : runs_) run.share /= sum;
  }

  // Of the runs that began after `begin`, hold two days or more and show most
  // of another label than `held`: their share, and the likeliest one's place
  // and label.
  struct Newer {
    double share = 0;
    size_t place = 0, label = 0;
  };
  Newer NewerThan(size_t begin, size_t held) const {
    Newer newer;
    double best = 0;
    for (const Run& run : runs_) {
      const size_t label = MostOf(run.counts);
      if (run.begin <= begin || run.begin + 2 > days_ || label == held) {
        continue;
      }
      newer.share += run.share;
      if (run.share <= best) continue;
      best = run.share;
      newer.place = run.begin;
      newer.label = label;
    }
    return newer;
  }

 private:
  static constexpr double kPrior = 0.3;  // Of each label.
  struct Run {
    size_t begin = 0;
    double share = 0;
    Counts counts = {};
  };

  static double Predict(const Counts& counts, size_t label) {
    double all = 0;
    for (double n : counts) all += n + kPrior;
    return (counts[label] + kPrior) / all;
  }

  const double hazard_;
  size_t days_ = 0;
  std::vector<Run> runs_;
};

std::vector<Change> FindBayesianOnline(const Days& days, double mean_run,
                                       double threshold) {
  std::vector<Change> changes;
  RunLengths lengths(mean_run);
  Counts counts = {};  // Since the last certain change.
  size_t begin = 0;
  for (const DayPosition& day : days) {
    lengths.Add(IndexOf(day.label));
    const size_t held = MostOf(counts);
    ++counts[IndexOf(day.label)];
    const RunLengths::Newer newer = lengths.NewerThan(begin, held);
    if (newer.share < threshold || newer.place < begin + 2) continue;
    changes.push_back({kLabels[held], kLabels[newer.label], newer.place});
    begin = newer.place;
    counts = {};
    for (size_t i = begin; days[i].said < day.said; ++i) {
      ++counts[IndexOf(days[i].label)];
    }
    ++counts[IndexOf(day.label)];
  }
  return changes;
}

}  // namespace

Detector WeighedRuns(double change_price, double return_price) {
  return {"weighed runs",
          absl::StrFormat("%.2f %.2f", change_price, return_price),
          [=](const Days& days) {
            return FindWeighedRuns(days, change_price, return_price);
          }};
}

Detector DaysInARow(int needed) {
  return {"in a row", absl::StrFormat("%d", needed),
          [=](const Days& days) { return FindInARow(days, needed); }};
}

Detector Cusum(double drift, double threshold) {
  return {"CUSUM", absl::StrFormat("k=%.2f h=%.2f", drift, threshold),
          [=](const Days& d) { return FindByCusum(d, drift, threshold); }};
}

Detector BayesianOnline(double mean_run, double threshold) {
  return {"Bayesian online",
          absl::StrFormat("run %.0f, p=%.2f", mean_run, threshold),
          [=](const Days& days) {
            return FindBayesianOnline(days, mean_run, threshold);
          }};
}

}  // namespace onrecord::bench
