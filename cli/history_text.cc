#include "cli/history_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "cli/labels.h"

namespace onrecord::cli {
namespace {

constexpr int kDateColumns = 12;  // "2024-01-17" and two blanks.
constexpr int kLabelColumns = 9;  // "AGAINST" and two blanks.
constexpr int kIndent = 2;
constexpr int kWordsColumns = 320;  // Longer statements are cut.
constexpr int kMaxOutlets = 3;      // The others are counted.

std::string Blanks(int n) { return std::string(std::max(n, 0), ' '); }

// `text` and blanks up to `columns`.
std::string Pad(absl::string_view text, int columns) {
  return absl::StrCat(text, Blanks(columns - DisplayWidth(text)));
}

// Prints one timeline after another.
class HistoryPrinter {
 public:
  HistoryPrinter(const v1::History& history, const Terminal& terminal)
      : history_(history), terminal_(terminal) {
    for (const v1::Speaker& speaker : history.speakers()) {
      speakers_[speaker.id()] = &speaker;
    }
  }

  std::string Print() && {
    for (const v1::TargetInfo* target : SortedTargets()) PrintTarget(*target);
    return std::move(out_);
  }

 private:
  void Line(absl::string_view line) { absl::StrAppend(&out_, line, "\n"); }

  // `text` wrapped, each line after `indent` blanks in `style`.
  void Block(int indent, Style style, absl::string_view text) {
    for (const std::string& line : Wrap(text, terminal_.width - indent)) {
      Line(absl::StrCat(Blanks(indent), Paint(terminal_, style, line)));
    }
  }

  // Those most talked about first; those without any position not at all,
  // unless there is nothing else.
  std::vector<const v1::TargetInfo*> SortedTargets() const {
    std::map<std::string, int> said;
    for (const v1::Timeline& timeline : history_.timelines()) {
      said[timeline.target()] += timeline.observations_size();
    }
    std::vector<const v1::TargetInfo*> targets;
    for (const v1::TargetInfo& target : history_.targets()) {
      if (said.empty() || said.count(target.name()) > 0) {
        targets.push_back(&target);
      }
    }
    std::stable_sort(targets.begin(), targets.end(),
                     [&said](const v1::TargetInfo* a, const v1::TargetInfo* b) {
                       return said[a->name()] > said[b->name()];
                     });
    return targets;
  }

  void PrintTarget(const v1::TargetInfo& target) {
    if (!out_.empty()) Line("");
    Block(0, Style::kBold, target.question());
    PrintLegend(target.name());
    const std::vector<const v1::Timeline*> timelines = Sorted(target.name());
    for (const v1::Timeline* timeline : timelines) PrintTimeline(*timeline);
    if (timelines.empty()) {
      Line("");
      Line("Nobody takes a position on this in these articles.");
    }
  }

  void PrintLegend(absl::string_view target) {
    const auto name = [this](v1::StanceLabel label) {
      return Paint(terminal_, LabelStyle(label), LabelName(label));
    };
    Line(absl::StrCat(name(v1::STANCE_LABEL_FAVOR), " yes   ",
                      name(v1::STANCE_LABEL_AGAINST), " no   ",
                      name(v1::STANCE_LABEL_MIXED), " both, or it depends"));
    Line(absl::StrCat(Paint(terminal_, Style::kChange, ">>"),
                      " a change of position   ",
                      Paint(terminal_, Style::kChange, "<>"),
                      " one thing in public, another in private"));
    Line(Paint(terminal_, Style::kDim, absl::StrCat("target: ", target)));
  }

  std::vector<const v1::Timeline*> Sorted(absl::string_view target) const {
    std::vector<const v1::Timeline*> timelines;
    for (const v1::Timeline& timeline : history_.timelines()) {
      if (timeline.target() == target && timeline.observations_size() > 0) {
        timelines.push_back(&timeline);
      }
    }
    const auto key = [](const v1::Timeline& t) {
      return std::make_tuple(-t.shifts_size(), -t.splits_size(),
                             -t.observations_size(), t.speaker_name(),
                             t.speaker_id());
    };
    std::sort(timelines.begin(), timelines.end(),
              [&key](const v1::Timeline* a, const v1::Timeline* b) {
                return key(*a) < key(*b);
              });
    return timelines;
  }

  void PrintTimeline(const v1::Timeline& timeline) {
    Line("");
    PrintSpeaker(timeline);
    std::set<int> shifts, splits;  // Still to be printed.
    for (int i = 0; i < timeline.shifts_size(); ++i) shifts.insert(i);
    for (int i = 0; i < timeline.splits_size(); ++i) splits.insert(i);
    for (const v1::Observation& observation : timeline.observations()) {
      PrintShiftsBefore(timeline, observation, &shifts);
      PrintObservation(observation);
      PrintSplitsAfter(timeline, observation, &splits);
    }
    for (int i : shifts) PrintShift(timeline.shifts(i));
    for (int i : splits) PrintSplit(timeline.splits(i));
  }

  void PrintSpeaker(const v1::Timeline& timeline) {
    std::string title = timeline.speaker_name();
    const auto speaker = speakers_.find(timeline.speaker_id());
    if (speaker != speakers_.end() && speaker->second->roles_size() > 0) {
      absl::StrAppend(
          &title, ", ",
          speaker->second->roles(speaker->second->roles_size() - 1).title());
    }
    Line(Paint(terminal_, Style::kBold, Shorten(title, terminal_.width)));
    const v1::Position& now = timeline.current();
    if (now.n() == 0) return;
    const std::string since =
        now.first() == now.last() || now.first().empty()
            ? now.last()
            : absl::StrCat(now.first(), " to ", now.last());
    Line(absl::StrCat(
        Blanks(kIndent), "now ",
        Paint(terminal_, LabelStyle(now.label()), LabelName(now.label())), " (",
        ScoreText(now.score()), "), ", CountText(now.n(), "public statement"),
        ", ", since));
  }

