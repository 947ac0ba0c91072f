#include "quotes/quote_finder.h"

#include <cstdint>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Span;
using text::Token;
using text::TokenRange;

// Marks that can close what another one of their family opened.
enum class Family : uint8_t { kDouble, kSingle, kGuillemet, kAngle };

// Which way a glyph points by itself.
enum class Glyph : uint8_t { kOpen, kClose, kNeutral };

struct GlyphRow {
  absl::string_view bytes;
  Family family;
  Glyph glyph;
};

constexpr GlyphRow kGlyphs[] = {
    {"“", Family::kDouble, Glyph::kOpen},
    {"”", Family::kDouble, Glyph::kClose},
    {"„", Family::kDouble, Glyph::kOpen},
    {"‟", Family::kDouble, Glyph::kOpen},
    {"\"", Family::kDouble, Glyph::kNeutral},
    {"``", Family::kDouble, Glyph::kOpen},
    {"''", Family::kDouble, Glyph::kNeutral},
    {"‘", Family::kSingle, Glyph::kOpen},
    {"’", Family::kSingle, Glyph::kClose},
    {"‚", Family::kSingle, Glyph::kOpen},
    {"'", Family::kSingle, Glyph::kNeutral},
    {"`", Family::kSingle, Glyph::kOpen},
    {"´", Family::kSingle, Glyph::kClose},
    {"«", Family::kGuillemet, Glyph::kOpen},
    {"»", Family::kGuillemet, Glyph::kClose},
    {"‹", Family::kAngle, Glyph::kOpen},
    {"›", Family::kAngle, Glyph::kClose},
};

// A mark and what stands beside it.
struct Mark {
  int32_t token = 0;
  Family family = Family::kDouble;
  Glyph glyph = Glyph::kNeutral;
  bool space_before = false;    // Or paragraph start, bracket, dash, mark.
  bool space_after = false;     // Or paragraph end, punctuation, mark.
  bool after_s = false;         // "wives’": may be a possessive.
  bool at_punctuation = false;  // Has , . ? ! on either side.

  bool looks_open() const { return space_before && !space_after; }
  bool looks_close() const { return !space_before && space_after; }
};

const GlyphRow* FindGlyph(absl::string_view bytes) {
  for (const GlyphRow& row : kGlyphs) {
    if (row.bytes == bytes) return &row;
  }
  return nullptr;
}

bool IsStop(Punct p) {
  return p == Punct::kPeriod || p == Punct::kComma || p == Punct::kQuestion ||
         p == Punct::kExclaim || p == Punct::kSemicolon || p == Punct::kColon ||
         p == Punct::kEllipsis;
}

Mark MakeMark(const Document& doc, TokenRange paragraph, int32_t i,
              const GlyphRow& row) {
  Mark mark;
  mark.token = i;
  mark.family = row.family;
  mark.glyph = row.glyph;
  const Token& token = doc.token(i);
  mark.space_before =
      i == paragraph.begin || token.HasShape(text::kSpaceBefore);
  mark.space_after =
      i + 1 >= paragraph.end || doc.token(i + 1).HasShape(text::kSpaceBefore);
  if (!mark.space_before) {
    const Token& left = doc.token(i - 1);
    const absl::string_view word = doc.Text(i - 1);
    mark.after_s = left.is_word() && (word.back() == 's' || word.back() == 'S');
    mark.at_punctuation = IsStop(left.punct);
    if (left.Is(Punct::kOpen) || left.Is(Punct::kDash) ||
        left.Is(Punct::kSlash) ||
        (left.Is(Punct::kMark) && left.HasShape(text::kSpaceBefore))) {
      mark.space_before = true;
    }
  }
  if (!mark.space_after) {
    const Token& right = doc.token(i + 1);
    if (IsStop(right.punct)) mark.at_punctuation = true;
    if (IsStop(right.punct) || right.Is(Punct::kClose) ||
        right.Is(Punct::kDash) || right.HasShape(text::kClitic) ||
        (right.Is(Punct::kMark) &&
         (i + 2 >= paragraph.end || !doc.token(i + 2).is_word() ||
          doc.token(i + 2).HasShape(text::kSpaceBefore)))) {
      mark.space_after = true;
    }
    // An ellipsis that begins a quotation: “… and then”.
    if (right.Is(Punct::kEllipsis) && mark.space_before) {
      mark.space_after = false;
    }
  }
  return mark;
}

