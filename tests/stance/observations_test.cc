#include "stance/observations.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

using testing::ElementsAre;

Statement Say(const std::string& article, const std::string& said,
              const std::string& text, StanceLabel label = StanceLabel::kFavor,
              const std::string& published = "2024-01-10") {
  Statement s;
  s.article_id = article;
  s.quote_id = article + "#1";
  s.outlet = "Outlet of " + article;
  s.published = published;
  s.speaker_id = "ana-lopez";
  s.speaker_name = "Ana Lopez";
  const auto date = text::ParsePartialDate(said);
  if (date.has_value()) s.said = *date;
  s.text = text;
  s.stance.target = "troop_withdrawal";
  s.stance.label = label;
  s.stance.confidence = 0.8;
  return s;
}

// "2024-01-09:a1,a2 2024-01-10:a3": dates and articles of the observations.
std::string Summary(const ObservationQueue& observations) {
  std::vector<std::string> lines;
  for (const Observation& o : observations) {
    std::string out = absl::StrCat(o.said.ToString(), ":");
    std::vector<std::string> articles;
    for (const Source& s : o.sources) articles.push_back(s.article_id);
    std::sort(articles.begin(), articles.end());
    for (size_t i = 0; i < articles.size(); ++i) {
      absl::StrAppend(&out, i == 0 ? "" : ",", articles[i]);
    }
    lines.push_back(out);
  }
  std::sort(lines.begin(), lines.end());
  return absl::StrJoin(lines, " ");
}

constexpr char kWhole[] =
    "We are organizing the departure of the mission. Our own soldiers hold "
    "the passes now, and nobody is afraid.";

struct MergeCase {
  std::string name;
  StatementQueue statements;
  std::string expected;
};

std::vector<MergeCase> MergeCases() {
  Statement closed = Say("a2", "2024-01-09", kWhole);
  closed.channel = Channel::kPrivate;
  Statement other = Say("a2", "2024-01-09", kWhole);
  other.speaker_id = "eva-lopez";
  return {
      {"Equal",
       {Say("a1", "2024-01-09", kWhole), Say("a2", "2024-01-09", kWhole)},
       "2024-01-09:a1,a2"},
      {"BritishSpelling",
       {Say("a1", "2024-01-09", kWhole),
        Say("a2", "2024-01-09",
            "We are organising the departure of the mission.")},
       "2024-01-09:a1,a2"},
      {"FragmentsOfTheWhole",
       {Say("a1", "2024-01-09", kWhole),
        Say("a2", "2024-01-09", "nobody is afraid"),
        Say("a2", "2024-01-09", "Our own soldiers hold the passes now")},
       "2024-01-09:a1,a2"},
      {"PrintedDaysLater",
       {Say("a1", "2024-01-09", kWhole), Say("a2", "2024-01-12", kWhole)},
       "2024-01-09:a1,a2"},
      {"PrintedWeeksLater",
       {Say("a1", "2024-01-09", kWhole), Say("a2", "2024-02-12", kWhole)},
       "2024-01-09:a1 2024-02-12:a2"},
      {"SloganOnTwoDays",
       {Say("a1", "2024-01-09", "They must leave"),
        Say("a2", "2024-01-11", "They must leave")},
       "2024-01-09:a1 2024-01-11:a2"},
      {"OtherWords",
       {Say("a1", "2024-01-09", kWhole),
        Say("a2", "2024-01-09", "The last of them goes home in May.")},
       "2024-01-09:a1 2024-01-09:a2"},
      {"MonthOnly",
       {Say("a1", "2024-01-09", kWhole), Say("a2", "2024-01", kWhole)},
       "2024-01-09:a1,a2"},
      {"RecalledByItsMonth",
       {Say("a1", "2024-01-09", kWhole),
        Say("a2", "2024-01", "the mission would go", StanceLabel::kFavor,
            "2024-06-01")},
       "2024-01-09:a1,a2"},
      {"RecalledOtherPosition",
       {Say("a1", "2024-01-09", kWhole),
        Say("a2", "2024-01", "the mission would stay", StanceLabel::kAgainst,
            "2024-06-01")},
       "2024-01-09:a1 2024-01:a2"},
      {"RecalledMonthOfTwoDays",
       {Say("a1", "2024-01-09", kWhole),
        Say("a3", "2024-01-20", "The last of them goes home in May."),
        Say("a2", "2024-01", "all must go", StanceLabel::kFavor, "2024-06-01")},
       "2024-01-09:a1 2024-01-20:a3 2024-01:a2"},
      {"PrivateAndPublic",
       {Say("a1", "2024-01-09", kWhole), closed},
       "2024-01-09:a1 2024-01-09:a2"},
      {"TwoSpeakers",
       {Say("a1", "2024-01-09", kWhole), other},
       "2024-01-09:a1 2024-01-09:a2"},
      {"Undated", {Say("a1", "", kWhole), Say("a2", "", kWhole)}, ":a1,a2"},
      {"NoPosition", {Say("a1", "2024-01-09", kWhole, StanceLabel::kNone)}, ""},
  };
}

