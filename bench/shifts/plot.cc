#include "bench/shifts/plot.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace onrecord::bench {
namespace {

constexpr double kWidth = 300, kHeight = 180;  // Of a panel's axes.
constexpr double kLeft = 50, kTop = 34, kBetween = 44, kLegend = 30;
constexpr double kStepX = kLeft + kWidth + 20;
constexpr double kStepY = kTop + kHeight + kBetween;
// Told apart by the colour-blind as well; drawn in this order.
constexpr const char* kColors[] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7"};
constexpr size_t kColorCount = 4;

// A panel at its place in the picture.
class PanelPlot {
 public:
  PanelPlot(const Panel& panel, double left, double top)
      : panel_(panel), left_(left), top_(top) {}

  std::string Svg() && {
    Text(left_ + kWidth / 2, top_ - 12, "middle", panel_.title);
    Text(left_ + kWidth / 2, top_ + kHeight + 32, "middle", panel_.x_name);
    for (int quarter = 0; quarter <= 4; ++quarter) {
      const double value = panel_.y_max * quarter / 4;
      Rule(left_, Y(value), left_ + kWidth, Y(value));
      Text(left_ - 6, Y(value) + 4, "end", absl::StrCat(value, "%"));
    }
    for (const double tick : panel_.x_ticks) {
      Rule(X(tick), top_ + kHeight, X(tick), top_ + kHeight + 4);
      Text(X(tick), top_ + kHeight + 16, "middle", absl::StrCat(tick));
    }
    for (size_t c = 0; c < panel_.curves.size(); ++c) DrawCurve(c);
    return std::move(svg_);
  }

 private:
  double X(double value) const { return left_ + kWidth * value / panel_.x_max; }
  double Y(double value) const {
    return top_ + kHeight * (1 - value / panel_.y_max);
  }
  void Text(double x, double y, const char* anchor, const std::string& text) {
    absl::StrAppendFormat(
        &svg_, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x,
        y, anchor, text);
  }
  void Rule(double x1, double y1, double x2, double y2) {
    absl::StrAppendFormat(
        &svg_,
        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#ccc\" fill=\"none\"/>\n",
        x1, y1, x2, y2);
  }
  void DrawCurve(size_t index) {
    std::string path;
    for (const auto& [x, y] : panel_.curves[index].points) {
      absl::StrAppendFormat(&path, "%s%.1f %.1f", path.empty() ? "M" : "L",
                            X(x), Y(y));
    }
    absl::StrAppendFormat(
        &svg_,
        "<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" fill=\"none\"/>\n",
        path, kColors[index % kColorCount]);
  }

  const Panel& panel_;
  const double left_, top_;
  std::string svg_;
};

std::string Legend(const std::vector<Curve>& curves) {
  std::string svg;
  double x = kLeft;
  for (size_t c = 0; c < curves.size(); ++c) {
    absl::StrAppendFormat(
        &svg,
        "<path d=\"M%.1f 16h24\" stroke=\"%s\" stroke-width=\"3\"/>\n"
        "<text x=\"%.1f\" y=\"20\">%s</text>\n",
        x, kColors[c % kColorCount], x + 30, curves[c].name);
    x += 60 + 6.5 * static_cast<double>(curves[c].name.size());
  }
  return svg;
}

}  // namespace

std::string PlotPanels(const std::vector<Panel>& panels) {
  const size_t rows = (panels.size() + 1) / 2;
  std::string svg = absl::StrFormat(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" "
      "font-family=\"sans-serif\" font-size=\"12\">\n"
      "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
      2 * kStepX, kLegend + static_cast<double>(rows) * kStepY);
  if (!panels.empty()) absl::StrAppend(&svg, Legend(panels.front().curves));
  for (size_t p = 0; p < panels.size(); ++p) {
    const double left = kLeft + static_cast<double>(p % 2) * kStepX;
    const double top = kLegend + kTop + static_cast<double>(p / 2) * kStepY;
    absl::StrAppend(&svg, PanelPlot(panels[p], left, top).Svg());
  }
  return absl::StrCat(svg, "</svg>\n");
}

}  // namespace onrecord::bench
