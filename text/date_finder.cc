#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "text/date_words.h"
#include "text/dates.h"
#include "text/known_words.h"

namespace onrecord::text {
namespace {

// Months that are also names or words: alone they need a preposition.
constexpr int kAmbiguousMonths = 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 8;

// What may stand before a bare month of that kind.
constexpr WordSet kBeforeMonth = {
    "by",   "during", "early", "in",      "last", "late",  "mid",
    "next", "since",  "this",  "through", "till", "until",
};
// What may stand before a bare year, but for "election".
constexpr WordSet kBeforeYear = {
    "after",   "and",    "autumn", "before", "between", "by",
    "circa",   "during", "early",  "fall",   "from",    "in",
    "late",    "mid",    "of",     "since",  "spring",  "summer",
    "through", "till",   "to",     "until",  "winter",  "year",
};
constexpr absl::string_view kEras[] = {"B.C.", "BC", "B.C.E.", "BCE"};
// Words that make a holiday or a headline of the weekday after them.
constexpr absl::string_view kDayNicknames[] = {
    "ash",  "black", "bloody", "cyber", "easter", "giving",
    "good", "holy",  "maundy", "on",    "palm",   "super",
};
// Words that make a newspaper or a programme of the weekday before them.
constexpr absl::string_view kAfterDayName[] = {
    "express", "herald", "independent", "mail",  "mirror",
    "post",    "star",   "telegraph",   "times", "tribune",
};
constexpr WordSet kVagueAfterUnit = {
    "after", "afterward", "afterwards", "before", "earlier", "later",
};
// Before a month or weekday they belong to the date.
constexpr WordSet kShifts = {"early", "last", "late", "next", "past", "this"};
// A weekday behind them is one of a time already told of.
constexpr WordSet kRelatives = {"following", "preceding", "previous", "that"};
constexpr WordSet kEvery = {"each", "every"};
// Before a unit of time, but for "coming": how far it reaches.
constexpr WordSet kReaches = {
    "following", "last", "next", "past", "previous", "recent",
};
// Before "last week", "this month", "in the day".
constexpr WordSet kPartsOfUnit = {"earlier", "early", "late", "later"};
constexpr WordSet kEarlierLater = {"earlier", "later"};
constexpr WordSet kOverAt = {"at", "over"};
constexpr WordId kAgo = KnownWord("ago");
constexpr WordId kHalf = KnownWord("half");
constexpr WordId kIn = KnownWord("in");
constexpr WordId kLast = KnownWord("last");
constexpr WordId kNext = KnownWord("next");
constexpr WordId kOf = KnownWord("of");
constexpr WordId kOn = KnownWord("on");
constexpr WordId kThe = KnownWord("the");
constexpr WordId kThis = KnownWord("this");
constexpr WordId kWeekend = KnownWord("weekend");
// Date words that stand for themselves, with the days from today.
struct DayWord {
  absl::string_view word;
  int days;
};
constexpr DayWord kDayWords[] = {
    {"day after tomorrow", 2},
    {"day before yesterday", -2},
    {"last night", -1},
    {"overnight", 0},
    {"the day after tomorrow", 2},
    {"the day before yesterday", -2},
    {"this afternoon", 0},
    {"this evening", 0},
    {"this morning", 0},
    {"today", 0},
    {"tomorrow", 1},
    {"tonight", 0},
    {"yesterday", -1},
};
constexpr absl::string_view kVagueWords[] = {
    "at that time",    "at the time",     "in recent days", "in recent months",
    "in recent weeks", "in recent years", "lately",         "long ago",
    "not long ago",    "recently",        "some time ago",
};

template <size_t n>
bool Lists(const absl::string_view (&words)[n], absl::string_view word) {
  return std::any_of(
      std::begin(words), std::end(words),
      [word](absl::string_view w) { return absl::EqualsIgnoreCase(w, word); });
}

// Finds the dates of one document, paragraph by paragraph. Each rule is tried
// at the token that carries the date's meaning and may look both ways.
class DateFinder {
 public:
  explicit DateFinder(const Document& document) : document_(document) {}

  std::vector<DateExpression> Run() {
    FindTimePhrase(0);
    for (const Paragraph& paragraph : document_.paragraphs()) {
      range_ = paragraph.tokens;
      free_ = range_.begin;
      for (int32_t i = NextToTry(range_.begin); i < range_.end;
           i = NextToTry(i)) {
        i = Found(i) ? free_ : i + 1;
        FindTimePhrase(i);
      }
    }
    return std::move(found_);
  }

