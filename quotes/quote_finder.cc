#include "quotes/quote_finder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "quotes/page_furniture.h"
#include "quotes/quote_marks.h"
#include "quotes/speech_tag.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

// A tag that ends a paragraph is no longer than this: ", said Ana Lopez, who
// leads the choir."
constexpr int32_t kTagTokens = 12;

// A text uses double marks for speech if it has this many double-quoted
// stretches, and this many for each single-quoted one.
constexpr int kLeastDoubles = 3;
constexpr int kDoublesPerSingle = 3;

// What a paragraph leaves to the next one.
enum class Left {
  kNothing,
  kReopened,  // An open quotation, whose mark the next paragraph repeats.
  kDangling,  // One whose closing mark is missing or in the next paragraph.
};

bool CanOpen(const QuoteMark& mark) {
  if (mark.family == MarkFamily::kSingle) {
    return mark.space_before &&
           (!mark.space_after || mark.glyph == MarkGlyph::kOpen);
  }
  switch (mark.glyph) {
    case MarkGlyph::kOpen:
      return !mark.looks_close();
    case MarkGlyph::kClose:
      return mark.looks_open();
    case MarkGlyph::kNeutral:
      // With blanks on both sides, or on neither: `Lopez:"No."`
      return mark.looks_open() ||
             (mark.space_before && mark.space_after && !mark.stop_after &&
              !mark.stop_before) ||
             (mark.sentence_before && !mark.space_after);
  }
  return false;
}

// True if `mark` ends a stretch that a mark of the same family opened.
bool CanClose(const QuoteMark& mark) {
  if (mark.family == MarkFamily::kSingle) {
    return mark.looks_close() ||
           (mark.stop_before && mark.glyph == MarkGlyph::kClose);
  }
  switch (mark.glyph) {
    case MarkGlyph::kOpen:
      return mark.looks_close();
    case MarkGlyph::kClose:
      return true;
    case MarkGlyph::kNeutral:
      return !mark.looks_open();
  }
  return false;
}

// What is asked of the marks beside one mark of a paragraph again and again.
struct MarkNeighbours {
  int32_t opener_before = -1;  // Of its family, the last that can open.
  int32_t next = -1;           // Of its family.
  int32_t doubles_before = 0;  // Double marks before it.
};

// Finds the neighbours of all marks of a paragraph in one sweep. Indices are
// those of `marks`; -1 where there is none.
void FindNeighbours(const std::vector<QuoteMark>& marks,
                    std::vector<MarkNeighbours>* neighbours) {
  constexpr size_t kFamilies = static_cast<size_t>(MarkFamily::kAngle) + 1;
  std::array<int32_t, kFamilies> opener, last;
  opener.fill(-1);
  last.fill(-1);
  int32_t doubles = 0;
  neighbours->assign(marks.size(), MarkNeighbours());
  for (size_t k = 0; k < marks.size(); ++k) {
    const size_t family = static_cast<size_t>(marks[k].family);
    const int32_t index = static_cast<int32_t>(k);
    (*neighbours)[k].opener_before = opener[family];
    (*neighbours)[k].doubles_before = doubles;
    if (last[family] >= 0) (*neighbours)[last[family]].next = index;
    last[family] = index;
    if (CanOpen(marks[k])) opener[family] = index;
    doubles += marks[k].family == MarkFamily::kDouble;
  }
}

// Pairs the marks of one paragraph after the other.
class Pairing {
 public:
  explicit Pairing(const Document& doc) : doc_(doc) {}

  std::vector<QuotedStretch> Run() {
    const int32_t count = static_cast<int32_t>(doc_.paragraphs().size());
    for (int32_t p = 0; p < count; ++p) {
      paragraph_ = p;
      range_ = doc_.paragraphs()[p].tokens;
      CollectMarks(doc_, range_, &marks_);
      left_ = marks_.empty() ||
                      (left_ == Left::kNothing && IsPageFurniture(doc_, p))
                  ? Left::kNothing
                  : PairParagraph();
    }
    DropHeadings();
    return std::move(out_);
  }

 private:
  Left PairParagraph() {
    FindNeighbours(marks_, &neighbours_);
    Left left = Left::kNothing;
    first_ = true;
    const size_t count = marks_.size();
    for (size_t i = 0; i < count;) {
      const QuoteMark& mark = marks_[i];
      if (!CanOpen(mark)) {
        AddStrayClose(mark);
        ++i;
        continue;
      }
      const size_t close = FindClose(i);
      if (close < count) {
        Add(mark.token, marks_[close].token, true);
        i = close + 1;
        continue;
      }
      i = AddUnclosed(i, &left);
    }
    return left;
  }

  // --- closing marks ---

  // Index of the closing mark for marks_[i]; marks_.size() if none.
  size_t FindClose(size_t i) const {
    return marks_[i].family == MarkFamily::kSingle ? FindCloseSingle(i)
                                                   : FindCloseDouble(i);
  }

