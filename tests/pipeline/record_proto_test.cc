#include "pipeline/record_proto.h"

#include <google/protobuf/text_format.h>

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/message_text.h"

namespace onrecord::pipeline {
namespace {

using google::protobuf::TextFormat;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A record with every field set to something other than its default.
constexpr char kFull[] = R"pb(
  article {
    id: "a1"
    url: "https://wire.example/1"
    title: "Pears"
    outlet: "Wire"
    published: "2024-02-01"
    date_source: DATE_SOURCE_PAGE
    text: "Lopez said: No"
    content_sha256: "00ff"
    source: "a.txt"
    warnings: "a.txt: 2 bytes were not UTF-8"
  }
  quotes {
    id: "a1#1"
    kind: QUOTE_KIND_MIXED
    content { begin: 12 end: 14 }
    text: "No"
    context: "Lopez said: No"
    context_begin: 3
    attribution {
      mention {
        span { end: 5 }
        text: "Lopez"
        kind: MENTION_KIND_PRONOUN
        name { end: 5 }
        role { begin: 1 end: 2 }
        gender: GENDER_FEMALE
        plural: true
      }
      cue { begin: 6 end: 10 }
      speaker_id: "ana-lupiz"
      speaker_name: "Ana Lopez"
      confidence: 0.5
      rule: "colon"
      runner_up {
        span { begin: 2 end: 3 }
        text: "Ruiz"
        confidence: 0.25
        rule: "near"
      }
    }
    speaker: 1
    said: "2024-01"
    said_evidence { begin: 1 end: 3 }
    said_words: "op"
    channel: CHANNEL_PRIVATE
    channel_evidence { begin: 2 end: 4 }
    channel_words: "pe"
    form: FORM_REPORTED
    stances {
      target: "pears"
      label: STANCE_LABEL_AGAINST
      score: -0.5
      confidence: 0.25
      act: ACT_REFUSE
      modality: MODALITY_CONDITIONAL
      negated: true
      condition: "if it rains"
      human: true
      second_opinion: true
      on_topic: true
      evidence {
        span { begin: 12 end: 14 }
        rule: "negation:no"
        weight: -1
      }
    }
    unterminated: true
    turn: true
  }
  speakers { kind: MENTION_KIND_GROUP }
  speakers {
    id: "ana-lupiz"
    name: "Ana Lopez"
    kind: MENTION_KIND_NAME
    gender: GENDER_FEMALE
    aliases: "Ana Lopez"
    aliases: "Lopez"
    plural: true
    roles: "mayor"
  }
  reported_shifts {
    speaker: 1
    reiterated: true
    when: "2023"
    sentence: "She has never changed."
  }
  errors: "a.jsonl:3: want JSON, found a"
  config_sha256: "abcd"
)pb";

v1::ArticleRecord Parse(const std::string& text) {
  v1::ArticleRecord record;
  EXPECT_TRUE(TextFormat::ParseFromString(text, &record));
  return record;
}

// Fields that no test value covers would get lost unnoticed.
void ExpectEveryFieldSet(const google::protobuf::Message& message) {
  const auto* descriptor = message.GetDescriptor();
  const auto* reflection = message.GetReflection();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const auto* field = descriptor->field(i);
    if (field->is_repeated()) {
      EXPECT_GT(reflection->FieldSize(message, field), 0) << field->full_name();
      if (field->message_type() != nullptr) {
        const int last = reflection->FieldSize(message, field) - 1;
        ExpectEveryFieldSet(
            reflection->GetRepeatedMessage(message, field, last));
      }
      continue;
    }
    // A span may start at 0.
    if (field->name() == "begin") continue;
    EXPECT_TRUE(reflection->HasField(message, field)) << field->full_name();
    if (field->message_type() != nullptr) {
      ExpectEveryFieldSet(reflection->GetMessage(message, field));
    }
  }
}

TEST(RecordProtoTest, TheTestRecordHasEveryField) {
  ExpectEveryFieldSet(Parse(kFull));
}

TEST(RecordProtoTest, EveryFieldSurvivesTheWayThereAndBack) {
  const v1::ArticleRecord record = Parse(kFull);
  EXPECT_EQ(ToTextproto(ToProto(FromProto(record))), ToTextproto(record));
}

TEST(RecordProtoTest, TheBytesAreThoseOfProtobuf) {
  const std::string full = Parse(kFull).SerializeAsString();
  EXPECT_EQ(ToWire(FromProto(Parse(kFull))), full);
  const ArticleRecord empty;
  EXPECT_EQ(ToWire(empty), ToProto(empty).SerializeAsString());
}

TEST(RecordProtoTest, RepeatedFieldsKeepTheirOrderAndTheirEmptyElements) {
  v1::ArticleRecord record = Parse(kFull);
  record.mutable_article()->add_warnings("");
  record.mutable_article()->add_warnings("w");
  *record.add_quotes() = record.quotes(0);
  v1::Quote* second = record.mutable_quotes(1);
  second->set_id("a1#2");
  second->set_speaker(0);
  second->add_content();
  second->add_content()->set_end(1);
  second->mutable_attribution()->clear_speaker_id();
  second->mutable_attribution()->clear_speaker_name();
  *second->add_stances() = second->stances(0);
  second->mutable_stances(1)->add_evidence()->mutable_span();
  *record.add_reported_shifts() = record.reported_shifts(0);
  record.mutable_reported_shifts(1)->clear_speaker();
  record.add_errors("e");
  EXPECT_EQ(ToTextproto(ToProto(FromProto(record))), ToTextproto(record));
  EXPECT_EQ(ToWire(FromProto(record)), record.SerializeAsString());
}

TEST(RecordProtoTest, AnIndexThatPointsNowhereIsNobody) {
  v1::ArticleRecord record = Parse(kFull);
  record.mutable_quotes(0)->set_speaker(7);
  record.mutable_reported_shifts(0)->set_speaker(-2);
  const ArticleRecord native = FromProto(record);
  EXPECT_EQ(native.quotes[0].speaker, -1);
  EXPECT_THAT(native.reported_shift_speakers, ElementsAre(-1));
}

TEST(RecordProtoTest, UnknownValuesOfLaterVersionsBecomeDefaults) {
  v1::ArticleRecord record = Parse(kFull);
  record.mutable_quotes(0)->set_channel(static_cast<v1::Channel>(77));
  EXPECT_EQ(FromProto(record).quotes[0].channel, stance::Channel::kPublic);
}

TEST(RecordProtoTest, JsonHasTheNamesThatOthersRead) {
  const std::string json = ToJsonLine(Parse(kFull));
  for (const char* part :
       {R"("article":{"id":"a1")", R"("kind":"QUOTE_KIND_MIXED")",
        R"("content":[{"begin":12,"end":14}])",
        R"("mention":{"span":{"end":5},"text":"Lopez")",
        R"("speakerId":"ana-lupiz")", R"("speakerName":"Ana Lopez")",
        R"("said":"2024-01")", R"("channel":"CHANNEL_PRIVATE")",
        R"("stances":[{"target":"pears","label":"STANCE_LABEL_AGAINST")"}) {
    EXPECT_THAT(json, HasSubstr(part));
  }
  EXPECT_THAT(json, Not(HasSubstr("\n")));
}

TEST(RecordProtoTest, JsonReadsBackTheSame) {
  v1::ArticleRecord back;
  ASSERT_TRUE(FromJson(ToJsonLine(Parse(kFull)), &back).ok());
  EXPECT_EQ(ToTextproto(back), ToTextproto(Parse(kFull)));
  EXPECT_EQ(FromJson("{", &back).code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace onrecord::pipeline
