// Files that version 0.1.0 wrote from data/sample: they can be read for ever.
// tests/golden/v1 never changes.
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/check_record.h"
#include "pipeline/record_file.h"
#include "proto/history.pb.h"
#include "proto/record.pb.h"

namespace onrecord::pipeline {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using testing::ElementsAre;

std::string ReadV1(const std::string& name) {
  std::ifstream file("tests/golden/v1/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Where today's schema does not know a field: "History.timelines.trend: 7".
std::vector<std::string> UnknownFields(const Message& message) {
  const google::protobuf::Reflection& all = *message.GetReflection();
  std::vector<std::string> places;
  for (int i = 0; i < all.GetUnknownFields(message).field_count(); ++i) {
    places.push_back(
        absl::StrCat(message.GetTypeName(), ": ",
                     all.GetUnknownFields(message).field(i).number()));
  }
  std::vector<const FieldDescriptor*> fields;
  all.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    const int count = field->is_repeated() ? all.FieldSize(message, field) : 1;
    for (int i = 0; i < count; ++i) {
      const auto inner = UnknownFields(
          field->is_repeated() ? all.GetRepeatedMessage(message, field, i)
                               : all.GetMessage(message, field));
      places.insert(places.end(), inner.begin(), inner.end());
    }
  }
  return places;
}

TEST(V1Test, RecordFileIsAStreamWithGoodChecksums) {
  const std::string bytes = ReadV1("records.binpb");
  google::protobuf::io::ArrayInputStream stream(bytes.data(),
                                                static_cast<int>(bytes.size()));
  RecordFileReader reader(&stream, "records.binpb");
  v1::ArticleRecord record;
  int quotes = 0;
  while (true) {
    const auto more = reader.Next(&record);
    ASSERT_TRUE(more.ok()) << more.status();
    if (!*more) break;
    EXPECT_EQ(CheckRecord(record), absl::OkStatus());
    quotes += record.quotes_size();
  }
  EXPECT_EQ(reader.records(), 12);
  EXPECT_EQ(quotes, 178);
}

TEST(V1Test, RecordFileIsOneMessageThatSaysTheSame) {
  v1::RecordFile file;
  ASSERT_TRUE(file.ParseFromString(ReadV1("records.binpb")));
  EXPECT_THAT(UnknownFields(file), ElementsAre());
  ASSERT_EQ(file.records_size(), 12);
  const v1::ArticleRecord& record = file.records(0);
  EXPECT_EQ(record.article().id(), "a05");
  EXPECT_EQ(record.article().outlet(), "Brezin Dispatch");
  EXPECT_EQ(record.article().published(), "2022-07-16");
  const v1::Quote& quote = record.quotes(0);
  EXPECT_EQ(quote.id(), "a05#1");
  EXPECT_EQ(quote.kind(), v1::QUOTE_KIND_DIRECT);
  EXPECT_EQ(quote.content_size(), 3);
  EXPECT_EQ(record.article().text().substr(
                quote.content(0).begin(),
                quote.content(0).end() - quote.content(0).begin()),
            "I have buried thirty-one soldiers of this mission, and I have "
            "been asked by their parents whether it was worth it.");
  EXPECT_EQ(quote.attribution().speaker_name(), "Dragomir Velkov");
  EXPECT_EQ(quote.attribution().speaker_id(), "dragumir-vilkuv");
  EXPECT_EQ(quote.attribution().rule(), "lead_in");
  EXPECT_EQ(quote.speaker(), 6);
  EXPECT_EQ(quote.said(), "2022-07-16");
  EXPECT_EQ(quote.channel(), v1::CHANNEL_PUBLIC);
  EXPECT_EQ(quote.form(), v1::FORM_QUOTED);
  ASSERT_EQ(quote.stances_size(), 2);
  EXPECT_EQ(quote.stances(1).target(), "troop_withdrawal");
  EXPECT_EQ(quote.stances(1).label(), v1::STANCE_LABEL_NONE);
}

TEST(V1Test, HistorySaysTheSame) {
  v1::History history;
  ASSERT_TRUE(history.ParseFromString(ReadV1("history.binpb")));
  EXPECT_THAT(UnknownFields(history), ElementsAre());
  EXPECT_EQ(CheckHistory(history), absl::OkStatus());
  EXPECT_EQ(history.header().format(), "onrecord.history.v1");
  EXPECT_EQ(history.header().generator(), "0.1.0");
  EXPECT_EQ(history.header().half_life_days(), 180);
  EXPECT_EQ(history.counts().articles(), 12);
  EXPECT_EQ(history.counts().quotes(), 178);
  EXPECT_EQ(history.counts().observations(), 60);
  EXPECT_EQ(history.speakers_size(), 14);
  std::vector<std::string> shifts;
  for (const v1::Timeline& timeline : history.timelines()) {
    for (const v1::Shift& shift : timeline.shifts()) {
      shifts.push_back(absl::StrCat(
          timeline.speaker_name(), " ", v1::StanceLabel_Name(shift.from()), " ",
          v1::StanceLabel_Name(shift.to()), " ", shift.by()));
    }
  }
  EXPECT_THAT(
      shifts,
      ElementsAre("Claire Whitcombe STANCE_LABEL_AGAINST STANCE_LABEL_MIXED "
                  "2023-05-16",
                  "Dragomir Velkov STANCE_LABEL_AGAINST STANCE_LABEL_FAVOR "
                  "2023-05-18",
                  "Zoran Miresh STANCE_LABEL_FAVOR STANCE_LABEL_AGAINST "
                  "2022-07-16"));
  const v1::Observation& first = history.timelines(0).observations(0);
  EXPECT_EQ(first.text(), "for as long as the Night Banner does");
  EXPECT_EQ(first.stance().label(), v1::STANCE_LABEL_AGAINST);
  EXPECT_FALSE(first.stance().evidence().empty());
  EXPECT_FALSE(first.sources(0).outlet().empty());
}

}  // namespace
}  // namespace onrecord::pipeline