  size_t FindCloseDouble(size_t i) const {
    int depth = 0;
    for (size_t k = i + 1; k < marks_.size(); ++k) {
      const QuoteMark& mark = marks_[k];
      if (ClosesOther(i, k)) return k;
      if (mark.family != marks_[i].family || IsMeasure(k)) continue;
      if (Nests(mark)) {
        // Opened twice at one place: the second one counts.
        if (mark.token == marks_[i].token + 1) break;
        ++depth;
      } else if (depth == 0) {
        return mark.token == marks_[i].token + 1 ? NotEmpty(k) : k;
      } else if (mark.stop_before && TagFollows(mark.token + 1)) {
        break;  // A quotation of its own: marks_[i] was never closed.
      } else {
        --depth;
      }
    }
    return marks_.size();
  }

  // Opens a quotation inside of one that its own family marks.
  static bool Nests(const QuoteMark& mark) {
    if (mark.family == MarkFamily::kSingle) {
      return mark.looks_open() && mark.glyph != MarkGlyph::kClose;
    }
    return mark.glyph == MarkGlyph::kOpen
               ? !mark.looks_close()
               : mark.glyph == MarkGlyph::kNeutral && mark.looks_open();
  }

  // True if marks_[k] closes marks_[i] although it is of another family:
  // ‘We go," she said. It stands before a tag, and nothing else opened it.
  bool ClosesOther(size_t i, size_t k) const {
    const QuoteMark& mark = marks_[k];
    if (mark.family == marks_[i].family || !mark.stop_before ||
        !mark.looks_close() || mark.glyph == MarkGlyph::kOpen ||
        !TagFollows(mark.token + 1)) {
      return false;
    }
    return !OpenedSince(i, k);
  }

  // True if a mark of the family of marks_[k] opens between i and k.
  bool OpenedSince(size_t i, size_t k) const {
    return neighbours_[k].opener_before > static_cast<int32_t>(i);
  }

  // “”: nothing inside; the mark that closes it is not the next one's.
  size_t NotEmpty(size_t k) const {
    return CanOpen(marks_[k]) ? marks_.size() : k;
  }

  size_t FindCloseSingle(size_t i) const {
    const size_t none = marks_.size();
    size_t weak = none;
    int depth = 0;
    bool nested = false;
    for (size_t k = i + 1; k < none; ++k) {
      const QuoteMark& mark = marks_[k];
      if (ClosesOther(i, k)) return k;
      if (mark.family != MarkFamily::kSingle) continue;
      if (Nests(mark)) {
        if (weak < none) break;  // A new quotation.
        nested = true;
        ++depth;
      } else if (CanClose(mark) && mark.token > marks_[i].token + 1) {
        const bool strong = mark.stop_before || !mark.possessive;
        if (depth > 0) {
          if (mark.stop_before && TagFollows(mark.token + 1)) break;
          if (strong) --depth;
        } else if (Balanced(i, k)) {
          if (strong) return k;
          if (weak == none && !nested) weak = k;
        }
      }
    }
    if (weak < none && marks_[i].glyph == MarkGlyph::kClose) return none;
    return weak < none || marks_[i].glyph != MarkGlyph::kOpen
               ? weak
               : FindCloseAtEnd(i);
  }

  // A double mark behind a stop that ends the paragraph, which nothing opened,
  // closes what a curly single mark opened.
  size_t FindCloseAtEnd(size_t i) const {
    const size_t last = marks_.size() - 1;
    const QuoteMark& mark = marks_[last];
    const bool closes = last > i && mark.family == MarkFamily::kDouble &&
                        mark.stop_before && mark.token + 1 == range_.end &&
                        !OpenedSince(i, last);
    return closes ? last : marks_.size();
  }

  // A single-quoted stretch holds whole double-quoted ones only.
  bool Balanced(size_t i, size_t k) const {
    const int32_t doubles = neighbours_[k].doubles_before -
                            neighbours_[i].doubles_before -
                            (marks_[i].family == MarkFamily::kDouble);
    return doubles % 2 == 0;
  }

  // 17" and 6'2" are inches if a mark behind them closes what is open.
  bool IsMeasure(size_t k) const {
    if (!marks_[k].measure || marks_[k].stop_after) return false;
    const int32_t next = neighbours_[k].next;
    return next >= 0 && !CanOpen(marks_[next]) && !marks_[next].measure;
  }

  // --- missing marks ---

  // Adds what marks_[i] opens and nothing closes, if it is a quotation.
  // Returns the index of the mark to go on with.
  size_t AddUnclosed(size_t i, Left* left) {
    const QuoteMark& mark = marks_[i];
    const bool reopened = ReopenedNext(mark.family);
    if (mark.family == MarkFamily::kSingle && !reopened) return i + 1;
    if (!mark.looks_open() && !reopened) return i + 1;
    size_t next = i + 1;
    while (next < marks_.size() &&
           !(marks_[next].family == mark.family && CanOpen(marks_[next]))) {
      ++next;
    }
    const bool last = next == marks_.size();
    const int32_t limit = last ? range_.end : marks_[next].token;
    const int32_t tag = TagBegin(mark.token, limit);
    const bool cut =
        tag < limit && !(last && reopened && limit - tag > kTagTokens);
    Add(mark.token, cut ? tag : limit, false);
    if (last && !cut) *left = reopened ? Left::kReopened : Left::kDangling;
    return next;
  }

