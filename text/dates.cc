#include "text/dates.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace onrecord::text {
namespace {

// Reads the `count` digits at the front of `text` and removes them.
bool TakeDigits(absl::string_view* text, size_t count, int* value) {
  if (text->size() < count) return false;
  *value = 0;
  for (size_t i = 0; i < count; ++i) {
    const char c = (*text)[i];
    if (c < '0' || c > '9') return false;
    *value = *value * 10 + (c - '0');
  }
  text->remove_prefix(count);
  return true;
}

// Appends "-07".
void AppendTwoDigits(int value, std::string* date) {
  const char digits[] = {'-', static_cast<char>('0' + value / 10),
                         static_cast<char>('0' + value % 10)};
  date->append(digits, sizeof(digits));
}

bool IsDay(int year, int month, int day) {
  const absl::CivilDay civil(year, month, day);
  return civil.year() == year && civil.month() == month && civil.day() == day;
}

// A yearless date more than this after the anchor is last year's.
constexpr int kMaxDaysAhead = 31;
// February 29 needs up to eight years ("1896" to "1904").
constexpr int kMaxYearsToTry = 8;

PartialDate ResolveYearless(const DateExpression& expression,
                            absl::CivilDay anchor) {
  PartialDate date = expression.date;
  const bool has_day = date.day != 0;
  const auto fits = [&](absl::CivilDay first) {
    if (expression.next) return has_day ? first > anchor : first > anchor;
    if (!expression.last) return first <= anchor + kMaxDaysAhead;
    return has_day ? first < anchor
                   : absl::CivilMonth(first) < absl::CivilMonth(anchor);
  };
  const int step = expression.next ? 1 : -1;
  int year = static_cast<int>(anchor.year()) - step;
  for (int i = 0; i <= kMaxYearsToTry + 1; ++i, year += step) {
    date.year = static_cast<int16_t>(year);
    if (has_day && !IsDay(year, date.month, date.day)) continue;
    if (fits(date.First())) return date;
  }
  return PartialDate();
}

PartialDate ResolveWeekday(const DateExpression& expression,
                           absl::CivilDay anchor) {
  const int today = static_cast<int>(absl::GetWeekday(anchor));
  if (expression.next) {
    const int ahead = (expression.weekday - today + 7) % 7;
    return PartialDate::FromDay(anchor + (ahead == 0 ? 7 : ahead));
  }
  const int back = (today - expression.weekday + 7) % 7;
  return PartialDate::FromDay(anchor -
                              (back == 0 && expression.last ? 7 : back));
}

PartialDate ResolveOffset(const DateExpression& expression,
                          absl::CivilDay anchor) {
  PartialDate date;
  switch (expression.unit) {
    case 'd':
      return PartialDate::FromDay(anchor + expression.amount);
    case 'w': {
      // The middle day of that week; of the current one, no later than today.
      const int today = static_cast<int>(absl::GetWeekday(anchor));
      absl::CivilDay middle = anchor - today + 3 + 7 * expression.amount;
      if (expression.amount == 0) middle = std::min(middle, anchor);
      date = PartialDate::FromDay(middle);
      break;
    }
    case 'm':
      date = PartialDate::FromDay(
          absl::CivilDay(absl::CivilMonth(anchor) + expression.amount));
      break;
    case 'y':
      date.year = static_cast<int16_t>(anchor.year() + expression.amount);
      return date;
    default:
      return date;
  }
  date.day = 0;
  return date;
}

}  // namespace

std::string PartialDate::ToString() const {
  if (!known()) return "";
  std::string date = absl::StrCat(absl::Dec(year, absl::kZeroPad4));
  if (month != 0) AppendTwoDigits(month, &date);
  if (month != 0 && day != 0) AppendTwoDigits(day, &date);
  return date;
}

absl::CivilDay PartialDate::First() const {
  return absl::CivilDay(year, std::max<int>(month, 1), std::max<int>(day, 1));
}

absl::CivilDay PartialDate::Last() const {
  if (month == 0) return absl::CivilDay(year, 12, 31);
  if (day == 0) {
    return absl::CivilDay(absl::CivilMonth(year, month) + 1) - 1;
  }
  return absl::CivilDay(year, month, day);
}

PartialDate PartialDate::FromDay(absl::CivilDay civil) {
  PartialDate date;
  date.year = static_cast<int16_t>(civil.year());
  date.month = static_cast<int8_t>(civil.month());
  date.day = static_cast<int8_t>(civil.day());
  return date;
}

absl::optional<PartialDate> ParsePartialDate(absl::string_view text) {
  int year, month = 0, day = 0;
  if (!TakeDigits(&text, 4, &year) || year == 0) return absl::nullopt;
  if (!text.empty()) {
    if (text[0] != '-') return absl::nullopt;
    text.remove_prefix(1);
    if (!TakeDigits(&text, 2, &month) || month < 1 || month > 12) {
      return absl::nullopt;
    }
  }
  if (!text.empty()) {
    if (text[0] != '-') return absl::nullopt;
    text.remove_prefix(1);
    if (!TakeDigits(&text, 2, &day) || !IsDay(year, month, day)) {
      return absl::nullopt;
    }
  }
  // A time of day: "T10:00:00Z", " 10:00".
  if (!text.empty() && text[0] != 'T' && text[0] != 't' && text[0] != ' ') {
    return absl::nullopt;
  }
  PartialDate date;
  date.year = static_cast<int16_t>(year);
  date.month = static_cast<int8_t>(month);
  date.day = static_cast<int8_t>(day);
  return date;
}

PartialDate ResolveDate(const DateExpression& expression,
                        absl::CivilDay anchor) {
  switch (expression.anchor) {
    case DateAnchor::kAbsolute:
      return expression.date;
    case DateAnchor::kYearless:
      return ResolveYearless(expression, anchor);
    case DateAnchor::kWeekday:
      return ResolveWeekday(expression, anchor);
    case DateAnchor::kOffset:
      return ResolveOffset(expression, anchor);
    case DateAnchor::kVague:
      break;
  }
  return PartialDate();
}

}  // namespace onrecord::text
