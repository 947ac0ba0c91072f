#include "cli/explain_text.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "cli/labels.h"
#include "cli/record_text.h"

namespace onrecord::cli {
namespace {

constexpr int kNoteIndent = 4;

// Stand for the marks while a paragraph is wrapped: characters of Unicode's
// private area, one column wide like the marks themselves.
constexpr absl::string_view kQuoteOpen = "\uE000";
constexpr absl::string_view kQuoteClose = "\uE001";
constexpr absl::string_view kSpeakerOpen = "\uE002";
constexpr absl::string_view kSpeakerClose = "\uE003";

// A mark to be put before the byte at `offset`. Of marks at one offset those
// that close come first, and the inner ones before the outer.
struct Mark {
  int offset;
  bool opens;
  int reach;  // Distance to its partner.
  std::string text;
};

bool Before(const Mark& a, const Mark& b) {
  if (a.offset != b.offset) return a.offset < b.offset;
  if (a.opens != b.opens) return !a.opens;
  return a.opens ? a.reach > b.reach : a.reach < b.reach;
}

std::string Superscript(int number) {
  constexpr absl::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴",
                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (char c : absl::StrCat(number)) absl::StrAppend(&out, kDigits[c - '0']);
  return out;
}

void AddMarks(const v1::TextSpan& span, absl::string_view text,
              absl::string_view open, absl::string_view close,
              absl::string_view label, std::vector<Mark>* marks) {
  if (SliceOf(text, span).empty()) return;
  const int reach = span.end() - span.begin();
  marks->push_back({span.begin(), true, reach, std::string(open)});
  marks->push_back({span.end(), false, reach, absl::StrCat(close, label)});
}

// "¹,²": the quotations of each mention of a speaker.
std::map<std::pair<int, int>, std::string> MentionLabels(
    const v1::ArticleRecord& record) {
  std::map<std::pair<int, int>, std::string> labels;
  int number = 0;
  for (const v1::Quote& quote : record.quotes()) {
    const v1::TextSpan& span = quote.attribution().mention().span();
    std::string& label = labels[{span.begin(), span.end()}];
    absl::StrAppend(&label, label.empty() ? "" : ",", Superscript(++number));
  }
  return labels;
}

std::vector<Mark> MarksOf(const v1::ArticleRecord& record) {
  const absl::string_view text = record.article().text();
  std::vector<Mark> marks;
  int number = 0;
  for (const v1::Quote& quote : record.quotes()) {
    const std::string label = Superscript(++number);
    for (const v1::TextSpan& span : quote.content()) {
      AddMarks(span, text, kQuoteOpen, kQuoteClose, label, &marks);
    }
  }
  for (const auto& [edges, label] : MentionLabels(record)) {
    v1::TextSpan span;
    span.set_begin(edges.first);
    span.set_end(edges.second);
    AddMarks(span, text, kSpeakerOpen, kSpeakerClose, label, &marks);
  }
  std::stable_sort(marks.begin(), marks.end(), Before);
  return marks;
}

// Text in which none of its own characters stands for a mark.
std::string Unmarked(absl::string_view text) {
  return absl::StrReplaceAll(text, {{kQuoteOpen, "\\uE000"},
                                    {kQuoteClose, "\\uE001"},
                                    {kSpeakerOpen, "\\uE002"},
                                    {kSpeakerClose, "\\uE003"}});
}

// The bytes [begin, end) of the text with the marks in them; `next` is the
// first mark not yet placed.
std::string Marked(absl::string_view text, int begin, int end,
                   const std::vector<Mark>& marks, size_t* next) {
  std::string out;
  for (; *next < marks.size() && marks[*next].offset <= end; ++*next) {
    const Mark& mark = marks[*next];
    if (mark.offset == end && mark.opens) break;
    const int from = std::max(begin, std::min(mark.offset, end));
    absl::StrAppend(&out, Unmarked(text.substr(begin, from - begin)),
                    mark.text);
    begin = from;
  }
  absl::StrAppend(&out, Unmarked(text.substr(begin, end - begin)));
  return out;
}

// Wraps marked text and turns the marks into brackets and colours; a colour
// that is still on at a line's end is taken up again on the next.
class MarkedLines {
 public:
  explicit MarkedLines(const Terminal& terminal) : terminal_(terminal) {}

  void Append(absl::string_view marked, std::string* out) {
    for (const std::string& line : Wrap(marked, terminal_.width)) {
      absl::StrAppend(out, Finish(line), "\n");
    }
  }

 private:
  // The codes around Paint()'s text: what switches a style on and off.
  std::string On(Style style) const {
    const std::string painted = Paint(terminal_, style, "x");
    return painted.substr(0, painted.find('x'));
  }
  std::string Off() const { return terminal_.color ? "\x1b[0m" : ""; }

  std::string Finish(absl::string_view line) {
    std::string out = depth_ > 0 ? On(Style::kQuote) : "";
    const int opened = Occurrences(line, kQuoteOpen);
    const int closed = Occurrences(line, kQuoteClose);
    depth_ += opened - closed;
    absl::StrAppend(
        &out, absl::StrReplaceAll(
                  line, {{kQuoteOpen, absl::StrCat(On(Style::kQuote), "[")},
                         {kQuoteClose, absl::StrCat("]", Off())},
                         {kSpeakerOpen, absl::StrCat(On(Style::kBold), "{")},
                         {kSpeakerClose, absl::StrCat("}", Off())}}));
    if (depth_ > 0) absl::StrAppend(&out, Off());
    return out;
  }

