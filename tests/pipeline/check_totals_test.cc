#include "pipeline/check_totals.h"

#include <google/protobuf/text_format.h>

#include <functional>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/version.h"

namespace onrecord::pipeline {
namespace {

using testing::HasSubstr;

constexpr char kHistory[] = R"pb(
  targets {
    name: "pears"
    aggregates {
      groups {
        kind: GROUP_KIND_COUNTRY
        name: "Teverra"
        months { month: "2024-01" favor: 1 }
        months { month: "2024-03" against: 1 }
      }
      groups {
        kind: GROUP_KIND_ORGANIZATION
        months { month: "2024-01" favor: 1 }
        months { month: "2024-03" against: 1 }
      }
      moves {
        speaker_id: "lopez"
        speaker_name: "Lopez"
        country: "Teverra"
        from: STANCE_LABEL_FAVOR
        to: STANCE_LABEL_AGAINST
        tier: SHIFT_TIER_REPORTED
        by: "2024-03-05"
        order: 1
      }
    }
  }
  speakers { id: "lopez" }
  timelines {
    target: "pears"
    speaker_id: "lopez"
    speaker_name: "Lopez"
    observations {
      id: "o1"
      said: "2024-01-09"
      channel: CHANNEL_PUBLIC
      stance { label: STANCE_LABEL_FAVOR score: 0.8 confidence: 0.9 }
    }
    observations {
      id: "o2"
      said: "2024-02-09"
      channel: CHANNEL_PRIVATE
      stance { label: STANCE_LABEL_AGAINST score: -0.8 confidence: 0.9 }
    }
    observations {
      id: "o3"
      said: "2024-03-05"
      channel: CHANNEL_PUBLIC
      stance { label: STANCE_LABEL_AGAINST score: -0.7 confidence: 0.9 }
      reiterated_by: "She repeated it."
    }
    shifts {
      kind: SHIFT_KIND_REVERSAL
      tier: SHIFT_TIER_REPORTED
      from: STANCE_LABEL_FAVOR
      to: STANCE_LABEL_AGAINST
      by: "2024-03-05"
    }
    trend { month: "2024-01" score: 0.8 n: 1 }
    trend { month: "2024-03" score: -0.7 n: 1 }
    reiterations: 1
  }
)pb";

v1::History Good() {
  v1::History history;
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(kHistory, &history));
  history.mutable_header()->set_generator(std::string(kVersion));
  history.mutable_header()->set_half_life_days(180);
  return history;
}

TEST(CheckTotalsTest, AcceptsWhatTheObservationsMake) {
  EXPECT_EQ(CheckTotals(Good()), absl::OkStatus());
}

TEST(CheckTotalsTest, AcceptsAPartWithoutAggregates) {
  v1::History history = Good();
  history.mutable_targets(0)->clear_aggregates();
  EXPECT_EQ(CheckTotals(history), absl::OkStatus());
}

TEST(CheckTotalsTest, AcceptsATimelineWithoutTrend) {
  v1::History history = Good();
  v1::Timeline& line = *history.mutable_timelines(0);
  ASSERT_GT(line.trend_size(), 1);
  line.mutable_trend()->RemoveLast();
  EXPECT_FALSE(CheckTotals(history).ok());
  line.clear_trend();
  EXPECT_EQ(CheckTotals(history), absl::OkStatus());
}

TEST(CheckTotalsTest, LeavesTheWeightsToOtherVersions) {
  v1::History history = Good();
  history.mutable_timelines(0)->mutable_trend(0)->set_score(0.5);
  EXPECT_FALSE(CheckTotals(history).ok());
  history.mutable_header()->set_generator("9.0.0");
  EXPECT_EQ(CheckTotals(history), absl::OkStatus());
}

TEST(CheckTotalsTest, RenewedTotalsAreGood) {
  v1::History history = Good();
  v1::Timeline& line = *history.mutable_timelines(0);
  line.mutable_observations()->DeleteSubrange(0, 1);
  history.mutable_targets(0)->clear_aggregates();
  EXPECT_FALSE(CheckTotals(history).ok());
  RenewTotals(180, &line);
  EXPECT_EQ(line.trend_size(), 1);
  EXPECT_EQ(CheckTotals(history), absl::OkStatus());
}

struct BadCase {
  const char* name;
  std::function<void(v1::Timeline&, v1::Aggregates&)> change;
  const char* message;
};

TEST(CheckTotalsTest, FindsWhatTheyDoNotMake) {
  const BadCase kCases[] = {
      {"score", [](auto& line, auto&) { line.mutable_trend(1)->set_score(0); },
       "pears of Lopez: trend: want 2024-03 with 1 of score -0.7, found "
       "2024-03 with 1 of score 0"},
      {"number", [](auto& line, auto&) { line.mutable_trend(0)->set_n(2); },
       "trend: want 2024-01 with 1 of score 0.8, found 2024-01 with 2"},
      {"month",
       [](auto& line, auto&) { line.mutable_trend(0)->set_month("2024-02"); },
       "found 2024-02"},
      {"point gone",
       [](auto& line, auto&) { line.mutable_trend()->RemoveLast(); },
       "found no more"},
      {"point too many",
       [](auto& line, auto&) { line.add_trend()->set_month("2024-04"); },
       "trend: want no more, found 2024-04"},
      {"reiterations", [](auto& line, auto&) { line.set_reiterations(2); },
       "pears of Lopez: reiterations: want 1, found 2"},
      {"counts",
       [](auto&, auto& sums) {
         sums.mutable_groups(0)->mutable_months(1)->set_favor(3);
       },
       "pears: groups: want 0 favor, 1 against, 0 mixed by country in "
       "2024-03, found 3 favor"},
      {"group gone",
       [](auto&, auto& sums) { sums.mutable_groups()->RemoveLast(); },
       "by organization in 2024-01, found nothing"},
      {"move gone", [](auto&, auto& sums) { sums.clear_moves(); },
       "pears: moves: want speaker_id: \"lopez\""},
      {"order", [](auto&, auto& sums) { sums.mutable_moves(0)->set_order(2); },
       "order: 2"},
  };
  for (const BadCase& c : kCases) {
    v1::History history = Good();
    c.change(*history.mutable_timelines(0),
             *history.mutable_targets(0)->mutable_aggregates());
    const absl::Status status = CheckTotals(history);
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << c.name;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message)) << c.name;
  }
}

}  // namespace
}  // namespace onrecord::pipeline
