#include "quotes/quote_marks.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

struct GlyphRow {
  absl::string_view bytes;
  MarkFamily family;
  MarkGlyph glyph;
};

constexpr GlyphRow kGlyphs[] = {
    {"“", MarkFamily::kDouble, MarkGlyph::kOpen},
    {"”", MarkFamily::kDouble, MarkGlyph::kClose},
    {"\"", MarkFamily::kDouble, MarkGlyph::kNeutral},
    {"’", MarkFamily::kSingle, MarkGlyph::kClose},
    {"‘", MarkFamily::kSingle, MarkGlyph::kOpen},
    {"'", MarkFamily::kSingle, MarkGlyph::kNeutral},
    {"„", MarkFamily::kDouble, MarkGlyph::kOpen},
    {"‟", MarkFamily::kDouble, MarkGlyph::kOpen},
    {"``", MarkFamily::kDouble, MarkGlyph::kOpen},
    {"''", MarkFamily::kDouble, MarkGlyph::kNeutral},
    {"‚", MarkFamily::kSingle, MarkGlyph::kOpen},
    {"‛", MarkFamily::kSingle, MarkGlyph::kOpen},
    {"`", MarkFamily::kSingle, MarkGlyph::kOpen},
    {"´", MarkFamily::kSingle, MarkGlyph::kClose},
    {"«", MarkFamily::kGuillemet, MarkGlyph::kOpen},
    {"»", MarkFamily::kGuillemet, MarkGlyph::kClose},
    {"‹", MarkFamily::kAngle, MarkGlyph::kOpen},
    {"›", MarkFamily::kAngle, MarkGlyph::kClose},
};

// Words that lose their beginning: ’em, ’tis, ’cause. Sorted.
constexpr absl::string_view kBeheaded[] = {
    "bout",   "cause", "cos",    "coz",   "cuz",    "em",    "fraid",
    "gainst", "neath", "nuff",   "round", "sblood", "scuse", "spose",
    "sup",    "til",   "till",   "tis",   "tude",   "twas",  "tween",
    "twere",  "twill", "twould", "ya",
};

// Words that lose their end: ol’, o’, th’. Sorted.
constexpr absl::string_view kCurtailed[] = {"fo", "lil", "mo", "o",
                                            "ol", "po",  "th"};

// A word of one of these classes cannot follow the owner that it belongs to:
// behind it, "years’" ends a quotation.
constexpr text::WordClasses kNotOwned =
    text::kPreposition | text::kConjunction | text::kAuxiliary |
    text::kDeterminer | text::kPronoun | text::kPossessive |
    text::kSubordinator | text::kRelative | text::kModal | text::kBe;

template <size_t n>
bool Lists(const absl::string_view (&sorted)[n], absl::string_view word) {
  const auto less = [](absl::string_view a, absl::string_view b) {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
          return absl::ascii_tolower(x) < absl::ascii_tolower(y);
        });
  };
  return std::binary_search(std::begin(sorted), std::end(sorted), word, less);
}

bool IsStop(Punct p) {
  return p == Punct::kPeriod || p == Punct::kComma || p == Punct::kQuestion ||
         p == Punct::kExclaim || p == Punct::kSemicolon || p == Punct::kColon ||
         p == Punct::kEllipsis;
}

// Reads the marks of one paragraph.
class Collector {
 public:
  Collector(const Document& doc, TokenRange paragraph)
      : doc_(doc), range_(paragraph) {}

  void Run(std::vector<QuoteMark>* marks) const {
    for (int32_t i = NextMark(range_.begin); i < range_.end;
         i = NextMark(i + 1)) {
      QuoteMark mark;
      if (!ReadGlyph(doc_, i, &mark.family, &mark.glyph)) continue;
      if (mark.family == MarkFamily::kSingle && IsApostrophe(i)) continue;
      if (IsMarkup(i)) {  // <a href="...">: neither this one nor its partner.
        i = NextMark(i + 1);
        continue;
      }
      Fill(i, &mark);
      marks->push_back(mark);
    }
  }

 private:
  // The first mark at or behind token `i`; range_.end or more if there is none.
  int32_t NextMark(int32_t i) const {
    if (i >= range_.end) return i;
    const Token* const tokens = doc_.tokens().data();
    return static_cast<int32_t>(
        std::find_if(tokens + i, tokens + range_.end,
                     [](const Token& t) { return t.Is(Punct::kMark); }) -
        tokens);
  }

  bool TouchesLeft(int32_t i) const {
    return i > range_.begin && !doc_.token(i).HasShape(text::kSpaceBefore);
  }
  bool TouchesRight(int32_t i) const {
    return i + 1 < range_.end &&
           !doc_.token(i + 1).HasShape(text::kSpaceBefore);
  }
  bool IsMark(int32_t i) const {
    return range_.Contains(i) && doc_.token(i).Is(Punct::kMark);
  }

  // Behind an equals sign without a blank: the value of an attribute.
  bool IsMarkup(int32_t i) const {
    return TouchesLeft(i) && doc_.token(i - 1).Is(Punct::kOther) &&
           doc_.Text(i - 1) == "=";
  }

