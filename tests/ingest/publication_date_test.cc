#include "ingest/publication_date.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/text/small_lexicon.h"

namespace onrecord::ingest {
namespace {

struct FieldCase {
  const char* name;
  const char* field;
  const char* day;  // "" if it cannot be read.
};

class PublicationDateTest : public testing::TestWithParam<FieldCase> {};

TEST_P(PublicationDateTest, IsReadFromMetadata) {
  const auto day = ParsePublicationDate(GetParam().field, text::SmallLexicon());
  EXPECT_EQ(day ? absl::FormatCivilTime(*day) : "", GetParam().day);
}

constexpr FieldCase kFieldCases[] = {
    {"Iso", "2023-12-28", "2023-12-28"},
    {"Rfc3339", "2023-12-28T23:30:00-05:00", "2023-12-28"},
    {"WithBlank", " 2023-12-28 15:59:00 ", "2023-12-28"},
    {"Rfc2822", "Thu, 28 Dec. 2023 15:59:00 GMT", "2023-12-28"},
    {"American", "December 28, 2023", "2023-12-28"},
    {"British", "28 December 2023", "2023-12-28"},
    {"WithWeekday", "Thursday, December 28, 2023 3:59 PM", "2023-12-28"},
    {"SlashedDayFirst", "28/12/2023", "2023-12-28"},
    {"SlashedMonthFirst", "12/28/2023", "2023-12-28"},
    {"SlashedSame", "5/5/2023", "2023-05-05"},
    {"SlashedAmbiguous", "3/4/2023", ""},
    {"MonthOnly", "2023-12", ""},
    {"YearOnly", "2023", ""},
    {"NoSuchDay", "2023-02-30", ""},
    {"TwoDates", "December 27, 2023 to December 28, 2023", ""},
    {"Words", "yesterday", ""},
    {"Empty", "", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, PublicationDateTest,
                         testing::ValuesIn(kFieldCases),
                         [](const testing::TestParamInfo<FieldCase>& info) {
                           return std::string(info.param.name);
                         });

Article Dated(const std::string& text, absl::string_view metadata,
              absl::string_view fallback) {
  Article article;
  article.text = text;
  article.source = "a.jsonl:3";
  DatePublication(metadata, fallback, text::SmallLexicon(), &article);
  return article;
}

constexpr char kPage[] = "January 5, 2024\n\nThey left.";

TEST(DatePublicationTest, MetadataWinsOverThePage) {
  const Article article = Dated(kPage, "2023-12-28", "2022-01-01");
  EXPECT_EQ(article.published, "2023-12-28");
  EXPECT_EQ(article.date_source, DateSource::kMetadata);
  EXPECT_THAT(article.warnings, testing::IsEmpty());
}

TEST(DatePublicationTest, AYearHasFourDigits) {
  EXPECT_EQ(Dated("They left.", "0987-01-02", "").published, "0987-01-02");
}

TEST(DatePublicationTest, PageWinsOverTheOption) {
  const Article article = Dated(kPage, "", "2022-01-01");
  EXPECT_EQ(article.published, "2024-01-05");
  EXPECT_EQ(article.date_source, DateSource::kPage);
}

TEST(DatePublicationTest, UnreadableMetadataIsAWarning) {
  const Article article = Dated(kPage, "3/4/2023", "");
  EXPECT_EQ(article.published, "2024-01-05");
  EXPECT_THAT(article.warnings,
              testing::ElementsAre("a.jsonl:3: wanted a publication date such "
                                   "as 2023-12-28, found \"3/4/2023\""));
}

TEST(DatePublicationTest, NoDateIsAWarning) {
  const Article article = Dated("They left in January.", "", "");
  EXPECT_EQ(article.published, "");
  EXPECT_EQ(article.date_source, DateSource::kNone);
  EXPECT_THAT(article.warnings,
              testing::ElementsAre(testing::StartsWith(
                  "a.jsonl:3: wanted a publication date, found none")));
}

TEST(DatePublicationTest, EveryFormOfADayIsFoundOnThePage) {
  const char* const kForms[] = {
      "2024-01-05",          "2024/01/05",       "5.1.2024",
      "January 5, 2024",     "January 5 2024",   "5 January 2024",
      "5th of January 2024", "January 5th,2024", "Jan. 5,\t\t 2024",
  };
  for (absl::string_view form : kForms) {
    // Whatever the place of the year in the page.
    for (int blanks = 0; blanks < 5; ++blanks) {
      const std::string page = absl::StrCat(
          std::string(blanks, ' '), "Published: ", form, "\n\nThey left.");
      EXPECT_EQ(Dated(page, "", "").published, "2024-01-05") << page;
    }
  }
}

TEST(DatePublicationTest, YearsAndOtherNumbersAreNoDay) {
  for (absl::string_view line :
       {"Published: January 2024", "Published: 2024", "Published: 12345",
        "Published: January 5", "Published: 2024-x", ""}) {
    EXPECT_EQ(Dated(absl::StrCat(line, "\n\nThey left."), "", "").published, "")
        << line;
  }
}

TEST(DatePublicationTest, LongPagesAreReadAtBothEnds) {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "They left Brezin then.\n";
  EXPECT_EQ(Dated("January 5, 2024\n" + page, "", "").published, "2024-01-05");
  EXPECT_EQ(Dated(page + "Updated: January 5, 2024\n", "", "").published,
            "2024-01-05");
  EXPECT_EQ(Dated(page + "January 5, 2024\n" + page, "", "").published, "");
}

}  // namespace
}  // namespace onrecord::ingest
