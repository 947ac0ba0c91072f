#include "text/dates.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/text/small_lexicon.h"

namespace onrecord::text {
namespace {

// A Thursday.
const absl::CivilDay kAnchor(2024, 1, 18);

// "[Thursday=2024-01-18]" for every date in the text.
std::string Dates(const std::string& text) {
  const Document document(text, SmallLexicon());
  std::string found;
  for (const DateExpression& date : FindDates(document)) {
    absl::StrAppend(&found, "[", document.Text(date.span), "=",
                    ResolveDate(date, kAnchor).ToString(), "]");
  }
  return found;
}

struct DateCase {
  const char* name;
  const char* text;
  const char* dates;
};

class FindDatesTest : public testing::TestWithParam<DateCase> {};

TEST_P(FindDatesTest, FindsAndResolves) {
  EXPECT_EQ(Dates(GetParam().text), GetParam().dates);
}

constexpr DateCase kDateCases[] = {
    // Days.
    {"American", "On January 17, 2023, he left.",
     "[January 17, 2023=2023-01-17]"},
    {"Abbreviated", "On Jan. 17, 2023 he left.", "[Jan. 17, 2023=2023-01-17]"},
    {"British", "On 17 January 2023 he left.", "[17 January 2023=2023-01-17]"},
    {"Ordinal", "on the 17th of January 2023",
     "[17th of January 2023=2023-01-17]"},
    {"Iso", "on 2023-01-17.", "[2023-01-17=2023-01-17]"},
    {"Dotted", "on 17.01.2023 there", "[17.01.2023=2023-01-17]"},
    {"SlashedDayFirst", "on 17/1/2023 there", "[17/1/2023=2023-01-17]"},
    {"SlashedShortest", "on 1/1/2023 there", "[1/1/2023=2023-01-01]"},
    {"SlashedTooShort", "on 1/1/23 there", ""},
    {"SlashedAmbiguous", "on 3/4/2023 there", ""},
    {"WithWeekday", "on Sunday, January 8, 2023",
     "[Sunday, January 8, 2023=2023-01-08]"},
    {"Range", "from December 8–10, 2023", "[December 8–10, 2023=2023-12-08]"},
    {"NoSuchDay", "February 30, 2023", ""},
    // Without a year: the latest one, but for a month ahead.
    {"YearlessPast", "on October 7 he", "[October 7=2023-10-07]"},
    {"YearlessToday", "on January 18 he", "[January 18=2024-01-18]"},
    {"YearlessAhead", "on February 10 he", "[February 10=2024-02-10]"},
    {"YearlessFar", "on March 10 he", "[March 10=2023-03-10]"},
    {"LeapDay", "on February 29 he", "[February 29=2020-02-29]"},
    // Months.
    {"MonthAndYear", "in January 2023 he", "[January 2023=2023-01]"},
    {"MonthAlone", "in November he", "[November=2023-11]"},
    {"LastMonthByName", "last January he", "[last January=2023-01]"},
    {"NextMonthByName", "next June he", "[next June=2024-06]"},
    {"MidMonth", "in mid-November he", "[mid-November=2023-11]"},
    {"AmbiguousMonth", "since March he", "[March=2023-03]"},
    {"MarchOn", "March on the palace", ""},
    {"MaySaid", "May said in May that she left", ""},
    {"MayTheMonth", "They left in May after a vote", "[May=2023-05]"},
    {"MayTheModal", "It may rain", ""},
    {"AprilTheName", "They told April Lima", ""},
    // Weekdays.
    {"WeekdayToday", "on Thursday", "[Thursday=2024-01-18]"},
    {"WeekdayBefore", "He said Friday that", "[Friday=2024-01-12]"},
    {"LastWeekday", "last Thursday", "[last Thursday=2024-01-11]"},
    {"NextWeekday", "next Thursday", "[next Thursday=2024-01-25]"},
    {"WeekdayPossessive", "at Monday's vote", "[Monday=2024-01-15]"},
    {"EveryWeekday", "every Monday they", ""},
    {"Holiday", "on Black Friday they", ""},
    {"Newspaper", "told the Sunday Times that", ""},
    {"SundayTheName", "Mr. Sunday left", ""},
    {"OtherAnchor", "on the following Monday", "[Monday=]"},
    // Offsets.
    {"Yesterday", "He left yesterday.", "[yesterday=2024-01-17]"},
    {"DayBeforeYesterday", "the day before yesterday",
     "[day before yesterday=2024-01-16]"},
    {"Today", "He leaves today.", "[today=2024-01-18]"},
    {"TodayInAName", "He told Brezin Today that", ""},
    {"LastNight", "He left last night.", "[last night=2024-01-17]"},
    {"LastWeek", "He left last week.", "[last week=2024-01]"},
    {"LastMonth", "He left last month.", "[last month=2023-12]"},
    {"LastYear", "He left last year.", "[last year=2023]"},
    {"EarlierThisMonth", "Earlier this month he",
     "[Earlier this month=2024-01]"},
    {"Weekend", "Over the weekend he", "[the weekend=2024-01]"},
    {"WeeksAgo", "three weeks ago", "[three weeks ago=2023-12]"},
    {"YearsAgo", "two years ago", "[two years ago=2022]"},
    {"DecadeAgo", "a decade ago", "[a decade ago=2014]"},
    {"DaysAgo", "10 days ago", "[10 days ago=2024-01-08]"},
    {"HoursAgo", "two hours ago", "[two hours ago=2024-01-18]"},
    {"LastWeekOf", "the last week of the campaign", ""},
    {"LastDay", "on the last day", "[last day=]"},
    // Vague.
    {"Recently", "He recently left.", "[recently=]"},
    {"RecentWeeks", "in recent weeks", "[in recent weeks=]"},
    {"LastTwoYears", "over the last two years", "[last two years=]"},
    {"DaysLater", "He left two days later.", "[two days later=]"},
    {"AtTheTime", "He said at the time", "[at the time=]"},
    // Years.
    {"InYear", "in 2021 he", "[2021=2021]"},
    {"TheYearNoun", "the 2021 campaign", "[2021=2021]"},
    {"YearInBrackets", "the war (2003) was", "[2003=2003]"},
    {"MidYear", "by mid-2021 he", "[mid-2021=2021]"},
    {"BeforeChrist", "in 300 B.C. he", ""},
    {"FarBeforeChrist", "in 2000 B.C. he", ""},
    {"Count", "some 2021 people", ""},
    {"RoundCount", "in 2000 villages", ""},
    {"Amount", "for $2021 he", ""},
    {"TwoInOneSentence", "in 2021 and on January 5",
     "[2021=2021][January 5=2024-01-05]"},
};

INSTANTIATE_TEST_SUITE_P(Cases, FindDatesTest, testing::ValuesIn(kDateCases),
                         [](const testing::TestParamInfo<DateCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(ResolveDateTest, WeekOfTheAnchorIsNoLaterThanTheAnchor) {
  DateExpression week;
  week.anchor = DateAnchor::kOffset;
  week.unit = 'w';
  EXPECT_EQ(ResolveDate(week, absl::CivilDay(2024, 1, 29)).ToString(),
            "2024-01");
  week.amount = -1;
  EXPECT_EQ(ResolveDate(week, absl::CivilDay(2024, 2, 2)).ToString(),
            "2024-01");
}

TEST(ResolveDateTest, NothingIsSaidOfVagueDates) {
  DateExpression vague;
  vague.anchor = DateAnchor::kVague;
  EXPECT_FALSE(ResolveDate(vague, kAnchor).known());
}

struct PageCase {
  const char* name;
  const char* page;
  const char* day;  // "" if none.
};

class PageDateTest : public testing::TestWithParam<PageCase> {};

TEST_P(PageDateTest, IsTheDateLine) {
  const Document document(GetParam().page, SmallLexicon());
  const auto day = FindPageDate(document);
  EXPECT_EQ(day ? absl::FormatCivilTime(*day) : "", GetParam().day);
}

constexpr PageCase kPageCases[] = {
    {"Alone", "A headline\n\nFebruary 2, 2024\n\nThe text.", "2024-02-02"},
    {"WithOutlet", "The Brezin Courier, Jan. 17, 2024\n\nThe text.",
     "2024-01-17"},
    {"British", "17 January 2024\nThe text.", "2024-01-17"},
    {"Published", "Published 2024-01-17\nThe text.", "2024-01-17"},
    {"PublishedOn", "Published on January 17, 2024 by Ana Lima\nThe text.",
     "2024-01-17"},
    {"UpdatedAtTheBottom", "The text.\n\nUpdated: December 28, 2023, 3:59 PM",
     "2023-12-28"},
    {"PublishedBeforeUpdated",
     "Updated January 19, 2024\nPublished January 17, 2024\nThe text.",
     "2024-01-17"},
    {"TopBeforeBottom", "January 17, 2024\nThe text.\nJanuary 19, 2024",
     "2024-01-17"},
    {"Dateline",
     "BREZIN, Jan. 17, 2024 (Meridian) - The council voted to end the talks.",
     "2024-01-17"},
    {"InRunningText", "He said on January 17, 2024, that he left.\nMore.", ""},
    {"ShortSentence", "He left January 17, 2024.", ""},
    {"DateThatEndsLikeASentence",
     "The text.\nCorrection\nFriday, January 19, 2024.", ""},
    {"Caption", "January 5, 2022 The Brezin \"hug\"\nThe text.", ""},
    {"ListEntry", "Ana Lima — Said January 5, 2022\nThe text.", ""},
    {"LabelMayEndLikeASentence", "Published January 17, 2024.\nThe text.",
     "2024-01-17"},
    {"ImprintIsASentence",
     "The text.\nAppeared in the January 18, 2024, print edition as 'Talks'.",
     ""},
    {"WithoutDay", "January 2024\nThe text.", ""},
    {"Yearless", "January 17\nThe text.", ""},
    {"None", "The text.", ""},
    {"Empty", "", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, PageDateTest, testing::ValuesIn(kPageCases),
                         [](const testing::TestParamInfo<PageCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(PageDateTest, TheMiddleOfALongPageDoesNotCount) {
  std::string page;
  for (int i = 0; i < 20; ++i) page += "Some text of this page.\n";
  page += "January 17, 2024\n";
  for (int i = 0; i < 20; ++i) page += "Some text of this page.\n";
  EXPECT_FALSE(FindPageDate(Document(page, SmallLexicon())));
}

struct ParseCase {
  const char* text;
  const char* date;  // "" if it is none.
};

class ParsePartialDateTest : public testing::TestWithParam<ParseCase> {};

TEST_P(ParsePartialDateTest, ReadsWhatExists) {
  const auto date = ParsePartialDate(GetParam().text);
  EXPECT_EQ(date ? date->ToString() : "", GetParam().date);
}

constexpr ParseCase kParseCases[] = {
    {"2024", "2024"},
    {"2024-01", "2024-01"},
    {"2024-02-29", "2024-02-29"},
    {"2024-01-17T10:00:00Z", "2024-01-17"},
    {"2024-01-17 10:00", "2024-01-17"},
    {"2023-02-29", ""},
    {"2024-13", ""},
    {"2024-1-7", ""},
    {"24-01-17", ""},
    {"2024-01-17x", ""},
    {"0000", ""},
    {"", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, ParsePartialDateTest,
                         testing::ValuesIn(kParseCases));

TEST(PartialDateTest, KnowsItsFirstAndLastDay) {
  const PartialDate month = *ParsePartialDate("2024-02");
  EXPECT_EQ(month.First(), absl::CivilDay(2024, 2, 1));
  EXPECT_EQ(month.Last(), absl::CivilDay(2024, 2, 29));
  const PartialDate year = *ParsePartialDate("2024");
  EXPECT_EQ(year.Last(), absl::CivilDay(2024, 12, 31));
  EXPECT_LT(year, month);
  EXPECT_LT(month, *ParsePartialDate("2024-02-01"));
  EXPECT_FALSE(PartialDate().known());
  EXPECT_EQ(PartialDate().ToString(), "");
}

}  // namespace
}  // namespace onrecord::text