  // The next paragraph begins with an opening mark of this family.
  bool ReopenedNext(MarkFamily family) const {
    const auto& paragraphs = doc_.paragraphs();
    if (paragraph_ + 1 >= static_cast<int32_t>(paragraphs.size())) {
      return false;
    }
    const TokenRange next = paragraphs[paragraph_ + 1].tokens;
    if (next.size() < 2 || !doc_.token(next.begin).Is(Punct::kMark)) {
      return false;
    }
    MarkFamily next_family;
    MarkGlyph glyph;
    return ReadGlyph(doc_, next.begin, &next_family, &glyph) &&
           next_family == family && glyph != MarkGlyph::kClose;
  }

  // Where the tag begins that follows an unclosed quotation: behind the comma
  // or question mark of `We go, said Lopez.`; `limit` if there is none.
  int32_t TagBegin(int32_t open, int32_t limit) const {
    for (int32_t i = open + 2; i + 2 < limit; ++i) {
      const Token& t = doc_.token(i);
      if ((t.Is(Punct::kComma) || t.Is(Punct::kQuestion)) &&
          TagFollows(i + 1)) {
        return i + 1;
      }
    }
    return limit;
  }

  bool TagFollows(int32_t i) const { return SpeechTagAt(doc_, i, range_); }

  // `We go," he said.`: a closing mark that nothing opened, behind a stop.
  void AddStrayClose(const QuoteMark& mark) {
    if (mark.family != MarkFamily::kDouble || !CanClose(mark) || !first_ ||
        mark.glyph == MarkGlyph::kOpen || !mark.stop_before) {
      return;
    }
    const bool known = left_ != Left::kNothing || TagFollows(mark.token + 1);
    if (known) Add(range_.begin - 1, mark.token, true);
  }

  // --- results ---

  // In a text that quotes with double marks, single ones in the headline or
  // around a whole paragraph are a heading's.
  void DropHeadings() {
    int single = 0;
    int heading = 0;
    for (const QuotedStretch& s : out_) {
      single += s.single;
      heading += s.single && IsHeading(s);
    }
    const int doubles = static_cast<int>(out_.size()) - single;
    if (heading == 0 || doubles < kLeastDoubles ||
        doubles < kDoublesPerSingle * (single - heading)) {
      return;
    }
    out_.erase(std::remove_if(out_.begin(), out_.end(),
                              [this](const QuotedStretch& s) {
                                return s.single && IsHeading(s);
                              }),
               out_.end());
  }

  bool IsHeading(const QuotedStretch& s) const {
    return s.paragraph == 0 || s.outer == doc_.paragraphs()[s.paragraph].span;
  }

  // Adds the stretch between the marks at tokens `open` and `close` (which may
  // lie just outside of the paragraph).
  void Add(int32_t open, int32_t close, bool closed) {
    const TokenRange tokens{open + 1, close};
    if (tokens.empty()) return;
    QuotedStretch stretch;
    stretch.tokens = tokens;
    stretch.content = doc_.SpanOf(tokens);
    stretch.outer = stretch.content;
    if (open >= range_.begin) {
      stretch.outer.begin = doc_.token(open).span().begin;
      MarkFamily family;
      MarkGlyph glyph;
      stretch.single = ReadGlyph(doc_, open, &family, &glyph) &&
                       family == MarkFamily::kSingle;
    }
    if (closed) Close(close, &stretch);
    stretch.paragraph = paragraph_;
    stretch.closed = closed;
    const bool at_start = open <= range_.begin;
    stretch.continues =
        at_start && (left_ == Left::kReopened ||
                     (left_ == Left::kDangling && open < range_.begin));
    out_.push_back(stretch);
    first_ = false;
  }

  // Ends a stretch at its closing mark. Of three apostrophes, read as '' and ',
  // the first belongs to a quotation inside.
  void Close(int32_t mark, QuotedStretch* stretch) const {
    stretch->outer.end = doc_.token(mark).span().end;
    if (mark + 1 >= range_.end || doc_.Text(mark) != "''") return;
    const Token& next = doc_.token(mark + 1);
    if (next.HasShape(text::kSpaceBefore) || doc_.Text(mark + 1) != "'") return;
    ++stretch->outer.end;
    ++stretch->content.end;
  }

  const Document& doc_;
  std::vector<QuotedStretch> out_;
  std::vector<QuoteMark> marks_;            // Of the paragraph at hand.
  std::vector<MarkNeighbours> neighbours_;  // Of marks_.
  int32_t paragraph_ = 0;
  TokenRange range_;
  Left left_ = Left::kNothing;  // Of the paragraph before.
  bool first_ = true;           // No stretch in this paragraph yet.
};

}  // namespace

std::vector<QuotedStretch> FindQuotedStretches(const Document& document) {
  return Pairing(document).Run();
}

}  // namespace onrecord::quotes
