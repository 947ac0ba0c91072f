#include "stance/when_said.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/stance/marked_quotes.h"

namespace onrecord::stance {
namespace {

// All articles are of Friday, January 19, 2024.
const absl::CivilDay kPublished(2024, 1, 19);

// "2024-01-18 on Thursday": the date of the last quotation and the words it
// rests on.
std::string Last(const std::string& marked) {
  const MarkedQuotes read = ReadMarkedQuotes(marked);
  const auto said =
      ResolveWhenSaid(*read.document, kPublished, read.quotes, read.places);
  if (said.size() != read.quotes.size() || said.empty()) return "nothing";
  return said.back().date.ToString() +
         (said.back().recalled ? " recalled" : "");
}

struct WhenCase {
  std::string name, text, expected;
};

class WhenSaidTest : public testing::TestWithParam<WhenCase> {};

TEST_P(WhenSaidTest, DatesTheLastQuotation) {
  EXPECT_EQ(Last(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    OwnClause, WhenSaidTest,
    testing::ValuesIn(std::vector<WhenCase>{
        {"Weekday", "“{1A:We must go},” {A:Ana Lopez} {c1:said} on Thursday.",
         "2024-01-18"},
        {"WeekdayWithoutOn",
         "“{1A:We must go},” {A:Ana Lopez} {c1:said} Tuesday.", "2024-01-16"},
        {"DayOfPublication",
         "“{1A:We must go},” {A:Ana Lopez} {c1:said} on Friday.", "2024-01-19"},
        {"DayAndMonth",
         "“{1A:We must go},” {A:Ana Lopez} {c1:told} reporters January 8.",
         "2024-01-08"},
        {"DateBeforeTheCue",
         "On Wednesday {A:Ana Lopez} {c1:said} that {1a:they must go}.",
         "2024-01-17"},
        {"InAnInterview",
         "“{1A:We must go},” {A:Ana Lopez} {c1:said} in an interview Tuesday.",
         "2024-01-16"},
        {"Month", "“{1A:We must go},” {A:Ana Lopez} {c1:said} in January 2023.",
         "2023-01 recalled"},
        {"LastYear",
         "Last year {A:she} {c1:told} lawmakers that {1a:they must go}.",
         "2023 recalled"},
        {"LastMonth",
         "{A:She} {c1:told} a radio station last month that {1a:they must go}.",
         "2023-12"},
        {"Year", "In 2021 {A:Lopez} {c1:said} that {1a:they must go}.",
         "2021 recalled"},
        {"NoDate", "“{1A:We must go},” {A:Ana Lopez} {c1:said}.", "2024-01-19"},
        {"DateInTheWords",
         "“{1A:On Tuesday we must go},” {A:Ana Lopez} {c1:said}.",
         "2024-01-19"},
        {"DateInReportedSpeech",
         "{A:Lopez} {c1:said} {1a:the raid on Tuesday had failed}.",
         "2024-01-19"},
        {"PossessiveDate",
         "{A:Lopez} {c1:said} of Monday's strikes: “{1A:They failed}.”",
         "2024-01-19"},
        {"PossessiveDateOfASpeech",
         "{A:Lopez} {c1:said} in Monday's speech: “{1A:They failed}.”",
         "2024-01-15"},
        {"RelativeClause",
         "“{1A:We must go},” {c1:said} {A:Lopez}, who left the army in 2011.",
         "2024-01-19"},
        {"RelativeClauseBefore",
         "{A:Lopez}, who left the army in 2011, {c1:said} that {1a:they must "
         "go}.",
         "2024-01-19"},
        {"RelativeClauseOfTheCue",
         "It was news to {A:Lopez}, who stood there on Thursday and {c1:said} "
         "that {1a:they must go}.",
         "2024-01-18"},
        {"SinceADate",
         "{A:Lopez}, in office since 2019, {c1:said} that {1a:they must go}.",
         "2024-01-19"},
        {"DateBeforeTheInfinitive",
         "{A:Lopez} {c1:urged} {1a:the army in June to leave}.",
         "2023-06 recalled"},
        {"DateInsideTheInfinitive",
         "{A:Lopez} {c1:urged} {1a:the army to leave as it had in June}.",
         "2024-01-19"},
        {"Future",
         "{A:Lopez}, who flies home next week, {c1:said}: “{1A:They must go}.”",
         "2024-01-19"},
        {"DocumentOfADay",
         "{A:Lopez} {c1:said} “{1A:they must go},” according to a January 6 "
         "Foreign Ministry cable.",
         "2024-01-06"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Scene, WhenSaidTest,
    testing::ValuesIn(std::vector<WhenCase>{
        {"EarlierSentence",
         "Asked about it on Sunday, {A:Lopez} laughed. “{1A:We must go},” "
         "{A:she} {c1:said}.",
         "2024-01-14"},
        {"EarlierSentenceOfAnother",
         "A bomb killed nine people in the port on Sunday. “{1A:We must go},” "
         "{A:Lopez} {c1:said}.",
         "2024-01-19"},
        {"EarlierParagraph",
         "{A:Lopez} {c1:said} on Wednesday that {1a:they must go}.\n\n"
         "“{2A:We have waited},” {A:she} {c2:added}.",
         "2024-01-17"},
        {"LaterInterview",
         "“{1A:We must go},” {A:Lopez} {c1:said}.\n\n"
         "In an interview Tuesday, {A:Lopez} complained about the port of the "
         "capital.\n\n"
         "“{2A:We have waited},” {A:she} {c2:said}.",
         "2024-01-16"},
        {"OtherSpeaker",
         "“{1A:We must go},” {A:Lopez} {c1:said} on Wednesday.\n\n"
         "“{2B:We have waited},” {B:Gomez} {c2:said}.",
         "2024-01-19"},
        {"RecalledIsNoScene",
         "“{1A:We must go},” {A:Lopez} {c1:said} in 2021.\n\n"
         "“{2A:We have waited},” {A:she} {c2:said} of the port.",
         "2024-01-19"},
        {"ContinuedRecall",
         "“{1A:We must go},” {A:Lopez} {c1:said} in 2021. “{2A:We have "
         "waited}.”",
         "2021 recalled"},
        {"TheSameEvening",
         "{A:Lopez} {c1:told} a radio station last month that {1a:they must "
         "go}. {B:Gomez} {c2:replied} the same evening that {2b:they must "
         "stay}.",
         "2023-12"},
        {"MonthsLater",
         "In July of last year {A:he} {c1:vowed} that {1a:they would stay}; "
         "two months later {A:he} {c2:said} that {2a:they would never go}.",
         "2023-09 recalled"},
        {"SceneOfTheOpening",
         "The parliament of the island put off on Tuesday a vote on whether "
         "the soldiers should leave it.\n\nThe speaker opened the debate "
         "after an hour.\n\nNothing moved.\n\n"
         "Outside the chamber {A:Lopez} {c1:said}: “{1A:We must go}.”",
         "2024-01-16"},
        {"NotOfTheOpening",
         "The parliament of the island put off on Tuesday a vote on whether "
         "the soldiers should leave it.\n\nThe speaker opened the debate "
         "after an hour.\n\nNothing moved.\n\n"
         "In the port {A:Lopez} {c1:said}: “{1A:We must go}.”",
         "2024-01-19"},
        {"PastPerfect",
         "{A:Lopez} had {c1:told} friends that {1a:they must go}.",
         " recalled"},
        {"PastPerfectWithADay",
         "{A:Lopez} had {c1:told} worshippers on Monday that {1a:they must "
         "go}.",
         "2024-01-15"},
    }),
    [](const auto& info) { return info.param.name; });

TEST(ResolveWhenSaidTest, ShowsTheWords) {
  const MarkedQuotes read = ReadMarkedQuotes(
      "“{1A:We must go},” {A:Ana Lopez} {c1:said} on Thursday.");
  const auto said =
      ResolveWhenSaid(*read.document, kPublished, read.quotes, read.places);
  EXPECT_NE(read.document->Text(said[0].evidence).find("Thursday"),
            absl::string_view::npos);
  EXPECT_EQ(said[0].rule, "own_clause");
}

TEST(ResolveWhenSaidTest, KnowsOnlyFullDatesWithoutPublication) {
  const MarkedQuotes read = ReadMarkedQuotes(
      "“{1A:We must go},” {A:Lopez} {c1:said} in January 2023. “{2B:No},” "
      "{B:Gomez} {c2:said} on Thursday.");
  const auto said =
      ResolveWhenSaid(*read.document, absl::nullopt, read.quotes, read.places);
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said[0].date.ToString(), "2023-01");
  EXPECT_FALSE(said[1].date.known());
}

TEST(ResolveWhenSaidTest, SurvivesEmptyText) {
  const MarkedQuotes read = ReadMarkedQuotes("");
  EXPECT_TRUE(ResolveWhenSaid(*read.document, kPublished, {}, {}).empty());
}

}  // namespace
}  // namespace onrecord::stance