  static int Occurrences(absl::string_view line, absl::string_view mark) {
    int n = 0;
    for (size_t at = line.find(mark); at != absl::string_view::npos;
         at = line.find(mark, at + mark.size())) {
      ++n;
    }
    return n;
  }

  const Terminal& terminal_;
  int depth_ = 0;  // Quotations that are open.
};

std::string EvidenceText(absl::string_view text, const v1::Evidence& evidence) {
  return absl::StrCat("“", SliceOf(text, evidence.span()), "” ",
                      ScoreText(evidence.weight()), " [", evidence.rule(), "]");
}

std::string StanceText(absl::string_view text, const v1::Stance& stance,
                       const Terminal& terminal) {
  std::vector<std::string> reasons;
  for (const v1::Evidence& evidence : stance.evidence()) {
    reasons.push_back(EvidenceText(text, evidence));
  }
  return absl::StrCat(
      stance.target(), " ",
      Paint(terminal, LabelStyle(stance.label()), LabelName(stance.label())),
      " ", ScoreText(stance.score()),
      absl::StrFormat(", confidence %.2f", stance.confidence()),
      reasons.empty() ? "" : ": ", absl::StrJoin(reasons, "; "));
}

// A runner-up below this confidence is not shown.
constexpr double kWorthTelling = 0.05;

std::string AttributionText(absl::string_view text, const v1::Quote& quote) {
  const v1::Attribution& attribution = quote.attribution();
  if (!IsSpeech(quote)) return std::string(KindName(quote.kind()));
  std::string out =
      absl::StrCat(KindName(quote.kind()), ", ", SpeakerText(attribution));
  const std::string& mention = attribution.mention().text();
  if (!mention.empty() && mention != attribution.speaker_name() &&
      !attribution.speaker_name().empty()) {
    absl::StrAppend(&out, " (“", mention, "”)");
  }
  if (!attribution.rule().empty()) {
    absl::StrAppend(
        &out, absl::StrFormat(", confidence %.2f [%s", attribution.confidence(),
                              attribution.rule()));
    if (attribution.has_cue()) {
      absl::StrAppend(&out, " “", SliceOf(text, attribution.cue()), "”");
    }
    absl::StrAppend(&out, "]");
  }
  const v1::RunnerUp& second = attribution.runner_up();
  if (second.confidence() >= kWorthTelling) {
    absl::StrAppend(
        &out, "; else ",
        second.text().empty() ? "nobody"
                              : absl::StrCat("“", second.text(), "”"),
        absl::StrFormat(", %.2f [%s]", second.confidence(), second.rule()));
  }
  return out;
}

void AppendNote(absl::string_view text, const v1::Quote& quote, int number,
                const Terminal& terminal, std::string* out) {
  std::vector<std::string> parts = {AttributionText(text, quote)};
  if (IsSpeech(quote)) parts.push_back(SaidText(text, quote));
  for (const v1::Stance& stance : quote.stances()) {
    if (stance.label() != v1::STANCE_LABEL_NONE) {
      // Colour codes must not be wrapped: only plain text is.
      parts.push_back(StanceText(text, stance, Terminal()));
    }
  }
  std::string head = absl::StrCat(Superscript(number), " ");
  for (const std::string& part : parts) {
    for (const std::string& line :
         Wrap(part, terminal.width - kNoteIndent - 3)) {
      absl::StrAppend(out, std::string(kNoteIndent, ' '), head,
                      std::string(std::max(0, 3 - DisplayWidth(head)), ' '),
                      Paint(terminal, Style::kDim, line), "\n");
      head.clear();
    }
  }
}

}  // namespace

std::string ExplainText(const v1::ArticleRecord& record,
                        const Terminal& terminal) {
  const absl::string_view text = record.article().text();
  std::string out = HeaderText(record, terminal);
  if (!record.errors().empty()) return out;
  if (text.empty()) {
    return absl::StrCat(out,
                        "This record has no text (extract --omit_text): there "
                        "is nothing to mark.\n");
  }
  absl::StrAppend(&out,
                  "[words]¹ a quotation, {speaker}¹ who said it; the "
                  "notes name the rules.\n");
  const std::vector<Mark> marks = MarksOf(record);
  MarkedLines lines(terminal);
  size_t next_mark = 0;
  int next_quote = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string marked = Marked(text, static_cast<int>(begin),
                                      static_cast<int>(end), marks, &next_mark);
    begin = end + 1;
    if (marked.empty()) continue;
    absl::StrAppend(&out, "\n");
    lines.Append(marked, &out);
    while (next_quote < record.quotes_size() &&
           (record.quotes(next_quote).content().empty() ||
            record.quotes(next_quote).content(0).begin() <
                static_cast<int>(end))) {
      AppendNote(text, record.quotes(next_quote), next_quote + 1, terminal,
                 &out);
      ++next_quote;
    }
  }
  return out;
}

}  // namespace onrecord::cli