 private:
  // What is tried at tokens of these classes or shapes.
  struct Rule {
    WordClasses classes;
    Shape shapes;
    bool (DateFinder::*apply)(int32_t, DateExpression*) const;
  };

  // The first token from i on that may hold a date; the paragraph's end if none
  // does. Most tokens hold none: this is all that is asked of them.
  int32_t NextToTry(int32_t i) const {
    const Token* const tokens = document_.tokens().data();
    const bool phrase = time_phrase_begin_ >= i && Inside(time_phrase_begin_);
    const int32_t end = phrase ? time_phrase_begin_ : range_.end;
    while (i < end &&
           !tokens[i].Has(kMonth | kWeekday | kTimeUnit | kTimeWord) &&
           !tokens[i].HasShape(kHasDigit | kHasHyphen)) {
      ++i;
    }
    return i;
  }

  bool Found(int32_t i) {
    static constexpr Rule kRules[] = {
        {0, kHasDigit, &DateFinder::NumericDate},    // 2024-01-17
        {kTimeWord, 0, &DateFinder::DayWordAt},      // yesterday, tonight
        {kWeekday, 0, &DateFinder::WeekdayAt},       // Thursday, Jan. 17
        {kMonth, kHasHyphen, &DateFinder::MonthAt},  // January 17; in June
        {kTimeUnit, 0, &DateFinder::UnitAt},         // two years ago, last week
        {0, kHasDigit, &DateFinder::YearAt},         // in 2021
    };
    const Token& token = document_.token(i);
    // A phrase of time is a word of time.
    const WordClasses phrase = i == time_phrase_begin_ ? kTimeWord : 0;
    for (const Rule& rule : kRules) {
      if (((token.classes | phrase) & rule.classes) == 0 &&
          !token.HasShape(rule.shapes)) {
        continue;
      }
      DateExpression expression;
      expression.tokens = TokenRange{i, i + 1};
      if (!(this->*rule.apply)(i, &expression)) continue;
      expression.tokens.begin = std::max(expression.tokens.begin, free_);
      expression.span = document_.SpanOf(expression.tokens);
      free_ = expression.tokens.end;
      found_.push_back(expression);
      return true;
    }
    return false;
  }

  // Goes to the first phrase of time that starts at token i or behind it; i
  // never falls.
  void FindTimePhrase(int32_t i) {
    const std::vector<PhraseMatch>& phrases = document_.phrases();
    const auto is_time = [this](const PhraseMatch& match) {
      return (document_.lexicon().phrase(match.phrase).classes & kTimeWord) !=
             0;
    };
    while (next_phrase_ < phrases.size() &&
           (phrases[next_phrase_].tokens.begin < i ||
            !is_time(phrases[next_phrase_]))) {
      ++next_phrase_;
    }
    time_phrase_begin_ =
        next_phrase_ < phrases.size() ? phrases[next_phrase_].tokens.begin : -1;
  }

  bool Inside(int32_t i) const { return range_.Contains(i); }
  absl::string_view Text(int32_t i) const {
    return Inside(i) ? document_.Text(i) : absl::string_view();
  }
  bool Has(int32_t i, WordClasses any) const {
    return Inside(i) && document_.token(i).Has(any);
  }
  bool HasShape(int32_t i, Shape any) const {
    return Inside(i) && document_.token(i).HasShape(any);
  }
  bool IsPunct(int32_t i, Punct punct) const {
    return Inside(i) && document_.token(i).Is(punct);
  }
  // The lexicon's id of a token's word; 0 outside the paragraph.
  WordId Word(int32_t i) const {
    return Inside(i) ? document_.token(i).word : 0;
  }
  // For words that are not among the known ones.
  bool IsWritten(int32_t i, absl::string_view word) const {
    return absl::EqualsIgnoreCase(Text(i), word);
  }

