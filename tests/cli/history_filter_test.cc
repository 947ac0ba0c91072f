#include "cli/history_filter.h"

#include <google/protobuf/text_format.h>

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Two speakers: one with a shift from o1 to o3, one with a word of unknown day.
constexpr char kHistory[] = R"pb(
  targets { name: "taxes" }
  speakers { id: "ana" former_ids: "a-lopez" }
  speakers { id: "bo" }
  timelines {
    target: "taxes"
    speaker_id: "ana"
    current { label: STANCE_LABEL_AGAINST n: 3 }
    observations {
      id: "o1"
      said: "2022"
      stance { label: STANCE_LABEL_FAVOR }
      sources { article_id: "a1" outlet: "Wire" }
      sources { article_id: "a2" outlet: "Courier" }
    }
    observations {
      id: "o2"
      said: "2023-05"
      stance { label: STANCE_LABEL_MIXED }
      sources { article_id: "a2" outlet: "Courier" }
    }
    observations {
      id: "o3"
      said: "2023-05-20"
      stance { label: STANCE_LABEL_AGAINST }
      sources { article_id: "a3" outlet: "Wire" }
    }
    shifts { kind: SHIFT_KIND_REVERSAL before_ids: "o1" after_ids: "o3" }
    splits { observation_ids: "o2" observation_ids: "o3" }
  }
  timelines {
    target: "taxes"
    speaker_id: "bo"
    observations {
      id: "o4"
      stance { label: STANCE_LABEL_FAVOR }
      sources { article_id: "a4" outlet: "Wire" }
    }
    observations {
      id: "o5"
      published: "2021-01-02"
      stance { label: STANCE_LABEL_FAVOR }
      sources { article_id: "a4" outlet: "Wire" }
    }
  }
  articles { id: "a1" }
  articles { id: "a2" }
  articles { id: "a3" }
  articles { id: "a4" }
  warnings: "w"
)pb";

using Parameters = std::multimap<std::string, std::string>;

v1::History FilterBy(const Parameters& parameters) {
  v1::History history;
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(kHistory, &history));
  const auto filter = ParseFilter(parameters, kHistoryParameters);
  EXPECT_TRUE(filter.ok()) << filter.status();
  return Filter(history, *filter);
}

std::vector<std::string> Ids(const v1::History& history) {
  std::vector<std::string> ids;
  for (const v1::Timeline& line : history.timelines()) {
    for (const v1::Observation& said : line.observations()) {
      ids.push_back(said.id());
    }
  }
  return ids;
}

struct FilterCase {
  std::string name;
  Parameters parameters;
  std::vector<std::string> ids;
};

class FilterTest : public testing::TestWithParam<FilterCase> {};

TEST_P(FilterTest, LeavesWhatIsAskedFor) {
  EXPECT_EQ(Ids(FilterBy(GetParam().parameters)), GetParam().ids);
}

INSTANTIATE_TEST_SUITE_P(
    Parameters, FilterTest,
    testing::Values(
        FilterCase{"Nothing", {}, {"o1", "o2", "o3", "o4", "o5"}},
        FilterCase{
            "Target", {{"target", "taxes"}}, {"o1", "o2", "o3", "o4", "o5"}},
        FilterCase{"OtherTarget", {{"target", "tax"}}, {}},
        FilterCase{"Speaker", {{"speaker", "ana"}}, {"o1", "o2", "o3"}},
        FilterCase{"FormerId", {{"speaker", "a-lopez"}}, {"o1", "o2", "o3"}},
        FilterCase{"NoOnesId", {{"speaker", "lopez"}}, {}},
        FilterCase{"AnySource", {{"outlet", "Courier"}}, {"o1", "o2"}},
        FilterCase{"Label", {{"label", "mixed"}}, {"o2"}},
        FilterCase{"AlternativeLabels",
                   {{"label", "mixed"}, {"label", "against"}},
                   {"o2", "o3"}},
        FilterCase{"SinceAYearThatMayBeLater",
                   {{"since", "2022-12-31"}},
                   {"o1", "o2", "o3"}},
        FilterCase{"SinceTheNextYear", {{"since", "2023"}}, {"o2", "o3"}},
        FilterCase{
            "SinceAMonthThatMayBeLater", {{"since", "2023-05-21"}}, {"o2"}},
        FilterCase{"Until", {{"until", "2023-05-01"}}, {"o1", "o2", "o5"}},
        FilterCase{
            "UntilAMonth", {{"until", "2023-05"}}, {"o1", "o2", "o3", "o5"}},
        FilterCase{"PrintedWhereUnknownWhenSaid",
                   {{"until", "2021"}, {"speaker", "bo"}},
                   {"o5"}},
        FilterCase{"AllAtOnce",
                   {{"label", "favor"}, {"outlet", "Wire"}, {"since", "2022"}},
                   {"o1"}}),
    [](const auto& info) { return info.param.name; });

