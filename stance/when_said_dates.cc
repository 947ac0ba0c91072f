#include "stance/when_said_dates.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::DateAnchor;
using text::Document;
using text::PartialDate;
using text::Punct;
using text::Token;
using text::WordId;
using text::WordSet;

// Occasions on which people speak, and what they write.
constexpr WordSet kOccasions = {
    "address",   "announcement", "appearance", "article",    "blog",
    "brief",     "briefing",     "broadcast",  "cable",      "call",
    "column",    "comments",     "communique", "conference", "debate",
    "dinner",    "editorial",    "email",      "essay",      "event",
    "forum",     "hearing",      "interview",  "lecture",    "letter",
    "lunch",     "meeting",      "memo",       "message",    "news",
    "op-ed",     "podcast",      "post",       "press",      "rally",
    "remarks",   "report",       "sermon",     "session",    "show",
    "sitting",   "speech",       "statement",  "summit",     "talk",
    "testimony", "tweet",        "visit",      "vote",
};

// A date after one of these is the end of something else.
constexpr WordSet kOtherEvent = {
    "after", "before", "between", "by",   "from", "of",
    "since", "than",   "through", "till", "to",   "until",
};

constexpr WordId kAs = text::KnownWord("as");
constexpr WordId kThe = text::KnownWord("the");

int32_t Size(const Document& document) {
  return static_cast<int32_t>(document.tokens().size());
}

WordId Word(const Document& document, int32_t i) {
  return i >= 0 && i < Size(document) ? document.token(i).word : 0;
}

bool IsWordAt(const Document& document, int32_t i) {
  return i >= 0 && i < Size(document) && document.token(i).is_word();
}

// An occasion among the words that follow, before anything that ends the noun
// phrase: "January 6 State Department cable".
bool OccasionFollows(const Document& document, int32_t i) {
  for (int32_t k = i; k < i + 5 && IsWordAt(document, k); ++k) {
    if (IsOccasion(Word(document, k))) return true;
    if (document.token(k).Has(text::kPreposition | text::kDeterminer)) break;
  }
  return false;
}

// Does the date only name another event: "Monday's strikes", "the 2021
// campaign", "since January"?
bool NamesOtherEvent(const Document& document, text::TokenRange tokens) {
  const int32_t before = tokens.begin - 1, after = tokens.end;
  if (kOtherEvent.Has(Word(document, before))) return true;
  if (Word(document, before) == kThe &&
      kOtherEvent.Has(Word(document, before - 1))) {
    return true;
  }
  const bool possessive =
      after < Size(document) && document.token(after).HasShape(text::kClitic);
  if (possessive) return !OccasionFollows(document, after + 1);
  const bool modifier =
      before >= 0 && IsWordAt(document, after) &&
      document.token(before).Has(text::kDeterminer | text::kPossessive) &&
      !document.token(after).Has(text::kPreposition | text::kConjunction |
                                 text::kTimeUnit);
  return modifier && !OccasionFollows(document, after);
}

// "in recent weeks" is the month before, roughly.
PartialDate ResolveVague(absl::string_view words, absl::CivilDay published) {
  struct Vague {
    absl::string_view word;
    int days;
  };
  static constexpr Vague kVague[] = {
      {"recent days", 2}, {"recent weeks", 14}, {"past weeks", 14}};
  const std::string lower = absl::AsciiStrToLower(words);
  for (const Vague& vague : kVague) {
    if (!absl::StrContains(lower, vague.word)) continue;
    PartialDate date = PartialDate::FromDay(published - vague.days);
    date.day = 0;
    return date;
  }
  return PartialDate();
}

PartialDate Resolve(const Document& document,
                    const text::DateExpression& expression,
                    absl::optional<absl::CivilDay> published) {
  if (!published.has_value()) {
    return expression.anchor == DateAnchor::kAbsolute ? expression.date
                                                      : PartialDate();
  }
  if (expression.anchor == DateAnchor::kVague) {
    return ResolveVague(document.Text(expression.span), *published);
  }
  return text::ResolveDate(expression, *published);
}