  // 1-12 if the token is a month, "mid-January" too; 0 if not.
  int MonthOf(int32_t i) const {
    if (!HasShape(i, kCapitalized) && !HasShape(i, kHasHyphen)) return 0;
    if (Has(i, kMonth)) {
      return HasShape(i, kCapitalized) ? MonthNamed(Text(i)) : 0;
    }
    const absl::string_view word = Text(i);
    const size_t hyphen = word.rfind('-');
    if (hyphen == word.npos || hyphen + 1 >= word.size()) return 0;
    const absl::string_view last = word.substr(hyphen + 1);
    const bool month = last[0] >= 'A' && last[0] <= 'Z' &&
                       (document_.lexicon().Look(last).classes & kMonth) != 0;
    return month ? MonthNamed(last) : 0;
  }

  int DayOf(int32_t i) const {
    return HasShape(i, kHasDigit) ? DayNamed(Text(i)) : 0;
  }
  int YearOf(int32_t i) const {
    return HasShape(i, kHasDigit) ? YearNamed(Text(i)) : 0;
  }

  bool NumericDate(int32_t i, DateExpression* out) const {
    if (!HasShape(i, kHasDigit)) return false;
    out->date = ParseNumericDate(Text(i));
    return out->date.known();
  }

  bool DayWordAt(int32_t i, DateExpression* out) const;
  bool WeekdayAt(int32_t i, DateExpression* out) const;
  bool MonthAt(int32_t i, DateExpression* out) const;
  bool UnitAt(int32_t i, DateExpression* out) const;
  bool YearAt(int32_t i, DateExpression* out) const;

  void TakeYear(DateExpression* out) const;
  void TakeShift(DateExpression* out) const;
  bool IsDayName(int32_t i) const;
  bool IsMonthName(int32_t i, int month) const;
  bool UnitAgo(int32_t i, TimeUnit unit, DateExpression* out) const;
  bool UnitShifted(int32_t i, TimeUnit unit, DateExpression* out) const;

