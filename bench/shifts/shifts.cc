// How well changes of position are told from misread statements.
//
//   ./bazelw run //bench/shifts                        tables
//   ./bazelw run //bench/shifts -- --plot="$PWD"/FILE.svg   and the picture
//
// Simulated histories (histories.h): false alarms on steady ones, changes found
// in others, by share of misread statements and length, for the rule of
// stance/shifts.h and others (detectors.h).
#include "stance/shifts.h"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "bench/shifts/detectors.h"
#include "bench/shifts/histories.h"
#include "bench/shifts/measure.h"
#include "bench/shifts/plot.h"

namespace onrecord::bench {
namespace {

constexpr int kHistories = 4000;  // Of each kind, steady and changed.
constexpr int kLengths[] = {4, 6, 8, 12, 20, 40, 60};
constexpr int kNoises[] = {0, 5, 10, 15, 20, 25, 30};  // Per cent.
// Where detectors are tuned, and what the aims are about.
constexpr int kLength = 12, kNoise = 10;

// What is simulated, by what may be misread and what confidence tells.
struct World {
  const char* name;
  Misreading misreading;
  bool telling_confidence;
};
constexpr World kWorlds[] = {
    {"opposite", Misreading::kOpposite, false},
    {"opposite, telling confidence", Misreading::kOpposite, true},
    {"any", Misreading::kAny, false},
    {"any, telling confidence", Misreading::kAny, true},
};

HistoryOptions OptionsOf(const World& world, int length, int noise) {
  HistoryOptions options;
  options.statements = length;
  options.noise = noise / 100.0;
  options.misreading = world.misreading;
  options.telling_confidence = world.telling_confidence;
  return options;
}

// Every detector at its settings.
std::vector<Detector> AllSettings() {
  std::vector<Detector> all = {DaysInARow(2), DaysInARow(3)};
  for (const double threshold : {1.5, 2.0, 3.0}) {
    for (const double drift : {0.0, 0.25}) {
      all.push_back(Cusum(drift, threshold));
    }
  }
  for (const double mean_run : {10.0, 30.0}) {
    for (const double threshold : {0.2, 0.3, 0.4, 0.5, 0.7}) {
      all.push_back(BayesianOnline(mean_run, threshold));
    }
  }
  for (const double price : {0.3, 0.4, 0.5}) {
    for (const double return_price : {price, 0.6, 0.8}) {
      all.push_back(WeighedRuns(price, return_price));
    }
  }
  return all;
}

// Each at the setting that finds most at the tuning point with no more false
// alarms than the rule of two in a row.
std::vector<Detector> Contestants() {
  const stance::ShiftOptions kept;
  return {DaysInARow(2), Cusum(0.25, 1.5), BayesianOnline(10, 0.3),
          WeighedRuns(kept.change_price, kept.return_price)};
}

void PrintRow(const std::string& first, const Detector& detector,
              const Rates& rates) {
  std::printf("| %s | %s | %s | %.1f | %.1f | %.1f |\n", first.c_str(),
              detector.name.c_str(), detector.setting.c_str(),
              100 * rates.false_alarm, 100 * rates.detected, 100 * rates.extra);
}

void PrintHead(const char* first) {
  std::printf(
      "\n| %s | detector | setting | false alarm | detected | another too |\n"
      "|---|---|---|---:|---:|---:|\n",
      first);
}

// Only the rule that is kept looks at confidence.
void PrintSettings() {
  std::printf("%d statements, %d%% misread, %d histories of each kind\n",
              kLength, kNoise, kHistories);
  PrintHead("misread as");
  for (const World& world : kWorlds) {
    const HistoryOptions options = OptionsOf(world, kLength, kNoise);
    for (const Detector& detector :
         world.telling_confidence ? Contestants() : AllSettings()) {
      PrintRow(world.name, detector, Measure(detector, options, kHistories));
    }
  }
}

// Two panels, false alarms and detections, along one of noise and length.
struct Sweep {
  Panel alarms, found;
};

Sweep NewSweep(const std::string& what, const std::string& x_name, double x_max,
               std::vector<double> ticks) {
  Sweep sweep;
  sweep.alarms.title = absl::StrCat("False alarms, ", what);
  sweep.found.title = absl::StrCat("Changes found, ", what);
  for (Panel* panel : {&sweep.alarms, &sweep.found}) {
    panel->x_name = x_name;
    panel->x_max = x_max;
    panel->x_ticks = ticks;
  }
  return sweep;
}

// Prints the table of one detector after another and adds their curves.
template <typename Values, typename MakeOptions>
void RunSweep(const char* first, const Values& values,
              const MakeOptions& options, Sweep* sweep) {
  PrintHead(first);
  for (const Detector& detector : Contestants()) {
    Curve alarms{detector.name, {}}, found{detector.name, {}};
    for (const int value : values) {
      const Rates rates = Measure(detector, options(value), kHistories);
      PrintRow(absl::StrCat(value), detector, rates);
      alarms.points.emplace_back(value, 100 * rates.false_alarm);
      found.points.emplace_back(value, 100 * rates.detected);
    }
    sweep->alarms.curves.push_back(std::move(alarms));
    sweep->found.curves.push_back(std::move(found));
  }
}

int Main(const std::string& plot) {
  PrintSettings();
  const World& world = kWorlds[0];
  Sweep by_noise = NewSweep(absl::StrCat(kLength, " statements"), "% misread",
                            30, {0, 5, 10, 15, 20, 25, 30});
  RunSweep(
      "% misread", kNoises,
      [&](int noise) { return OptionsOf(world, kLength, noise); }, &by_noise);
  Sweep by_length = NewSweep(absl::StrCat(kNoise, "% misread"), "statements",
                             60, {4, 12, 20, 40, 60});
  RunSweep(
      "statements", kLengths,
      [&](int length) { return OptionsOf(world, length, kNoise); }, &by_length);
  if (plot.empty()) return 0;
  std::ofstream file(plot, std::ios::binary);
  file << PlotPanels(
      {by_noise.alarms, by_noise.found, by_length.alarms, by_length.found});
  file.close();
  if (file.good()) return 0;
  std::fprintf(stderr, "%s: cannot write\n", plot.c_str());
  return 74;
}

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) {
  absl::string_view plot = argc == 2 ? argv[1] : "";
  if (argc > 2 || (argc == 2 && !absl::ConsumePrefix(&plot, "--plot="))) {
    std::fprintf(stderr, "usage: shifts [--plot=FILE.svg]\n");
    return 64;
  }
  return onrecord::bench::Main(std::string(plot));
}