class MergeTest : public testing::TestWithParam<MergeCase> {};

TEST_P(MergeTest, BringsVersionsTogether) {
  EXPECT_EQ(Summary(MergeStatements(GetParam().statements, {})),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(All, MergeTest, testing::ValuesIn(MergeCases()),
                         [](const auto& info) { return info.param.name; });

TEST(MergeStatementsTest, TakesTheLongestVersionWithAPosition) {
  const auto observations = MergeStatements(
      {Say("a1", "2024-01-09", "Our own soldiers hold the passes now",
           StanceLabel::kFavor),
       Say("a2", "2024-01-09", kWhole, StanceLabel::kNone)},
      {});
  ASSERT_EQ(observations.size(), 1u);
  EXPECT_EQ(observations[0].text, "Our own soldiers hold the passes now");
  EXPECT_EQ(observations[0].sources.size(), 2u);
  EXPECT_EQ(observations[0].sources[0].article_id, "a1");
  EXPECT_EQ(observations[0].id.size(), 16u);
}

// The words of each source; "=" where they are those of the observation.
std::vector<std::string> Printed(const Observation& observation) {
  std::vector<std::string> out;
  for (const Source& s : observation.sources) {
    out.push_back(s.text.empty() ? "=" : s.text);
  }
  return out;
}

TEST(MergeStatementsTest, KeepsTheWordsThatEachOutletPrinted) {
  const auto observations = MergeStatements(
      {Say("a1", "2024-01-09", kWhole),
       Say("a2", "2024-01-09", "Our own soldiers hold the passes now"),
       Say("a3", "2024-01-09", kWhole),
       Say("a4", "2024-01", "all must go", StanceLabel::kFavor, "2024-06-01"),
       Say("a5", "2024-01", kWhole, StanceLabel::kFavor, "2024-06-01")},
      {});
  ASSERT_EQ(observations.size(), 1u);
  EXPECT_EQ(observations[0].text, kWhole);
  EXPECT_THAT(Printed(observations[0]),
              ElementsAre("=", "=", "Our own soldiers hold the passes now", "=",
                          "all must go"));
}

TEST(MergeStatementsTest, KeepsTheWordsThatDateIt) {
  Statement whole = Say("a1", "2024-01", kWhole);
  whole.said_words = "this month";
  const Statement dated = Say("a2", "2024-01-09", kWhole);
  Statement told = dated;
  told.said_words = "on Tuesday";
  const auto words = [](const StatementQueue& statements) {
    return MergeStatements(statements, {})[0].said_words;
  };
  EXPECT_EQ(words({whole}), "this month");
  EXPECT_EQ(words({whole, dated}), "");
  EXPECT_EQ(words({dated, told, whole}), "on Tuesday");
}

TEST(MergeStatementsTest, KeepsWhereTheWordsStand) {
  Statement longer = Say("a1", "2024-01-09", kWhole);
  longer.context_begin = 70;
  longer.content = {{75, 90}, {95, 100}};
  Statement shorter = Say("a2", "2024-01-09", "nobody is afraid");
  shorter.context_begin = 3;
  shorter.content = {{5, 9}};
  const auto observations = MergeStatements({shorter, longer}, {});
  ASSERT_EQ(observations.size(), 1u);
  EXPECT_EQ(observations[0].context_begin, 70);
  EXPECT_EQ(observations[0].content, longer.content);
}

TEST(MergeStatementsTest, DependsOnTheSetOnly) {
  const char* const kTexts[] = {kWhole,
                                "nobody is afraid",
                                "They must leave",
                                "The last of them goes home in May.",
                                "goes home in May",
                                "leave"};
  const char* const kDates[] = {"2024-01-09", "2024-01-10", "2024-01",
                                "2024",       "2024-03-01", ""};
  std::mt19937 random(3);
  StatementQueue statements;
  for (int i = 0; i < 200; ++i) {
    statements.push_back(Say(absl::StrCat("a", i), kDates[random() % 6],
                             kTexts[random() % 6],
                             static_cast<StanceLabel>(random() % 4)));
  }
  const auto describe = [](const StatementQueue& set) {
    std::string out;
    for (const Observation& o : MergeStatements(set, {})) {
      absl::StrAppend(&out, o.id, o.text, o.said.ToString(), o.published);
      for (const Source& s : o.sources) {
        absl::StrAppend(&out, s.article_id, s.text);
      }
    }
    return out;
  };
  const std::string expected = describe(statements);
  EXPECT_FALSE(expected.empty());
  for (int round = 0; round < 5; ++round) {
    std::shuffle(statements.begin(), statements.end(), random);
    EXPECT_EQ(describe(statements), expected);
  }
}

TEST(LikenessTest, IgnoresSpellingCaseAndMarks) {
  EXPECT_EQ(Likeness("We don’t organise labour.", "we don't organize labor"),
            1.0);
  EXPECT_EQ(Likeness("They must leave", "We shall stay here"), 0.0);
  EXPECT_EQ(Likeness("", "We shall stay here"), 0.0);
}

}  // namespace
}  // namespace onrecord::stance