// "July of last year" is one date.
void JoinMonthsWithYears(const Document& document, absl::CivilDay published,
                         std::vector<text::DateExpression>* dates) {
  size_t kept = 0;
  for (const text::DateExpression& expression : *dates) {
    if (kept > 0 && expression.unit == 'y') {
      text::DateExpression& month = (*dates)[kept - 1];
      if (month.anchor == DateAnchor::kYearless &&
          expression.tokens.begin - month.tokens.end <= 1) {
        month.anchor = DateAnchor::kAbsolute;
        month.date.year =
            static_cast<int16_t>(published.year() + expression.amount);
        month.tokens.end = expression.tokens.end;
        month.span = document.SpanOf(month.tokens);
        continue;
      }
    }
    (*dates)[kept++] = expression;
  }
  dates->resize(kept);
}

// "as long ago as 2021" is one too, which ends at token `year`.
absl::optional<text::DateExpression> AsLongAgoAs(const Document& document,
                                                 int32_t year) {
  text::DateExpression expression;
  int number = 0;
  if (document.token(year).length != 4 ||
      !absl::SimpleAtoi(document.Text(year), &number) || number < 1900 ||
      number > 2100) {
    return absl::nullopt;
  }
  for (int32_t k = year - 2; k >= std::max(0, year - 4); --k) {
    if (Word(document, k) != kAs) continue;
    expression.tokens = text::TokenRange{k, year + 1};
    expression.span = document.SpanOf(expression.tokens);
    expression.date.year = static_cast<int16_t>(number);
    return expression;
  }
  return absl::nullopt;
}

// The dates of the text, and those that only a reader of clauses sees.
std::vector<text::DateExpression> FindAllDates(
    const Document& document, absl::optional<absl::CivilDay> published) {
  std::vector<text::DateExpression> dates = text::FindDates(document);
  if (published.has_value()) JoinMonthsWithYears(document, *published, &dates);
  const size_t count = dates.size();
  const Token* const tokens = document.tokens().data();
  const int32_t last = Size(document) - 1;
  for (int32_t i = 1; i < last; ++i) {
    if (tokens[i].word != kAs) continue;
    if (const auto date = AsLongAgoAs(document, i + 1)) dates.push_back(*date);
  }
  if (dates.size() > count) {
    std::stable_sort(
        dates.begin(), dates.end(),
        [](const text::DateExpression& a, const text::DateExpression& b) {
          return a.tokens.begin < b.tokens.begin;
        });
  }
  return dates;
}

bool EndsClause(const Token& token) {
  return token.Is(Punct::kComma) || token.Is(Punct::kSemicolon) ||
         token.Is(Punct::kDash) || token.Is(Punct::kColon) ||
         token.Is(Punct::kMark);
}

}  // namespace

bool IsOccasion(text::WordId word) { return kOccasions.Has(word); }

std::vector<ToldDate> FindToldDates(const Document& document,
                                    absl::optional<absl::CivilDay> published) {
  std::vector<ToldDate> dates;
  for (const text::DateExpression& expression :
       FindAllDates(document, published)) {
    if (expression.next || expression.amount > 0) continue;
    if (NamesOtherEvent(document, expression.tokens)) continue;
    ToldDate told;
    told.span = expression.span;
    told.tokens = expression.tokens;
    told.date = Resolve(document, expression, published);
    if (!told.date.known()) continue;
    if (published.has_value() && told.date.First() > *published) continue;
    dates.push_back(told);
  }
  return dates;
}

bool BelongsToCue(const Document& document, const ToldDate& date, int32_t cue) {
  const int32_t at = date.tokens.begin;
  if (cue < at) {
    // "said that the strikes on Monday"; "said Lopez, who left in 2011".
    int32_t clause = -1;
    for (int32_t i = cue + 1; i < at; ++i) {
      const Token& token = document.token(i);
      if (token.Has(text::kThat | text::kRelative)) clause = i;
      if (clause >= 0 && EndsClause(token)) clause = -1;
    }
    return clause < 0;
  }
  // "Lopez, who left in 2011, said"; but "who stood there on Thursday and
  // warned".
  bool closed = false;
  for (int32_t i = date.tokens.end; i < cue; ++i) {
    closed = closed || EndsClause(document.token(i));
  }
  if (!closed) return true;
  for (int32_t i = at - 1; i >= 0; --i) {
    const Token& token = document.token(i);
    if (EndsClause(token) || token.HasShape(text::kSentenceFirst)) {
      return !token.Has(text::kRelative);
    }
    if (token.Has(text::kRelative | text::kThat)) return false;
  }
  return true;
}

}  // namespace onrecord::stance
