#include "quotes/turn_label.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "quotes/page_furniture.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

constexpr int32_t kMaxLabelTokens = 12;
constexpr int32_t kMaxNameTokens = 7;
constexpr int32_t kMaxDashNameTokens = 4;

class Reader {
 public:
  Reader(const Document& doc, TokenRange paragraph)
      : doc_(doc), range_(paragraph) {}

  TurnLabel Run() {
    // A first look that nearly all paragraphs fail.
    if (range_.size() < 3) return {};
    const Token& first = doc_.token(range_.begin);
    if (!first.HasShape(text::kCapitalized | text::kHasDigit) &&
        !first.Is(Punct::kOpen)) {
      return {};
    }
    SkipTime();
    if (!ReadLetter() && !ReadName()) return {};
    return FindContent() ? label_ : TurnLabel{};
  }

 private:
  bool Is(int32_t i, Punct p) const {
    return i < range_.end && doc_.token(i).Is(p);
  }

  // "10:15", "[10:15]", "(10.15 p.m.)".
  void SkipTime() {
    at_ = range_.begin;
    int32_t i = at_ + Is(at_, Punct::kOpen);
    if (i >= range_.end || !doc_.token(i).HasShape(text::kHasDigit) ||
        doc_.Text(i).find_first_of(":.") == absl::string_view::npos) {
      return;
    }
    ++i;
    if (i < range_.end && doc_.token(i).is_word() &&
        doc_.Text(i).find('.') != absl::string_view::npos) {
      ++i;  // "p.m."
    }
    if (Is(i, Punct::kClose)) ++i;
    if (Is(i, Punct::kDash)) ++i;
    at_ = i;
  }

  // "Q:", "A.", "Q –".
  bool ReadLetter() {
    if (at_ + 1 >= range_.end) return false;
    const absl::string_view text = doc_.Text(at_);
    const bool dotted = text == "Q." || text == "A.";
    if (!dotted && text != "Q" && text != "A") return false;
    int32_t end = at_ + 1;
    if (Is(end, Punct::kColon) || Is(end, Punct::kPeriod) ||
        Is(end, Punct::kDash)) {
      ++end;
    } else if (!dotted) {
      return false;
    } else if (doc_.token(end).HasShape(text::kCapitalized) && text == "A." &&
               IsName(end)) {
      return false;  // "A. Lopez said"
    }
    label_.letter = true;
    label_.name = TokenRange{at_, at_ + 1};
    label_.tokens = TokenRange{range_.begin, end};
    return true;
  }

  bool IsName(int32_t i) const {
    const Token& t = doc_.token(i);
    return t.word == 0 || t.Has(text::kGivenName);
  }

  // "Ana Lopez:", "SEN. ANA LOPEZ (mayor):", "JANE ROE, HOST:".
  bool ReadName() {
    int32_t name_end = -1;
    int capitals = 0;
    const int32_t limit = std::min(range_.end, at_ + kMaxLabelTokens);
    for (int32_t i = at_; i < limit; ++i) {
      const Token& t = doc_.token(i);
      if (t.Is(Punct::kColon) || t.Is(Punct::kDash)) {
        return capitals > 0 && EndName(i, name_end < 0 ? i : name_end);
      }
      const bool open = t.Is(Punct::kOpen);
      if (open || t.Is(Punct::kComma)) {
        if (capitals == 0) return false;
        if (name_end < 0) name_end = i;
        if (open) i = SkipBrackets(i, limit);
        continue;
      }
      if (!IsLabelWord(t)) return false;
      // Behind a comma only capitals: "JANE ROE, HERALD".
      if (name_end >= 0 && !t.HasShape(text::kAllCaps)) return false;
      capitals += t.HasShape(text::kCapitalized);
    }
    return false;
  }

  int32_t SkipBrackets(int32_t i, int32_t limit) const {
    while (i < limit && !doc_.token(i).Is(Punct::kClose)) ++i;
    return i;
  }

  static bool IsLabelWord(const Token& t) {
    if (!t.is_word() || t.HasShape(text::kClitic)) return false;
    return t.HasShape(text::kCapitalized | text::kHasHyphen) ||
           t.Has(text::kParticle | text::kPreposition | text::kDeterminer);
  }

  bool EndName(int32_t end, int32_t name_end) {
    const TokenRange name{at_, name_end};
    label_.dash = doc_.token(end).Is(Punct::kDash);
    if (name.size() > (label_.dash ? kMaxDashNameTokens : kMaxNameTokens) ||
        IsPageLabel(doc_, name) || IsCalendar(name)) {
      return false;
    }
    label_.name = name;
    label_.tokens = TokenRange{range_.begin, end + 1};
    return true;
  }

  // Only days, months and the like.
  bool IsCalendar(TokenRange name) const {
    for (int32_t i = name.begin; i < name.end; ++i) {
      const Token& t = doc_.token(i);
      if (!t.Has(text::kWeekday | text::kMonth | text::kTimeWord) &&
          !t.HasShape(text::kHasDigit)) {
        return false;
      }
    }
    return true;
  }

  // Content that somebody says: no marks around it, no bare figure.
  bool FindContent() {
    int32_t i = label_.tokens.end;
    if (Is(i, Punct::kOpen)) {  // "(Laughs)"
      const int32_t close = SkipBrackets(i, range_.end);
      if (close < range_.end && close - i <= 4) i = close + 1;
    }
    if (i >= range_.end || Is(i, Punct::kMark)) return false;
    label_.content = TokenRange{i, range_.end};
    const bool figure = doc_.token(i).HasShape(text::kHasDigit);
    return !figure || label_.content.size() > 3;
  }

  const Document& doc_;
  const TokenRange range_;
  int32_t at_ = 0;
  TurnLabel label_;
};

}  // namespace

TurnLabel ReadTurnLabel(const Document& document, TokenRange paragraph) {
  return Reader(document, paragraph).Run();
}

}  // namespace onrecord::quotes
