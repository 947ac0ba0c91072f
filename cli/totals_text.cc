#include "cli/totals_text.h"

#include <algorithm>
#include <map>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/labels.h"

namespace onrecord::cli {
namespace {

constexpr int kIndent = 2;
constexpr int kNameColumns = 34;
constexpr int kCountColumns = 8;
constexpr int kDateColumns = 12;

std::string Blanks(int n) { return std::string(std::max(n, 0), ' '); }

// `text` and blanks up to `columns`, or cut there.
std::string Cell(absl::string_view text, int columns) {
  const std::string cut = Shorten(text, columns - 1);
  return absl::StrCat(cut, Blanks(columns - DisplayWidth(cut)));
}

// A number at the right end of its columns; 0 is left out.
std::string Number(int n) {
  const std::string text = n == 0 ? "" : absl::StrCat(n);
  return absl::StrCat(Blanks(kCountColumns - static_cast<int>(text.size())),
                      text);
}

std::string Counts(const v1::MonthCounts& counts) {
  return absl::StrCat(Number(counts.favor()), Number(counts.against()),
                      Number(counts.mixed()));
}

v1::MonthCounts Sum(const v1::GroupTotals& group) {
  v1::MonthCounts sum;
  for (const v1::MonthCounts& month : group.months()) {
    sum.set_favor(sum.favor() + month.favor());
    sum.set_against(sum.against() + month.against());
    sum.set_mixed(sum.mixed() + month.mixed());
  }
  return sum;
}

// Prints the totals of one target after another.
class TotalsPrinter {
 public:
  TotalsPrinter(const v1::History& history, const Terminal& terminal)
      : terminal_(terminal) {
    for (const v1::Speaker& speaker : history.speakers()) {
      names_[speaker.id()] = speaker.name();
    }
  }

  void Print(const v1::TargetInfo& target) {
    if (!out_.empty()) Line("");
    for (const std::string& line :
         Wrap(absl::StrCat("Totals: ", target.question()), terminal_.width)) {
      Line(Paint(terminal_, Style::kBold, line));
    }
    PrintGroups(target, v1::GROUP_KIND_COUNTRY, "by country");
    PrintGroups(target, v1::GROUP_KIND_ORGANIZATION, "by organisation");
    PrintMoves(target);
  }

  std::string Text() && { return std::move(out_); }

 private:
  void Line(absl::string_view line) {
    absl::StrAppend(&out_, absl::StripTrailingAsciiWhitespace(line), "\n");
  }

  void PrintGroups(const v1::TargetInfo& target, v1::GroupKind kind,
                   absl::string_view title) {
    Line("");
    std::string head = Cell(title, kIndent + kNameColumns);
    for (const auto label : {v1::STANCE_LABEL_FAVOR, v1::STANCE_LABEL_AGAINST,
                             v1::STANCE_LABEL_MIXED}) {
      const absl::string_view name = LabelName(label);
      absl::StrAppend(&head, Blanks(kCountColumns - DisplayWidth(name)),
                      Paint(terminal_, LabelStyle(label), name));
    }
    Line(head);
    for (const v1::GroupTotals& group : target.aggregates().groups()) {
      if (group.kind() == kind) PrintGroup(group);
    }
  }

  void PrintGroup(const v1::GroupTotals& group) {
    const std::string name = group.name().empty() ? "(unknown)" : group.name();
    Line(absl::StrCat(Blanks(kIndent), Cell(name, kNameColumns),
                      Counts(Sum(group))));
    for (const v1::MonthCounts& month : group.months()) {
      const std::string when =
          month.month().empty() ? "undated" : month.month();
      Line(absl::StrCat(
          Blanks(2 * kIndent),
          Paint(terminal_, Style::kDim, Cell(when, kNameColumns - kIndent)),
          Counts(month)));
    }
  }

  void PrintMoves(const v1::TargetInfo& target) {
    const auto& moves = target.aggregates().moves();
    if (moves.empty()) return;
    v1::StanceLabel to = v1::STANCE_LABEL_UNSPECIFIED;
    for (const v1::Move& move : moves) {
      if (move.to() != to) {
        to = move.to();
        Line("");
        Line(absl::StrCat("who moved to ",
                          Paint(terminal_, LabelStyle(to), LabelName(to))));
      }
      PrintMove(move);
    }
  }

  void PrintMove(const v1::Move& move) {
    std::vector<std::string> of = {move.speaker_name()};
    for (const std::string& name : {move.country(), move.organization()}) {
      if (!name.empty()) of.push_back(name);
    }
    std::string text = absl::StrCat(absl::StrJoin(of, ", "), ", from ",
                                    LabelName(move.from()));
    if (!move.after_speaker_id().empty()) {
      absl::StrAppend(&text, ", ", move.days_after(),
                      move.days_after() == 1 ? " day" : " days", " after ",
                      names_[move.after_speaker_id()]);
    }
    const int indent = kIndent + 4 + kDateColumns;
    std::string head =
        absl::StrCat(Blanks(kIndent), Cell(absl::StrCat(move.order(), "."), 4),
                     Cell(move.by(), kDateColumns));
    for (const std::string& line : Wrap(text, terminal_.width - indent)) {
      Line(absl::StrCat(head, line));
      head = Blanks(indent);
    }
  }

  const Terminal& terminal_;
  std::map<std::string, std::string> names_;  // Of speakers, by id.
  std::string out_;
};

}  // namespace

std::string TotalsText(const v1::History& history, const Terminal& terminal) {
  TotalsPrinter printer(history, terminal);
  for (const v1::TargetInfo& target : history.targets()) {
    if (!target.aggregates().groups().empty()) printer.Print(target);
  }
  return std::move(printer).Text();
}

}  // namespace onrecord::cli
