#ifndef ONRECORD_TEXT_DATE_WORDS_H_
#define ONRECORD_TEXT_DATE_WORDS_H_

#include "absl/strings/string_view.h"
#include "text/dates.h"

namespace onrecord::text {

// What single words and numbers mean in a date. All are case-insensitive; the
// caller has seen by the token's class that the word can be one.

// "January", "jan.", "Sept" -> 1, 1, 9; 0 if it is no month.
int MonthNamed(absl::string_view word);

// "Monday", "Mon." -> 0; -1 if it is no weekday.
int WeekdayNamed(absl::string_view word);

// "17", "17th", "8-10" (its first day) -> 17, 17, 8; 0 if it is no day.
int DayNamed(absl::string_view word);

// "2024" -> 2024; 0 if it is no four-digit year from 1800 to 2099.
int YearNamed(absl::string_view word);

// "two", "12", "a" -> 2, 12, 1; 0 if it is no small number.
int CountNamed(absl::string_view word);

// A unit of time: 'd', 'w', 'm', 'y', and how many of them ("decade": 10 y).
// 0 for units below a day.
struct TimeUnit {
  char unit = 0;
  int count = 1;
  bool part_of_day = false;  // morning, night
};
TimeUnit UnitNamed(absl::string_view lemma);

// "2024-01-17", "17.01.2024", "1/17/2024", with or without a time of day:
// unknown if it is none of these or if day and month could be exchanged.
PartialDate ParseNumericDate(absl::string_view word);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_DATE_WORDS_H_
