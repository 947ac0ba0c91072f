#include <string>
#include <vector>

#include "bench/shifts/detectors.h"
#include "bench/shifts/histories.h"
#include "bench/shifts/measure.h"
#include "gtest/gtest.h"

namespace onrecord::bench {
namespace {

HistoryOptions Long(double noise, bool changes) {
  HistoryOptions options;
  options.statements = 60;
  options.noise = noise;
  options.misreading = Misreading::kAny;
  options.changes = changes;
  return options;
}

std::vector<Detector> Detectors() {
  const stance::ShiftOptions kept;
  return {DaysInARow(2), Cusum(0.25, 1.5), BayesianOnline(10, 0.3),
          WeighedRuns(kept.change_price, kept.return_price)};
}

TEST(SimulateHistoryTest, ChangesOnceWhereItSays) {
  for (uint64_t seed = 0; seed < 100; ++seed) {
    const SimulatedHistory history = SimulateHistory(Long(0, true), seed);
    ASSERT_EQ(history.days.size(), 60u);
    EXPECT_NE(history.from, history.to);
    EXPECT_GE(history.place, 2u);
    EXPECT_LE(history.place, 58u);
    for (size_t i = 0; i < history.days.size(); ++i) {
      EXPECT_EQ(history.days[i].label,
                i < history.place ? history.from : history.to);
    }
  }
}

TEST(SimulateHistoryTest, MisreadsTheShareThatIsAsked) {
  int wrong = 0;
  for (uint64_t seed = 0; seed < 100; ++seed) {
    const SimulatedHistory history = SimulateHistory(Long(0.2, false), seed);
    for (const auto& day : history.days) wrong += day.label != history.from;
  }
  EXPECT_NEAR(wrong / 6000.0, 0.2, 0.02);
}

TEST(DetectorTest, AllAreRightWhereNothingIsMisread) {
  for (const Detector& detector : Detectors()) {
    const Rates rates = Measure(detector, Long(0, false), 100);
    EXPECT_EQ(rates.false_alarm, 0) << detector.name;
    EXPECT_EQ(rates.detected, 1) << detector.name;
    EXPECT_EQ(rates.extra, 0) << detector.name;
  }
}

TEST(DetectorTest, NoiseRaisesFalseAlarms) {
  for (const Detector& detector : Detectors()) {
    EXPECT_GT(Measure(detector, Long(0.3, false), 100).false_alarm, 0.1)
        << detector.name;
  }
}

// What is promised of CONFIRMED; the hardest kind of misreading.
TEST(KeptRuleTest, KeepsTheAims) {
  const stance::ShiftOptions kept;
  const Rates rates = Measure(WeighedRuns(kept.change_price, kept.return_price),
                              HistoryOptions(), 2000);
  EXPECT_LE(rates.false_alarm, 0.08);
  EXPECT_GE(rates.detected, 0.88);
}

}  // namespace
}  // namespace onrecord::bench