  void Fill(int32_t i, QuoteMark* mark) const {
    mark->token = i;
    mark->space_before = !TouchesLeft(i);
    mark->space_after = !TouchesRight(i);
    if (!mark->space_before) FillLeft(i, mark);
    if (!mark->space_after) FillRight(i, mark);
    if (mark->possessive && i + 1 < range_.end) {
      const Token& next = doc_.token(i + 1);
      mark->possessive = next.is_word() && !next.Has(kNotOwned);
    }
  }

  void FillLeft(int32_t i, QuoteMark* mark) const {
    const Token& left = doc_.token(i - 1);
    mark->stop_before = IsStop(left.punct);
    mark->sentence_before = left.Is(Punct::kColon) || left.Is(Punct::kPeriod) ||
                            left.Is(Punct::kQuestion) ||
                            left.Is(Punct::kExclaim);
    if (left.is_word()) {
      const char last = doc_.Text(i - 1).back();
      mark->possessive = last == 's' || last == 'S';
      mark->measure = absl::ascii_isdigit(last);
    }
    mark->space_before = left.Is(Punct::kOpen) || left.Is(Punct::kDash) ||
                         left.Is(Punct::kSlash) || left.Is(Punct::kHyphen) ||
                         left.Is(Punct::kOther) ||
                         (left.Is(Punct::kMark) && !TouchesLeft(i - 1));
    // "pro-" is one word; so is its hyphen's side of the mark.
    if (left.is_word() && doc_.Text(i - 1).back() == '-') {
      mark->space_before = true;
    }
  }

  void FillRight(int32_t i, QuoteMark* mark) const {
    const Token& right = doc_.token(i + 1);
    mark->stop_after = IsStop(right.punct);
    mark->space_after =
        mark->stop_after || right.Is(Punct::kClose) || right.Is(Punct::kDash) ||
        right.Is(Punct::kHyphen) || right.HasShape(text::kClitic) ||
        (right.Is(Punct::kMark) &&
         (!TouchesRight(i + 1) || !doc_.token(i + 2).is_word()));
    // A quotation that begins with an ellipsis or a dot: “… and then”, “.@ana”.
    const bool dot = right.Is(Punct::kPeriod) && TouchesRight(i + 1);
    if ((right.Is(Punct::kEllipsis) || dot) && mark->space_before) {
      mark->space_after = false;
    }
  }

  bool IsApostrophe(int32_t i) const {
    if (TouchesLeft(i) && doc_.token(i - 1).is_word()) return EndsElision(i);
    return TouchesRight(i) && doc_.token(i + 1).is_word() && StartsElision(i);
  }

  bool StartsElision(int32_t i) const {
    const absl::string_view word = doc_.Text(i + 1);
    if (IsDecade(word)) return true;
    // ’n’ between two words.
    if (word == "n" || word == "N") return TouchesRight(i + 1) && IsMark(i + 2);
    // "the class of ’99": a year that nothing goes on from.
    if (word.size() == 2 && absl::ascii_isdigit(word[0]) &&
        absl::ascii_isdigit(word[1])) {
      return i > range_.begin &&
             doc_.token(i - 1).Has(text::kPreposition | text::kMonth |
                                   text::kTimeUnit);
    }
    return Lists(kBeheaded, word) && !(TouchesRight(i + 1) && IsMark(i + 2));
  }

  static bool IsDecade(absl::string_view word) {
    return word.size() == 3 && absl::ascii_isdigit(word[0]) && word[1] == '0' &&
           word[2] == 's';
  }

  bool EndsElision(int32_t i) const {
    const absl::string_view word = doc_.Text(i - 1);
    const bool behind_mark = TouchesLeft(i - 1) && IsMark(i - 2);
    if (word == "n" || word == "N") return behind_mark;
    if (behind_mark || !HasWordBehind(i)) return false;
    if (Lists(kCurtailed, word)) return true;
    // goin’, singin’
    if (word.size() < 4 || word.substr(word.size() - 2) != "in") return false;
    const text::Lexicon::Listed whole =
        doc_.lexicon().Look(absl::StrCat(word, "g"));
    return (whole.classes & text::kGerund) != 0 && doc_.token(i - 1).word == 0;
  }

  // A blank and a word follow, or a blank and nothing that ends anything.
  bool HasWordBehind(int32_t i) const {
    return i + 1 < range_.end && doc_.token(i + 1).is_word();
  }

  const Document& doc_;
  const TokenRange range_;
};

}  // namespace

bool ReadGlyph(const Document& document, int32_t token, MarkFamily* family,
               MarkGlyph* glyph) {
  const absl::string_view bytes = document.Text(token);
  for (const GlyphRow& row : kGlyphs) {
    if (row.bytes != bytes) continue;
    *family = row.family;
    *glyph = row.glyph;
    return true;
  }
  return false;
}

void CollectMarks(const Document& document, TokenRange paragraph,
                  std::vector<QuoteMark>* marks) {
  marks->clear();
  Collector(document, paragraph).Run(marks);
}

}  // namespace onrecord::quotes
