#include "stance/timeline.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

Observation Observed(const std::string& speaker, const std::string& said,
                     StanceLabel label, Channel channel = Channel::kPublic) {
  Observation o;
  o.speaker_id = speaker;
  o.speaker_name = speaker;
  o.id = absl::StrCat(speaker, said, static_cast<int>(channel));
  o.said = *text::ParsePartialDate(said);
  o.channel = channel;
  o.stance.target = "troop_withdrawal";
  o.stance.label = label;
  o.stance.score = label == StanceLabel::kFavor     ? 0.9
                   : label == StanceLabel::kAgainst ? -0.9
                                                    : 0;
  o.stance.confidence = 0.8;
  return o;
}

constexpr StanceLabel kFavor = StanceLabel::kFavor;
constexpr StanceLabel kAgainst = StanceLabel::kAgainst;
constexpr StanceLabel kMixed = StanceLabel::kMixed;

ObservationQueue AReversalAndASplit() {
  return {Observed("lopez", "2023", kAgainst),
          Observed("lopez", "2023-01", kAgainst),
          Observed("lopez", "2023-12-28", kFavor),
          Observed("lopez", "2024-01", kAgainst, Channel::kPrivate),
          Observed("lopez", "2024-01-16", kFavor),
          Observed("lopez", "2024-01-18", kFavor),
          Observed("gomez", "2024-01-18", kMixed)};
}

TEST(BuildTimelinesTest, TellsTheWholeStory) {
  const auto lines = BuildTimelines(AReversalAndASplit(), {}, {});
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].speaker_id, "gomez");
  EXPECT_EQ(lines[0].current.label, kMixed);
  const Timeline& line = lines[1];
  ASSERT_EQ(line.shifts.size(), 1u);
  EXPECT_EQ(line.shifts[0].tier, ShiftTier::kConfirmed);
  EXPECT_EQ(line.shifts[0].kind, ShiftKind::kReversal);
  EXPECT_EQ(line.shifts[0].by.ToString(), "2023-12-28");
  ASSERT_EQ(line.splits.size(), 1u);
  EXPECT_EQ(line.splits[0].public_label, kFavor);
  EXPECT_EQ(line.current.label, kFavor);
  EXPECT_EQ(line.current.n, 5);
  EXPECT_EQ(line.current.first.ToString(), "2023");
  EXPECT_EQ(line.current.last.ToString(), "2024-01-18");
}

TEST(BuildTimelinesTest, DependsOnTheSetOnly) {
  auto observations = AReversalAndASplit();
  const auto describe = [](const ObservationQueue& set) {
    std::string out;
    for (const Timeline& line : BuildTimelines(set, {}, {})) {
      absl::StrAppend(&out, line.speaker_id, line.current.score);
      for (const Observation& o : line.observations)
        absl::StrAppend(&out, o.id);
      for (const Shift& s : line.shifts) {
        absl::StrAppend(&out, s.by.ToString(), s.strength);
      }
    }
    return out;
  };
  const std::string expected = describe(observations);
  std::mt19937 random(5);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(observations.begin(), observations.end(), random);
    EXPECT_EQ(describe(observations), expected);
  }
}

TEST(BuildTimelinesTest, SkipsStatementsWithoutPosition) {
  EXPECT_TRUE(
      BuildTimelines({Observed("lopez", "2023", StanceLabel::kNone)}, {}, {})
          .empty());
}

TEST(CurrentPositionTest, WeighsByAge) {
  const auto days = DayPositions({Observed("lopez", "2020-01-01", kAgainst),
                                  Observed("lopez", "2024-01-01", kFavor)},
                                 Channel::kPublic);
  TimelineOptions options;
  EXPECT_EQ(CurrentPosition(days, {}, options).label, kFavor);
  options.half_life_days = 1e6;
  EXPECT_EQ(CurrentPosition(days, {}, options).label, kMixed);
}

