#ifndef ONRECORD_TEXT_DATES_H_
#define ONRECORD_TEXT_DATES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::text {

// A date known to the day, the month or the year only; all zero is "unknown".
struct PartialDate {
  int16_t year = 0;
  int8_t month = 0;  // 1-12; 0 where only the year is known.
  int8_t day = 0;    // 1-31; 0 where only the month is known.

  bool known() const { return year != 0; }
  // "2024-01-17", "2024-01", "2024", "".
  std::string ToString() const;
  // The first and last day it can mean; known() must hold.
  absl::CivilDay First() const;
  absl::CivilDay Last() const;
  friend bool operator==(PartialDate a, PartialDate b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
  friend bool operator!=(PartialDate a, PartialDate b) { return !(a == b); }
  // By first day, the more precise one later: 2024 < 2024-01 < 2024-01-01.
  friend bool operator<(PartialDate a, PartialDate b) {
    if (a.year != b.year) return a.year < b.year;
    if (a.month != b.month) return a.month < b.month;
    return a.day < b.day;
  }
  static PartialDate FromDay(absl::CivilDay day);
};

// Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD" (a time of day may follow); nullopt
// if it is none of these or no such day exists.
absl::optional<PartialDate> ParsePartialDate(absl::string_view text);

// How a date expression finds its date.
enum class DateAnchor {
  kAbsolute,  // "January 2023", "Jan. 17, 2024", "2021"
  kYearless,  // "January 8", "in June": the nearest such date, see Resolve
  kWeekday,   // "Thursday", "on Monday", "last Friday"
  kOffset,    // "yesterday", "last week", "two years ago", "last month"
  kVague,     // "recently", "in recent weeks", "at the time"
};

// One date expression of a text.
struct DateExpression {
  Span span;
  TokenRange tokens;
  DateAnchor anchor = DateAnchor::kAbsolute;
  PartialDate date;     // kAbsolute: all of it; kYearless: month and day.
  int8_t weekday = -1;  // kWeekday: 0 = Monday.
  char unit = 0;        // kOffset: 'd', 'w', 'm', 'y'.
  int16_t amount = 0;   // kOffset: units from the anchor; negative is past.
  bool last = false;    // "last Friday", "last June": before the anchor day.
  bool next = false;    // "next Friday": after the anchor day.
};

// All date expressions in text order, non-overlapping.
std::vector<DateExpression> FindDates(const Document& document);

// The date that an expression means in a text written on `anchor`. News is
// about the past: a weekday is the last such day up to and including the
// anchor, a yearless date the latest one not more than a month after it,
// unless `next` is set. "last week" is known to the month of its middle day
// (or year), "two years ago" to the year, "yesterday" to the day. Unknown where
// nothing can be said.
PartialDate ResolveDate(const DateExpression& expression,
                        absl::CivilDay anchor);

// The date line of a page among its first and last paragraphs: "February 2,
// 2024", "Jan. 17, 2024", "17 January 2024", "Updated: December 28, 2023, 3:59
// PM", "The Wall Street Journal, Jan. 17, 2024", "Published 2024-01-17". Only
// short lines count; a date inside running text is none. nullopt if none.
absl::optional<absl::CivilDay> FindPageDate(const Document& document);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_DATES_H_