std::vector<Mark> MarksOf(const Document& doc, TokenRange paragraph) {
  std::vector<Mark> marks;
  for (int32_t i = paragraph.begin; i < paragraph.end; ++i) {
    if (!doc.token(i).Is(Punct::kMark)) continue;
    if (const GlyphRow* row = FindGlyph(doc.Text(i))) {
      marks.push_back(MakeMark(doc, paragraph, i, *row));
    }
  }
  return marks;
}

bool CanOpen(const Document& doc, const Mark& mark) {
  if (mark.family == Family::kSingle) {
    // ’90s and 'em are apostrophes, never opening marks by themselves.
    if (mark.glyph == Glyph::kClose || !mark.looks_open()) return false;
    return true;
  }
  if (mark.glyph == Glyph::kOpen) return !mark.looks_close();
  if (mark.glyph == Glyph::kNeutral) {
    const Token& token = doc.token(mark.token);
    return mark.looks_open() ||
           (mark.space_before && token.length > 0 && !mark.at_punctuation);
  }
  return false;
}

// True if `mark` ends a stretch that a mark of the same family opened.
bool CanClose(const Mark& mark) {
  if (mark.family == Family::kSingle) {
    return mark.glyph != Glyph::kOpen && mark.looks_close();
  }
  if (mark.glyph == Glyph::kClose) return true;
  if (mark.glyph == Glyph::kOpen) return mark.looks_close();
  return !mark.looks_open();
}

// Pairs the marks of one paragraph.
class ParagraphPairing {
 public:
  ParagraphPairing(const Document& doc, int32_t paragraph, bool left_open)
      : doc_(doc),
        paragraph_(paragraph),
        range_(doc.paragraphs()[paragraph].tokens),
        marks_(MarksOf(doc, range_)),
        left_open_(left_open) {}

  // Appends the paragraph's stretches. Returns true if the last is left open.
  bool Run(std::vector<QuotedStretch>* out) {
    bool open = false;
    size_t i = 0;
    while (i < marks_.size()) {
      if (!CanOpen(doc_, marks_[i])) {
        AddStrayClose(i, out);
        ++i;
        continue;
      }
      size_t close = FindClose(i);
      if (close < marks_.size()) {
        Add(marks_[i].token, marks_[close].token, true, out);
        i = close + 1;
        continue;
      }
      if (marks_[i].family == Family::kSingle && !ReopenedNext(marks_[i])) {
        ++i;
        continue;
      }
      const size_t next = NextOpen(i);
      const int32_t limit =
          next < marks_.size() ? marks_[next].token : range_.end;
      open = next >= marks_.size() && ReopenedNext(marks_[i]);
      Add(marks_[i].token, open ? limit : CutUnclosed(marks_[i].token, limit),
          false, out);
      i = next;
    }
    return open;
  }

 private:
  // Index of the closing mark for marks_[i]; marks_.size() if none.
  size_t FindClose(size_t i) const {
    const Family family = marks_[i].family;
    size_t fallback = marks_.size();
    for (size_t k = i + 1; k < marks_.size(); ++k) {
      const Mark& mark = marks_[k];
      if (mark.family != family) continue;
      if (CanClose(mark)) {
        if (mark.token == marks_[i].token + 1) continue;  // Nothing inside.
        if (family != Family::kSingle) return k;
        if (mark.at_punctuation || !mark.after_s) {
          return Balanced(i, k) ? k : fallback;
        }
        if (fallback == marks_.size() && Balanced(i, k)) fallback = k;
        continue;
      }
      // Another opening: the first one was never closed.
      if (family != Family::kSingle && CanOpen(doc_, mark)) break;
      if (family == Family::kSingle && mark.looks_open() &&
          mark.glyph != Glyph::kClose && fallback != marks_.size()) {
        break;
      }
    }
    return fallback;
  }

  // A single-quoted stretch holds whole double-quoted ones only.
  bool Balanced(size_t i, size_t k) const {
    int doubles = 0;
    for (size_t m = i + 1; m < k; ++m) {
      if (marks_[m].family == Family::kDouble) ++doubles;
    }
    return doubles % 2 == 0;
  }