TEST(CurrentPositionTest, ForgetsWhatACertainShiftEnded) {
  const auto days = DayPositions({Observed("lopez", "2023-12-01", kAgainst),
                                  Observed("lopez", "2023-12-02", kAgainst),
                                  Observed("lopez", "2023-12-03", kFavor),
                                  Observed("lopez", "2023-12-04", kFavor)},
                                 Channel::kPublic);
  const auto shifts = FindShifts(days, {}, {});
  EXPECT_EQ(CurrentPosition(days, shifts, {}).label, kFavor);
  EXPECT_EQ(CurrentPosition(days, {}, {}).label, kMixed);
}

std::string Describe(const std::vector<TrendPoint>& trend) {
  std::string out;
  for (const TrendPoint& point : trend) {
    absl::StrAppend(&out, point.month.ToString(), ":", point.n,
                    point.score > 0.25    ? "+ "
                    : point.score < -0.25 ? "- "
                                          : "0 ");
  }
  return out;
}

TEST(TrendTest, HasAPointForEachMonth) {
  const auto days = DayPositions({Observed("lopez", "2021", kAgainst),
                                  Observed("lopez", "2022-03-01", kAgainst),
                                  Observed("lopez", "2022-03-09", kAgainst),
                                  Observed("lopez", "2022-05", kFavor),
                                  Observed("lopez", "2022-06-01", kFavor)},
                                 Channel::kPublic);
  EXPECT_EQ(Describe(TrendOf(days, {}, {})),
            "2022-03:2- 2022-05:10 2022-06:10 ");
  EXPECT_EQ(Describe(TrendOf(days, FindShifts(days, {}, {}), {})),
            "2022-03:2- 2022-05:1+ 2022-06:1+ ");
  EXPECT_TRUE(TrendOf({}, {}, {}).empty());
}

TEST(TrendTest, EndsWhereTheSpeakerStands) {
  const auto lines = BuildTimelines(AReversalAndASplit(), {}, {});
  ASSERT_FALSE(lines[1].trend.empty());
  EXPECT_EQ(lines[1].trend.back().score, lines[1].current.score);
}

TEST(TrendTest, ForgetsByTheHalfLife) {
  const auto days = DayPositions({Observed("lopez", "2020-01-01", kAgainst),
                                  Observed("lopez", "2024-01-01", kFavor)},
                                 Channel::kPublic);
  TimelineOptions options;
  EXPECT_EQ(Describe(TrendOf(days, {}, options)), "2020-01:1- 2024-01:1+ ");
  options.half_life_days = 1e6;
  EXPECT_EQ(Describe(TrendOf(days, {}, options)), "2020-01:1- 2024-01:10 ");
}

struct ReiterationCase {
  std::string name, article, when;
  bool reiterated;
  StanceLabel label;  // Of the last statement, of 2024-01-18 in article "a2".
  int expected;
};

class ReiterationTest : public testing::TestWithParam<ReiterationCase> {};

TEST_P(ReiterationTest, AsksTheReporter) {
  ObservationQueue observations = {
      Observed("lopez", "2023-12-01", kAgainst),
      Observed("lopez", "2024-01-18", GetParam().label)};
  observations[0].sources = {{"a1", "", "", "", "", ""}};
  observations[1].sources = {{"a2", "", "", "", "", ""}};
  ReportedShift report;
  report.speaker_id = "lopez";
  report.article_id = GetParam().article;
  report.when = *text::ParsePartialDate(GetParam().when);
  report.reiterated = GetParam().reiterated;
  report.sentence = "Lopez reiterated her view.";
  const auto lines = BuildTimelines(observations, {report}, {});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].reiterations, GetParam().expected);
  EXPECT_EQ(lines[0].observations.back().reiterated_by,
            GetParam().expected == 1 ? report.sentence : "");
}

INSTANTIATE_TEST_SUITE_P(
    All, ReiterationTest,
    testing::ValuesIn(std::vector<ReiterationCase>{
        {"SaysSo", "a2", "2024-01-19", true, kAgainst, 1},
        {"OtherArticle", "a3", "2024-01-19", true, kAgainst, 0},
        {"OtherTime", "a2", "2024-03-19", true, kAgainst, 0},
        {"SaysTheContrary", "a2", "2024-01-19", false, kAgainst, 0},
        {"AnotherPosition", "a2", "2024-01-19", true, kFavor, 0},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