TEST(FilterTest, KeepsShiftsAndSplitsWithAllTheirObservations) {
  const v1::Timeline all = FilterBy({{"speaker", "ana"}}).timelines(0);
  EXPECT_EQ(all.shifts_size(), 1);
  EXPECT_EQ(all.splits_size(), 1);
  const v1::Timeline late = FilterBy({{"since", "2023"}}).timelines(0);
  EXPECT_EQ(late.shifts_size(), 0);
  EXPECT_EQ(late.splits_size(), 1);
  EXPECT_EQ(late.current().n(), 3);
}

TEST(FilterTest, MakesTrendsOfWhatIsLeftAndNoAggregates) {
  const v1::History late = FilterBy({{"since", "2023"}});
  ASSERT_EQ(late.timelines(0).trend_size(), 1);
  EXPECT_EQ(late.timelines(0).trend(0).month(), "2023-05");
  EXPECT_EQ(late.timelines(0).trend(0).n(), 2);
  EXPECT_FALSE(late.targets(0).has_aggregates());
}

TEST(FilterTest, DropsWhatNoTimelineNamesAndCountsTheRest) {
  const v1::History part = FilterBy({{"label", "mixed"}});
  ASSERT_EQ(part.speakers_size(), 1);
  EXPECT_EQ(part.speakers(0).id(), "ana");
  ASSERT_EQ(part.articles_size(), 1);
  EXPECT_EQ(part.articles(0).id(), "a2");
  EXPECT_EQ(part.counts().observations(), 1);
  EXPECT_EQ(part.counts().shifts(), 0);
  EXPECT_THAT(part.warnings(), ElementsAre("w"));
  EXPECT_THAT(Ids(FilterBy({{"speaker", "nobody"}})), IsEmpty());
}

struct BadCase {
  std::string name, parameter, value, error;
};

class BadParameterTest : public testing::TestWithParam<BadCase> {};

TEST_P(BadParameterTest, IsNamed) {
  const auto filter = ParseFilter({{GetParam().parameter, GetParam().value}},
                                  kHistoryParameters);
  EXPECT_EQ(filter.status().message(), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Parameters, BadParameterTest,
    testing::Values(
        BadCase{"NoDate", "since", "May",
                "since: want YYYY[-MM[-DD]], found May"},
        BadCase{"NoSuchDay", "until", "2023-02-30",
                "until: want YYYY[-MM[-DD]], found 2023-02-30"},
        BadCase{"TimeOfDay", "since", "2023-02-03T10:00",
                "since: want YYYY[-MM[-DD]], found 2023-02-03T10:00"},
        BadCase{"NoLabel", "label", "pro",
                "label: want favor, against, mixed or none, found pro"},
        BadCase{"UnsetLabel", "label", "unspecified",
                "label: want favor, against, mixed or none, found "
                "unspecified"},
        BadCase{"Unknown", "speeker", "ana",
                "query: want target, speaker, since, until, outlet or label, "
                "found speeker"}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::cli