  const Document& document_;
  TokenRange range_;  // Of the paragraph.
  int32_t free_ = 0;  // The first token behind the last expression.
  // The next phrase of time, and its first token; -1: there is no more.
  size_t next_phrase_ = 0;
  int32_t time_phrase_begin_ = -1;
  std::vector<DateExpression> found_;
};

bool DateFinder::DayWordAt(int32_t i, DateExpression* out) const {
  absl::string_view word = Text(i);
  if (i == time_phrase_begin_) {
    const PhraseMatch& phrase = document_.phrases()[next_phrase_];
    word = document_.lexicon().phrase(phrase.phrase).form;
    out->tokens.end = phrase.tokens.end;
  }
  if (out->tokens.size() == 1 && !Has(i, kTimeWord)) return false;
  if (Lists(kVagueWords, word)) {
    out->anchor = DateAnchor::kVague;
    return true;
  }
  for (const DayWord& day : kDayWords) {
    if (!absl::EqualsIgnoreCase(day.word, word)) continue;
    // "USA Today"
    if (HasShape(i, kCapitalized) && !HasShape(i, kSentenceFirst) &&
        HasShape(i - 1, kCapitalized)) {
      return false;
    }
    out->anchor = DateAnchor::kOffset;
    out->unit = 'd';
    out->amount = static_cast<int16_t>(day.days);
    return true;
  }
  return false;
}

// "last" and "next" before a month or weekday.
void DateFinder::TakeShift(DateExpression* out) const {
  const int32_t before = out->tokens.begin - 1;
  const WordId word = Word(before);
  out->last = word == kLast;
  out->next = word == kNext || IsWritten(before, "coming");
  if (out->next || kShifts.Has(word)) --out->tokens.begin;
}

// True if the weekday at `i` is part of a name: "Black Friday", "the Sunday
// Times", "Mr. Sunday".
bool DateFinder::IsDayName(int32_t i) const {
  if (Lists(kDayNicknames, Text(i - 1)) && HasShape(i - 1, kCapitalized) &&
      !(Word(i - 1) == kOn && HasShape(i - 1, kSentenceFirst))) {
    return true;
  }
  if (Has(i - 1, kHonorific)) return true;
  const bool given = Has(i - 1, kGivenName) && !Has(i - 1, kPlace | kMonth) &&
                     HasShape(i - 1, kCapitalized);
  const bool verb_follows =
      Has(i + 1, kCueUtterance & ~kPreposition) && Has(i + 1, kPast);
  if (given && verb_follows) return true;
  return Lists(kAfterDayName, Text(i + 1)) && HasShape(i + 1, kCapitalized);
}

bool DateFinder::WeekdayAt(int32_t i, DateExpression* out) const {
  if (!Has(i, kWeekday) || Has(i, kPlural) || !HasShape(i, kCapitalized)) {
    return false;
  }
  const int weekday = WeekdayNamed(Text(i));
  if (weekday < 0) return false;
  const int32_t next = IsPunct(i + 1, Punct::kComma) ? i + 2 : i + 1;
  const int32_t month = MonthOf(next) != 0 ? next : next + 1;
  const bool dated = (month == next ? DayOf(next + 1) : DayOf(next)) != 0;
  if (dated && MonthOf(month) != 0 && MonthAt(month, out)) {
    out->tokens.begin = i;
    out->weekday = static_cast<int8_t>(weekday);
    return true;
  }
  if (Text(i).size() <= 4 || IsDayName(i)) return false;  // "Sun", "Sat."
  if (kEvery.Has(Word(i - 1))) return false;
  TakeShift(out);
  out->weekday = static_cast<int8_t>(weekday);
  out->anchor =
      kRelatives.Has(Word(i - 1)) ? DateAnchor::kVague : DateAnchor::kWeekday;
  return true;
}

// The year behind a month or day, with or without a comma.
void DateFinder::TakeYear(DateExpression* out) const {
  int32_t at = out->tokens.end;
  if (IsPunct(at, Punct::kComma) || Word(at) == kOf) ++at;
  const int year = YearOf(at);
  if (year == 0) return;
  out->date.year = static_cast<int16_t>(year);
  out->tokens.end = at + 1;
}

// True if this document uses the month's word as somebody's name.
bool DateFinder::IsMonthName(int32_t i, int month) const {
  if (((kAmbiguousMonths >> month) & 1) == 0) return false;
  const absl::string_view word = Text(i);
  for (int32_t k = 0; k < static_cast<int32_t>(document_.tokens().size());
       ++k) {
    const Token& token = document_.token(k);
    if (!token.Has(kMonth) || !token.HasShape(kCapitalized) ||
        document_.Text(k) != word) {
      continue;
    }
    if (k > 0 && document_.token(k - 1).HasShape(kCapitalized) &&
        document_.token(k - 1).Has(kGivenName | kHonorific | kTitle)) {
      return true;
    }
    const bool said = k + 1 < static_cast<int32_t>(document_.tokens().size()) &&
                      document_.token(k + 1).Has(kCueVerb) &&
                      document_.token(k + 1).Has(kPast | kThird);
    if (said) return true;
  }
  return false;
}

bool DateFinder::MonthAt(int32_t i, DateExpression* out) const {
  const int month = MonthOf(i);
  if (month == 0) return false;
  out->tokens = TokenRange{i, i + 1};
  out->date.month = static_cast<int8_t>(month);
  int day = DayOf(i - 1);
  if (day != 0 && i - 1 >= free_) {  // 17 January
    out->tokens.begin = i - 1;
  } else if (Word(i - 1) == kOf && DayOf(i - 2) != 0 && i - 2 >= free_) {
    day = DayOf(i - 2);  // the 17th of January
    out->tokens.begin = i - 2;
  } else {
    day = DayOf(i + 1);  // January 17
    if (day != 0) out->tokens.end = i + 2;
    // "January 8–10"
    if (day != 0 && IsPunct(i + 2, Punct::kDash) && DayOf(i + 3) != 0) {
      out->tokens.end = i + 4;
    }
  }
  out->date.day = static_cast<int8_t>(day);
  TakeYear(out);
  if (out->date.year != 0) {
    const PartialDate date = out->date;
    return day == 0 || date.First().day() == day;
  }
  out->anchor = DateAnchor::kYearless;
  if (day == 0) {
    const bool ambiguous =
        ((kAmbiguousMonths >> month) & 1) != 0 || Text(i).size() <= 3;
    const bool name_follows =
        HasShape(i + 1, kCapitalized) && !Has(i + 1, kNotName);
    if (ambiguous &&
        (!kBeforeMonth.Has(Word(i - 1)) || name_follows ||
         IsMonthName(i, month)) &&
        !HasShape(i, kHasHyphen)) {
      return false;
    }
  }
  TakeShift(out);
  return true;
}

// "two years ago", "a decade ago".
bool DateFinder::UnitAgo(int32_t i, TimeUnit unit, DateExpression* out) const {
  if (Word(i + 1) != kAgo) return false;
  out->tokens.end = i + 2;
  const int count = CountNamed(Text(i - 1));
  if (count == 0 || Word(i - 2) == kHalf) {
    out->anchor = DateAnchor::kVague;  // years ago, several months ago
    return true;
  }
  out->tokens.begin = i - 1;
  out->anchor = DateAnchor::kOffset;
  out->unit = unit.unit;
  out->amount = static_cast<int16_t>(-count * unit.count);
  return true;
}

// "last week", "earlier this month", "over the weekend".
bool DateFinder::UnitShifted(int32_t i, TimeUnit unit,
                             DateExpression* out) const {
  if (Has(i, kPlural) || Word(i + 1) == kOf) return false;
  const bool whole_day = unit.unit == 'd' && !unit.part_of_day;
  if (whole_day || unit.count >= 10) return false;
  int32_t begin = i - 1;
  int amount = 0;
  if (Word(begin) == kLast) {
    amount = -1;
  } else if (Word(begin) == kNext) {
    amount = 1;
  } else if (Word(begin) == kThe && Word(begin - 1) == kIn &&
             kEarlierLater.Has(Word(begin - 2))) {
    begin -= 2;
  } else if (Word(begin) == kThe && Word(i) == kWeekend &&
             kOverAt.Has(Word(begin - 1))) {
    begin = i - 1;
  } else if (Word(begin) != kThis) {
    return false;
  }
  if (kPartsOfUnit.Has(Word(begin - 1))) --begin;
  out->tokens.begin = begin;
  out->anchor = DateAnchor::kOffset;
  out->unit = unit.unit;
  out->amount = static_cast<int16_t>(amount * unit.count);
  return true;
}

bool DateFinder::UnitAt(int32_t i, DateExpression* out) const {
  if (!Has(i, kTimeUnit)) return false;
  const TimeUnit unit = UnitNamed(document_.Lemma(i));
  if (unit.unit == 0) {
    if (Word(i + 1) != kAgo) return false;  // "two hours ago" is today.
    out->tokens.end = i + 2;
    if (CountNamed(Text(i - 1)) != 0) out->tokens.begin = i - 1;
    out->anchor = DateAnchor::kOffset;
    out->unit = 'd';
    return true;
  }
  if (UnitAgo(i, unit, out) || UnitShifted(i, unit, out)) return true;
  if (Word(i + 1) == kOf) return false;  // "the last week of the campaign"
  // "in recent weeks", "the past two years", "the previous day", "days later"
  const int32_t before = CountNamed(Text(i - 1)) != 0 ? i - 2 : i - 1;
  if (kReaches.Has(Word(before)) || IsWritten(before, "coming")) {
    out->tokens.begin = before;
  } else if (kVagueAfterUnit.Has(Word(i + 1)) && before == i - 2) {
    out->tokens = TokenRange{i - 1, i + 2};
  } else {
    return false;
  }
  out->anchor = DateAnchor::kVague;
  return true;
}

bool DateFinder::YearAt(int32_t i, DateExpression* out) const {
  absl::string_view word = Text(i);
  const bool middle = absl::ConsumePrefix(&word, "mid-");
  const int year = YearNamed(word);
  if (year == 0) return false;
  const bool era = Lists(kEras, Text(i + 1));
  // "in 2000 villages"
  const bool counts = year % 100 == 0 && HasShape(i + 1, kSpaceBefore) &&
                      Inside(i + 1) && document_.token(i + 1).is_word() &&
                      !HasShape(i + 1, kCapitalized) && !Has(i + 1, kNotName);
  if (era || counts) return false;
  const bool in_brackets =
      IsPunct(i - 1, Punct::kOpen) && IsPunct(i + 1, Punct::kClose);
  const bool attribute =
      (Has(i - 1, kDeterminer | kPossessive) || HasShape(i - 1, kClitic)) &&
      Inside(i + 1) && document_.token(i + 1).is_word();
  if (!middle && !in_brackets && !attribute && !kBeforeYear.Has(Word(i - 1)) &&
      !IsWritten(i - 1, "election")) {
    return false;
  }
  out->date.year = static_cast<int16_t>(year);
  return true;
}

}  // namespace

std::vector<DateExpression> FindDates(const Document& document) {
  return DateFinder(document).Run();
}

}  // namespace onrecord::text
