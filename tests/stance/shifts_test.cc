#include "stance/shifts.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

text::PartialDate Date(int year, int month = 0, int day = 0) {
  text::PartialDate date;
  date.year = static_cast<int16_t>(year);
  date.month = static_cast<int8_t>(month);
  date.day = static_cast<int8_t>(day);
  return date;
}

StanceLabel LabelOf(char c) {
  return c == 'F'   ? StanceLabel::kFavor
         : c == 'A' ? StanceLabel::kAgainst
                    : StanceLabel::kMixed;
}

// "AAFF": one day a month.
std::vector<DayPosition> Days(const std::string& labels) {
  std::vector<DayPosition> days;
  for (size_t i = 0; i < labels.size(); ++i) {
    DayPosition day;
    day.said =
        Date(2022 + static_cast<int>(i) / 12, 1 + static_cast<int>(i) % 12, 5);
    day.label = LabelOf(labels[i]);
    day.score = labels[i] == 'F' ? 0.8 : labels[i] == 'A' ? -0.8 : 0;
    day.confidence = 0.8;
    day.ids = {absl::StrCat("o", i)};
    days.push_back(day);
  }
  return days;
}

ReportedShift Report(text::PartialDate when, bool reiterated) {
  ReportedShift report;
  report.when = when;
  report.reiterated = reiterated;
  report.sentence = "It was a shift for Lopez.";
  return report;
}

// "REVERSAL CONFIRMED o1>o2"
std::string Describe(const std::vector<Shift>& shifts) {
  std::string out;
  for (const Shift& s : shifts) {
    const char* const kinds[] = {"REVERSAL", "SOFTENING", "HARDENING"};
    const char* const tiers[] = {"CANDIDATE", "CONFIRMED", "REPORTED"};
    absl::StrAppend(&out, out.empty() ? "" : ", ",
                    kinds[static_cast<int>(s.kind)], " ",
                    tiers[static_cast<int>(s.tier)], " ", s.before_ids.back(),
                    ">", s.after_ids.front());
  }
  return out;
}

struct ShiftCase {
  std::string name, labels, expected;
};

class ShiftTest : public testing::TestWithParam<ShiftCase> {};