  // Shifts whose new side this observation shows, or starts after.
  void PrintShiftsBefore(const v1::Timeline& timeline,
                         const v1::Observation& observation,
                         std::set<int>* left) {
    for (auto it = left->begin(); it != left->end();) {
      const v1::Shift& shift = timeline.shifts(*it);
      const auto& ids = shift.after_ids();
      const bool cited =
          std::find(ids.begin(), ids.end(), observation.id()) != ids.end();
      const bool passed = ids.empty() && observation.said() > shift.by();
      if (!cited && !passed) {
        ++it;
        continue;
      }
      PrintShift(shift);
      it = left->erase(it);
    }
  }

  void PrintShift(const v1::Shift& shift) {
    std::string when =
        shift.after().empty() || shift.after() == shift.by()
            ? absl::StrCat("by ", shift.by())
            : absl::StrCat("between ", shift.after(), " and ", shift.by());
    std::string change = shift.from() == v1::STANCE_LABEL_NONE ||
                                 shift.from() == v1::STANCE_LABEL_UNSPECIFIED
                             ? ""
                             : absl::StrCat(" from ", LabelName(shift.from()),
                                            " to ", LabelName(shift.to()));
    Marked(">>", absl::StrCat(ShiftName(shift.kind()), change, " ", when, " (",
                              TierName(shift.tier()), ")"));
    if (!shift.reported_by().empty()) {
      Block(kIndent + 3, Style::kDim,
            absl::StrCat("The report: ", shift.reported_by()));
    }
  }

  // Splits go below the last observation they cite.
  void PrintSplitsAfter(const v1::Timeline& timeline,
                        const v1::Observation& observation,
                        std::set<int>* left) {
    for (auto it = left->begin(); it != left->end();) {
      const v1::Split& split = timeline.splits(*it);
      const auto& ids = split.observation_ids();
      if (ids.empty() || *ids.rbegin() != observation.id()) {
        ++it;
        continue;
      }
      PrintSplit(split);
      it = left->erase(it);
    }
  }

  void PrintSplit(const v1::Split& split) {
    Marked("<>", absl::StrCat("In public ", LabelName(split.public_label()),
                              ", in private ", LabelName(split.private_label()),
                              ", around ", split.around()));
  }

  // A line that stands out, after its mark.
  void Marked(absl::string_view mark, absl::string_view text) {
    const int indent = kIndent + 3;
    bool first = true;
    for (const std::string& line : Wrap(text, terminal_.width - indent)) {
      Line(absl::StrCat(Blanks(kIndent),
                        Paint(terminal_, Style::kChange,
                              absl::StrCat(Pad(first ? mark : "", 3), line))));
      first = false;
    }
  }

  void PrintObservation(const v1::Observation& observation) {
    const bool quoted = observation.form() == v1::FORM_QUOTED;
    // A comma before the closing mark belongs to the reporter's sentence.
    const std::string words = absl::StrCat(
        quoted ? "“" : "",
        Shorten(absl::StripSuffix(observation.text(), ","), kWordsColumns),
        quoted ? "”" : "");
    const int column = kIndent + kDateColumns + kLabelColumns;
    const v1::StanceLabel label = observation.stance().label();
    std::string head = absl::StrCat(
        Blanks(kIndent),
        Pad(observation.said().empty() ? "undated" : observation.said(),
            kDateColumns),
        Paint(terminal_, LabelStyle(label),
              Pad(LabelName(label), kLabelColumns)));
    for (const std::string& line : Wrap(words, terminal_.width - column)) {
      Line(absl::StrCat(
          head,
          Paint(terminal_, quoted ? Style::kQuote : Style::kPlain, line)));
      head = Blanks(column);
    }
    Block(column, Style::kDim, Provenance(observation));
  }

  // "in private; Meridian Wire, The Ledger and 2 others".
  static std::string Provenance(const v1::Observation& observation) {
    std::vector<std::string> outlets;
    for (const v1::Source& source : observation.sources()) {
      const std::string& name =
          source.outlet().empty() ? source.article_id() : source.outlet();
      if (std::find(outlets.begin(), outlets.end(), name) == outlets.end()) {
        outlets.push_back(name);
      }
    }
    const int others = static_cast<int>(outlets.size()) - kMaxOutlets;
    if (others > 0) outlets.resize(kMaxOutlets);
    return absl::StrCat(
        "- ", absl::StrJoin(outlets, ", "),
        others > 0 ? absl::StrCat(" and ", CountText(others, "other")) : "",
        observation.form() == v1::FORM_QUOTED ? "" : "; not in their words",
        observation.reiterated_by().empty() ? "" : "; the same line as before",
        observation.channel() == v1::CHANNEL_PRIVATE ? "; IN PRIVATE" : "");
  }

  const v1::History& history_;
  const Terminal& terminal_;
  std::map<std::string, const v1::Speaker*> speakers_;
  std::string out_;
};

}  // namespace

std::string HistoryText(const v1::History& history, const Terminal& terminal) {
  return HistoryPrinter(history, terminal).Print();
}

}  // namespace onrecord::cli
