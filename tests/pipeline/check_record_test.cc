#include "pipeline/check_record.h"

#include <google/protobuf/text_format.h>

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

using google::protobuf::TextFormat;

// `change` is put into (or behind) a record that is good.
struct RecordCase {
  std::string name;
  std::string change;
  std::string error;  // Empty: good.
};

class CheckRecordTest : public testing::TestWithParam<RecordCase> {};

// The text has a two-byte letter at 1.
constexpr char kGood[] = R"pb(
  article { id: "a1" published: "2024-02-01" text: "Né: no, no" }
  speakers { name: "Né" }
)pb";

TEST_P(CheckRecordTest, NamesWhatIsWrong) {
  v1::ArticleRecord record;
  ASSERT_TRUE(TextFormat::ParseFromString(kGood + GetParam().change, &record));
  const absl::Status status = CheckRecord(record);
  EXPECT_EQ(std::string(status.message()), GetParam().error);
  EXPECT_EQ(status.ok(), GetParam().error.empty());
}

std::string Quote(const std::string& fields) {
  return "quotes { id: 'a1#1' kind: QUOTE_KIND_DIRECT channel: CHANNEL_PUBLIC "
         "form: FORM_QUOTED " +
         fields + " }";
}

INSTANTIATE_TEST_SUITE_P(
    Records, CheckRecordTest,
    testing::Values(
        RecordCase{"Good", Quote("content { begin: 5 end: 7 }"), ""},
        RecordCase{"NoContent", Quote(""),
                   "a1#1: content: want a span, found none"},
        RecordCase{"OutsideTheText", Quote("content { begin: 5 end: 12 }"),
                   "a1#1: content: want a span inside 11 bytes, found 5-12"},
        RecordCase{"InsideACharacter", Quote("content { begin: 2 end: 4 }"),
                   "a1#1: content: want a span on code-point edges, found "
                   "2-4"},
        RecordCase{"Backwards", Quote("content { begin: 7 end: 5 }"),
                   "a1#1: content: want 0 <= begin <= end, found 7-5"},
        RecordCase{"Overlap",
                   Quote("content { begin: 5 end: 7 } content { begin: 6 end: "
                         "8 }"),
                   "a1#1: content: want spans in order, found an overlap"},
        RecordCase{"Context",
                   Quote("content { begin: 5 end: 7 } context: 'no, no' "
                         "context_begin: 5"),
                   ""},
        RecordCase{"ContextElsewhere",
                   Quote("content { begin: 5 end: 7 } context: 'no, no' "
                         "context_begin: 4"),
                   "a1#1: context_begin: want where the context stands in the "
                   "text, found 4"},
        RecordCase{"ContextBehindTheText",
                   Quote("content { begin: 5 end: 7 } context: 'no, no' "
                         "context_begin: 40"),
                   "a1#1: context_begin: want where the context stands in the "
                   "text, found 40"},
        RecordCase{"SpeakerNowhere",
                   Quote("content { begin: 5 end: 7 } speaker: 1"),
                   "a1#1: speaker: want an index below 1, found 1"},
        RecordCase{"NoSuchDay",
                   Quote("content { begin: 5 end: 7 } said: '2024-02-31'"),
                   "a1#1: said: want a date YYYY[-MM[-DD]], found 2024-02-31"},
        RecordCase{"PositionWithoutEvidence",
                   Quote("content { begin: 5 end: 7 } stances { label: "
                         "STANCE_LABEL_FAVOR }"),
                   "a1#1: stance: want evidence for a position, found none"},
        RecordCase{"AbstainedWithoutEvidence",
                   Quote("content { begin: 5 end: 7 } stances { label: "
                         "STANCE_LABEL_NONE }"),
                   ""},
        RecordCase{"NoKind",
                   "quotes { id: 'a1#1' content { end: 1 } channel: "
                   "CHANNEL_PUBLIC form: FORM_QUOTED }",
                   "a1#1: kind: want a value, found UNSPECIFIED"}),
    [](const auto& info) { return info.param.name; });

constexpr char kHistory[] = R"pb(
  targets { name: "pears" }
  speakers { id: "lopez" }
  timelines {
    target: "pears"
    speaker_id: "lopez"
    speaker_name: "Lopez"
    observations {
      id: "o1"
      said: "2024"
      sources { article_id: "a1" }
    }
  }
  articles { id: "a1" }
  counts { articles: 1 observations: 1 }
)pb";

v1::History ParseHistory() {
  v1::History history;
  EXPECT_TRUE(TextFormat::ParseFromString(kHistory, &history));
  return history;
}

TEST(CheckHistoryTest, AcceptsAGoodOne) {
  EXPECT_EQ(CheckHistory(ParseHistory()), absl::OkStatus());
}

TEST(CheckHistoryTest, ShiftsCiteObservations) {
  v1::History history = ParseHistory();
  history.mutable_timelines(0)->add_shifts()->add_after_ids("o9");
  EXPECT_EQ(CheckHistory(history).message(),
            "pears of Lopez: shifts and splits: want ids of its observations, "
            "found o9");
}

TEST(CheckHistoryTest, ObservationsAreInOrder) {
  v1::History history = ParseHistory();
  *history.mutable_timelines(0)->add_observations() =
      history.timelines(0).observations(0);
  history.mutable_timelines(0)->mutable_observations(1)->set_said("2023");
  EXPECT_EQ(CheckHistory(history).message(),
            "pears of Lopez: observations: want the order of dates, found "
            "2023 after 2024");
}

TEST(CheckHistoryTest, NoticesWhatWasCutOff) {
  v1::History history = ParseHistory();
  history.clear_counts();
  EXPECT_EQ(CheckHistory(history).message(),
            "counts: articles: want 0, found 1");
  history = ParseHistory();
  history.clear_speakers();
  EXPECT_EQ(CheckHistory(history).message(),
            "timelines: speaker_id: want one of the speakers, found lopez");
}

}  // namespace
}  // namespace onrecord::pipeline