  size_t NextOpen(size_t i) const {
    for (size_t k = i + 1; k < marks_.size(); ++k) {
      if (marks_[k].family == marks_[i].family && CanOpen(doc_, marks_[k])) {
        return k;
      }
    }
    return marks_.size();
  }

  // The next paragraph begins with an opening mark of the same family.
  bool ReopenedNext(const Mark& mark) const {
    const auto& paragraphs = doc_.paragraphs();
    if (paragraph_ + 1 >= static_cast<int32_t>(paragraphs.size())) {
      return false;
    }
    const TokenRange next = paragraphs[paragraph_ + 1].tokens;
    if (next.empty() || !doc_.token(next.begin).Is(Punct::kMark)) return false;
    const GlyphRow* row = FindGlyph(doc_.Text(next.begin));
    return row != nullptr && row->family == mark.family &&
           row->glyph != Glyph::kClose;
  }

  // Where an unclosed quotation that starts at `open` ends: before a tag such
  // as ", he said" if one follows a stop, else at the limit.
  int32_t CutUnclosed(int32_t open, int32_t limit) const {
    for (int32_t i = open + 2; i + 2 < limit; ++i) {
      if (!doc_.token(i).Is(Punct::kComma) &&
          !doc_.token(i).Is(Punct::kQuestion)) {
        continue;
      }
      const Token& a = doc_.token(i + 1);
      const Token& b = doc_.token(i + 2);
      const text::WordClasses tag = text::kCueUtterance;
      const text::WordClasses past = text::kPast | text::kThird;
      const bool subject_verb =
          (a.Has(text::kPronoun) || a.HasShape(text::kCapitalized)) &&
          b.Has(tag) && b.Has(past);
      const bool verb_subject =
          a.Has(tag) && a.Has(past) &&
          (b.HasShape(text::kCapitalized) || b.Has(text::kPronoun));
      if (subject_verb || verb_subject) return i + 1;
    }
    return limit;
  }

  // `We go," he said.`: a closing mark that nothing opened, after a stop.
  void AddStrayClose(size_t i, std::vector<QuotedStretch>* out) {
    const Mark& mark = marks_[i];
    if (mark.family != Family::kDouble || !CanClose(mark) ||
        mark.glyph == Glyph::kOpen || mark.token <= range_.begin) {
      return;
    }
    const Token& left = doc_.token(mark.token - 1);
    if (!IsStop(left.punct)) return;
    const bool first = out->empty() || out->back().paragraph != paragraph_;
    if (!first) return;
    if (!left_open_ && mark.token + 1 >= range_.end) return;
    Add(range_.begin - 1, mark.token, true, out);
  }

  // Adds the stretch between the marks at tokens `open` and `close` (which may
  // lie just outside of the paragraph).
  void Add(int32_t open, int32_t close, bool closed,
           std::vector<QuotedStretch>* out) {
    const TokenRange tokens{open + 1, close};
    if (tokens.empty()) return;
    QuotedStretch stretch;
    stretch.tokens = tokens;
    stretch.content = doc_.SpanOf(tokens);
    stretch.outer = stretch.content;
    stretch.single = false;
    if (open >= range_.begin) {
      stretch.outer.begin = doc_.token(open).span().begin;
      const GlyphRow* row = FindGlyph(doc_.Text(open));
      stretch.single = row != nullptr && row->family == Family::kSingle;
    }
    if (closed) stretch.outer.end = doc_.token(close).span().end;
    stretch.paragraph = paragraph_;
    stretch.closed = closed;
    stretch.continues = left_open_ && open == range_.begin;
    out->push_back(stretch);
  }

  const Document& doc_;
  const int32_t paragraph_;
  const TokenRange range_;
  const std::vector<Mark> marks_;
  const bool left_open_;
};

}  // namespace

std::vector<QuotedStretch> FindQuotedStretches(const Document& document) {
  std::vector<QuotedStretch> out;
  bool left_open = false;
  const int32_t count = static_cast<int32_t>(document.paragraphs().size());
  for (int32_t p = 0; p < count; ++p) {
    left_open = ParagraphPairing(document, p, left_open).Run(&out);
  }
  return out;
}

}  // namespace onrecord::quotes