TEST_P(ShiftTest, ReadsTheDays) {
  EXPECT_EQ(Describe(FindShifts(Days(GetParam().labels), {}, {})),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, ShiftTest,
    testing::ValuesIn(std::vector<ShiftCase>{
        {"Nothing", "", ""},
        {"OneDay", "A", ""},
        {"Steady", "AAAA", ""},
        {"TwoAfterTwo", "AAFF", "REVERSAL CONFIRMED o1>o2"},
        {"OneAfterTwo", "AAF", "REVERSAL CANDIDATE o1>o2"},
        {"TwoAfterOne", "AFF", "REVERSAL CANDIDATE o0>o1"},
        {"OneAfterOne", "AF", "REVERSAL CANDIDATE o0>o1"},
        {"BlipInside", "AAFAA", ""},
        {"BlipInsideThenReal", "AAFAAFF", "REVERSAL CONFIRMED o4>o5"},
        {"ToMixed", "AAMM", "SOFTENING CONFIRMED o1>o2"},
        {"FromMixed", "MMFF", "HARDENING CONFIRMED o1>o2"},
        {"OneMixedOnTheWay", "AAMFF", "REVERSAL CONFIRMED o1>o3"},
        {"TwoMixedOnTheWay", "AAMMFF",
         "SOFTENING CONFIRMED o1>o2, HARDENING CONFIRMED o3>o4"},
        {"ThereAndBack", "AAFFAA",
         "REVERSAL CONFIRMED o1>o2, REVERSAL CONFIRMED o3>o4"},
        {"TwoAmongMany", "AAAAAFFAAAAA", ""},
        {"FourAmongMany", "AAAAAFFFFAAAAA",
         "REVERSAL CONFIRMED o4>o5, REVERSAL CONFIRMED o8>o9"},
        {"TwoAtTheEndOfMany", "AAAAAAAAAAFF", "REVERSAL CONFIRMED o9>o10"},
        {"FirstMisreadOfMany", "FAAAAAAAAAAAAA", ""},
        {"MisreadBesideTheChange", "AAAAFAFFFF", "REVERSAL CONFIRMED o5>o6"},
        {"MisreadAfterTheChange", "AAAAAFFAFF", "REVERSAL CONFIRMED o4>o5"},
    }),
    [](const auto& info) { return info.param.name; });

TEST(FindShiftsTest, TakesTheReportersWord) {
  const auto shifts =
      FindShifts(Days("AAF"), {Report(Date(2022, 3, 7), false)}, {});
  EXPECT_EQ(Describe(shifts), "REVERSAL REPORTED o1>o2");
  EXPECT_EQ(shifts[0].reported_by, "It was a shift for Lopez.");
}

TEST(FindShiftsTest, KeepsConfirmedOverReported) {
  const auto shifts =
      FindShifts(Days("AAFF"), {Report(Date(2022, 3, 7), false)}, {});
  EXPECT_EQ(Describe(shifts), "REVERSAL CONFIRMED o1>o2");
  EXPECT_FALSE(shifts[0].reported_by.empty());
}

TEST(FindShiftsTest, IgnoresAReportOfAnotherTime) {
  EXPECT_EQ(
      Describe(FindShifts(Days("AAF"), {Report(Date(2023, 3, 7), false)}, {})),
      "REVERSAL CANDIDATE o1>o2");
}

TEST(FindShiftsTest, BelievesWhoeverWritesReiterated) {
  EXPECT_EQ(
      Describe(FindShifts(Days("AAF"), {Report(Date(2022, 3, 5), true)}, {})),
      "");
  EXPECT_EQ(
      Describe(FindShifts(Days("AAF"), {Report(Date(2022, 1, 5), true)}, {})),
      "REVERSAL CANDIDATE o1>o2");
}

TEST(FindShiftsTest, BelievesAReporterWhereTwoAmongManyAreDoubted) {
  const auto shifts =
      FindShifts(Days("AAAAAFFAAAAA"), {Report(Date(2022, 6, 7), false)}, {});
  EXPECT_EQ(Describe(shifts),
            "REVERSAL CONFIRMED o4>o5, REVERSAL CONFIRMED o6>o7");
  EXPECT_FALSE(shifts[0].reported_by.empty());
}

TEST(FindShiftsTest, DoubtsUnsureDays) {
  auto days = Days("AAAAAAAAAAFF");
  EXPECT_EQ(Describe(FindShifts(days, {}, {})), "REVERSAL CONFIRMED o9>o10");
  days[10].confidence = days[11].confidence = 0.3;
  EXPECT_EQ(Describe(FindShifts(days, {}, {})), "REVERSAL CANDIDATE o9>o10");
}

TEST(FindShiftsTest, IsSurerTheMoreDaysShowIt) {
  const auto confidence = [](const std::string& labels) {
    return FindShifts(Days(labels), {}, {})[0].confidence;
  };
  EXPECT_LT(confidence("AF"), confidence("AAFF"));
  EXPECT_LT(confidence("AAFF"), confidence("AAAFFF"));
  EXPECT_LT(confidence("AAAAAAAAAAAF"), 0.6);
  EXPECT_GT(confidence("AAAAAFFFFF"), 0.95);
  EXPECT_GT(FindShifts(Days("AAAAAAAAAAAF"), {Report(Date(2022, 12, 7), false)},
                       {})[0]
                .confidence,
            0.6);
}

TEST(FindShiftsTest, DropsAnUnsureCandidate) {
  auto days = Days("AAF");
  days.back().confidence = 0.1;
  EXPECT_EQ(Describe(FindShifts(days, {}, {})), "");
}

TEST(FindShiftsTest, CitesBothSidesByDate) {
  const auto shifts = FindShifts(Days("AAAAAAAFF"), {}, {});
  ASSERT_EQ(shifts.size(), 1u);
  EXPECT_EQ(shifts[0].before_ids,
            (std::vector<std::string>{"o2", "o3", "o4", "o5", "o6"}));
  EXPECT_EQ(shifts[0].after_ids, (std::vector<std::string>{"o7", "o8"}));
  EXPECT_EQ(shifts[0].after.ToString(), "2022-07-05");
  EXPECT_EQ(shifts[0].by.ToString(), "2022-08-05");
  EXPECT_GT(shifts[0].strength, 0.5);
  EXPECT_LE(shifts[0].strength, 1.0);
}

Observation Observed(const std::string& id, text::PartialDate said, char label,
                     Channel channel = Channel::kPublic) {
  Observation o;
  o.id = id;
  o.said = said;
  o.channel = channel;
  o.stance.label = LabelOf(label);
  o.stance.confidence = 0.7;
  return o;
}

TEST(DayPositionsTest, CountsADayOnce) {
  const auto day = Date(2022, 1, 5);
  const auto one = [&](const std::string& labels) {
    std::vector<Observation> observations;
    for (char c : labels) observations.push_back(Observed("x", day, c));
    const auto days = DayPositions(observations, Channel::kPublic);
    return days.size() == 1 ? days[0].label : StanceLabel::kNone;
  };
  EXPECT_EQ(one("AA"), StanceLabel::kAgainst);
  EXPECT_EQ(one("AM"), StanceLabel::kAgainst);
  EXPECT_EQ(one("AMM"), StanceLabel::kMixed);
  EXPECT_EQ(one("AF"), StanceLabel::kNone);
  EXPECT_EQ(one("AFMMM"), StanceLabel::kMixed);
  EXPECT_EQ(one("AAF"), StanceLabel::kAgainst);
}

TEST(DayPositionsTest, SkipsOtherChannelsUndatedAndNone) {
  Observation none = Observed("n", Date(2022, 1, 5), 'F');
  none.stance.label = StanceLabel::kNone;
  const std::vector<Observation> observations = {
      none, Observed("u", Date(0), 'F'),
      Observed("p", Date(2022, 1, 5), 'F', Channel::kPrivate),
      Observed("o", Date(2022, 1, 5), 'F')};
  const auto days = DayPositions(observations, Channel::kPublic);
  ASSERT_EQ(days.size(), 1u);
  EXPECT_EQ(days[0].ids, std::vector<std::string>{"o"});
}

}  // namespace
}  // namespace onrecord::stance
