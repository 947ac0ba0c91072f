#include "text/date_words.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace onrecord::text {
namespace {

constexpr absl::string_view kMonths[] = {"jan", "feb", "mar", "apr",
                                         "may", "jun", "jul", "aug",
                                         "sep", "oct", "nov", "dec"};

constexpr absl::string_view kWeekdays[] = {"mon", "tue", "wed", "thu",
                                           "fri", "sat", "sun"};

constexpr absl::string_view kCounts[] = {
    "zero",     "one",      "two",      "three",   "four",    "five",
    "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
    "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen", "twenty",
};

struct NamedUnit {
  absl::string_view lemma;
  TimeUnit unit;
};
constexpr NamedUnit kUnits[] = {
    {"day", {'d', 1, false}},     {"week", {'w', 1, false}},
    {"weekend", {'w', 1, false}}, {"fortnight", {'w', 2, false}},
    {"month", {'m', 1, false}},   {"quarter", {'m', 3, false}},
    {"year", {'y', 1, false}},    {"decade", {'y', 10, false}},
    {"morning", {'d', 1, true}},  {"afternoon", {'d', 1, true}},
    {"evening", {'d', 1, true}},  {"night", {'d', 1, true}},
};

// The index of the name that begins like `word`, which must be longer than
// two letters.
template <size_t n>
int ByPrefix(const absl::string_view (&names)[n], absl::string_view word) {
  const absl::string_view three = word.substr(0, 3);
  for (size_t i = 0; i < n; ++i) {
    if (absl::EqualsIgnoreCase(names[i], three)) return static_cast<int>(i);
  }
  return -1;
}

bool AllDigits(absl::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c));
  });
}

int Number(absl::string_view digits) {
  int value = 0;
  return AllDigits(digits) && digits.size() < 6 &&
                 absl::SimpleAtoi(digits, &value)
             ? value
             : 0;
}

}  // namespace

int MonthNamed(absl::string_view word) { return ByPrefix(kMonths, word) + 1; }

int WeekdayNamed(absl::string_view word) { return ByPrefix(kWeekdays, word); }

int DayNamed(absl::string_view word) {
  word = word.substr(0, word.find('-'));
  for (absl::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (absl::ConsumeSuffix(&word, suffix)) break;
  }
  const int day = word.size() <= 2 ? Number(word) : 0;
  return day <= 31 ? day : 0;
}

int YearNamed(absl::string_view word) {
  const int year = word.size() == 4 ? Number(word) : 0;
  return year >= 1800 && year < 2100 ? year : 0;
}

int CountNamed(absl::string_view word) {
  if (absl::EqualsIgnoreCase(word, "a") || absl::EqualsIgnoreCase(word, "an")) {
    return 1;
  }
  for (size_t i = 1; i < std::size(kCounts); ++i) {
    if (absl::EqualsIgnoreCase(word, kCounts[i])) return static_cast<int>(i);
  }
  return word.size() <= 3 ? Number(word) : 0;
}

TimeUnit UnitNamed(absl::string_view lemma) {
  for (const NamedUnit& named : kUnits) {
    if (absl::EqualsIgnoreCase(named.lemma, lemma)) return named.unit;
  }
  return TimeUnit();
}

PartialDate ParseNumericDate(absl::string_view word) {
  constexpr size_t kShortest = 8;  // "1/7/2024"; most numbers are shorter.
  if (word.size() < kShortest) return PartialDate();
  if (const auto iso = ParsePartialDate(word); iso && iso->day != 0) {
    return *iso;
  }
  word = word.substr(0, word.find_first_of(" T"));
  const char separator = absl::StrContains(word, '/') ? '/' : '.';
  const std::vector<absl::string_view> parts = absl::StrSplit(word, separator);
  if (parts.size() != 3) return PartialDate();
  for (absl::string_view part : parts) {
    if (!AllDigits(part)) return PartialDate();
  }
  int day = 0, month = 0, year = 0;
  if (parts[0].size() == 4) {  // 2024/01/17
    year = Number(parts[0]), month = Number(parts[1]), day = Number(parts[2]);
  } else if (parts[2].size() == 4) {
    const int first = Number(parts[0]), second = Number(parts[1]);
    year = Number(parts[2]);
    const bool day_first = separator == '.' || first > 12;
    if (!day_first && second <= 12 && first != second) return PartialDate();
    day = day_first ? first : second;
    month = day_first ? second : first;
  }
  if (year < 1800 || year > 2099) return PartialDate();
  const absl::CivilDay civil(year, month, day);
  const bool exists = civil.month() == month && civil.day() == day;
  return exists ? PartialDate::FromDay(civil) : PartialDate();
}

}  // namespace onrecord::text
