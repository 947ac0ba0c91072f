#include "stance/splits.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

DayPosition Day(const std::string& date, StanceLabel label) {
  DayPosition day;
  day.said = *text::ParsePartialDate(date);
  day.label = label;
  day.ids = {absl::StrCat("o", date)};
  return day;
}

constexpr StanceLabel kFavor = StanceLabel::kFavor;
constexpr StanceLabel kAgainst = StanceLabel::kAgainst;
constexpr StanceLabel kMixed = StanceLabel::kMixed;

struct SplitCase {
  std::string name;
  std::vector<DayPosition> open, closed;
  std::string expected;  // Dates of the splits.
};

class SplitTest : public testing::TestWithParam<SplitCase> {};

TEST_P(SplitTest, HoldsPrivateAgainstPublic) {
  std::string dates;
  for (const Split& s : FindSplits(GetParam().open, GetParam().closed, {})) {
    absl::StrAppend(&dates, dates.empty() ? "" : " ", s.around.ToString());
    EXPECT_GE(s.observation_ids.size(), 2u);
    EXPECT_NE(s.public_label, s.private_label);
  }
  EXPECT_EQ(dates, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, SplitTest,
    testing::ValuesIn(std::vector<SplitCase>{
        {"Opposite",
         {Day("2023-01-10", kFavor)},
         {Day("2023-02-01", kAgainst)},
         "2023-02-01"},
        {"TheSame",
         {Day("2023-01-10", kFavor)},
         {Day("2023-02-01", kFavor)},
         ""},
        {"MixedIsNoOpposite",
         {Day("2023-01-10", kFavor)},
         {Day("2023-02-01", kMixed)},
         ""},
        {"OnlyLaterPublicLine",
         {Day("2023-03-10", kFavor)},
         {Day("2023-02-01", kAgainst)},
         "2023-02-01"},
        {"LineOfTheTime",
         {Day("2022-12-10", kAgainst), Day("2023-03-10", kFavor)},
         {Day("2023-02-01", kAgainst)},
         ""},
        {"LongAgo",
         {Day("2020-01-10", kFavor)},
         {Day("2023-02-01", kAgainst)},
         ""},
        {"MonthOfThePublicDay",
         {Day("2023-02-10", kFavor)},
         {Day("2023-02", kAgainst)},
         "2023-02"},
        {"TwiceIsOneSplit",
         {Day("2023-01-10", kFavor)},
         {Day("2023-02-01", kAgainst), Day("2023-02-11", kAgainst)},
         "2023-02-01"},
        {"NoPublicLine", {}, {Day("2023-02-01", kAgainst)}, ""},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
