#ifndef ONRECORD_BENCH_SHIFTS_PLOT_H_
#define ONRECORD_BENCH_SHIFTS_PLOT_H_

#include <string>
#include <utility>
#include <vector>

namespace onrecord::bench {

// One line of a panel.
struct Curve {
  std::string name;                               // As in the legend.
  std::vector<std::pair<double, double>> points;  // x, y; by x.
};

// A chart with both axes from 0.
struct Panel {
  std::string title, x_name;
  double x_max = 1;
  std::vector<double> x_ticks;
  double y_max = 100;  // In per cent.
  std::vector<Curve> curves;
};

// The panels two in a row as one SVG picture, with a legend of the first one's
// curves; those of one place have one colour in all panels.
std::string PlotPanels(const std::vector<Panel>& panels);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_SHIFTS_PLOT_H_
