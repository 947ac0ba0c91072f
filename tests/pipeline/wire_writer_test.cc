#include "pipeline/wire_writer.h"

#include <functional>
#include <limits>
#include <string>

#include "gtest/gtest.h"
#include "proto/record.pb.h"

namespace onrecord::pipeline {
namespace {

using Quote = v1::Quote;

// Fields that were written by hand, and the message that protobuf makes of the
// same values.
struct WireCase {
  const char* name;
  std::function<void(WireWriter*)> write;
  std::function<void(Quote*)> fill;
};

class WireWriterTest : public testing::TestWithParam<WireCase> {};

TEST_P(WireWriterTest, WritesTheBytesOfProtobuf) {
  Quote message;
  GetParam().fill(&message);
  // Too small, so that it has to grow, and large enough.
  for (size_t expected_bytes : {0, 1, 20, 10000}) {
    WireWriter writer(expected_bytes);
    GetParam().write(&writer);
    EXPECT_EQ(writer.bytes(), message.SerializeAsString()) << expected_bytes;
  }
}

void PutNumber(int32_t number, WireWriter* out) {
  out->Int(Quote::kSpeakerFieldNumber, number);
}

const WireCase kCases[] = {
    {"Nothing", [](WireWriter*) {}, [](Quote*) {}},
    {"DefaultsAreLeftOut",
     [](WireWriter* out) {
       out->Int(Quote::kTurnFieldNumber, false);
       out->Double(v1::Attribution::kConfidenceFieldNumber, 0);
       out->String(Quote::kIdFieldNumber, "");
     },
     [](Quote*) {}},
    {"WhatIsPresentIsNot",
     [](WireWriter* out) {
       out->AnyInt(Quote::kSpeakerFieldNumber, 0);
       out->Message(Quote::kAttributionFieldNumber, [] {});
       out->AnyString(Quote::kIdFieldNumber, "x");
     },
     [](Quote* quote) {
       quote->set_speaker(0);
       quote->mutable_attribution();
       quote->set_id("x");
     }},
    {"OneByteNumber", [](WireWriter* out) { PutNumber(127, out); },
     [](Quote* quote) { quote->set_speaker(127); }},
    {"TwoByteNumber", [](WireWriter* out) { PutNumber(128, out); },
     [](Quote* quote) { quote->set_speaker(128); }},
    {"LargestNumber",
     [](WireWriter* out) {
       PutNumber(std::numeric_limits<int32_t>::max(), out);
     },
     [](Quote* quote) {
       quote->set_speaker(std::numeric_limits<int32_t>::max());
     }},
    {"NegativeNumber", [](WireWriter* out) { PutNumber(-1, out); },
     [](Quote* quote) { quote->set_speaker(-1); }},
    {"LongString",
     [](WireWriter* out) {
       out->String(Quote::kTextFieldNumber, std::string(300, 'a'));
       out->String(Quote::kIdFieldNumber, std::string(127, 'b'));
     },
     [](Quote* quote) {
       quote->set_text(std::string(300, 'a'));
       quote->set_id(std::string(127, 'b'));
     }},
    {"MessagesInMessages",
     [](WireWriter* out) {
       out->Message(Quote::kAttributionFieldNumber, [out] {
         out->Double(v1::Attribution::kConfidenceFieldNumber, -0.0);
         out->Message(v1::Attribution::kMentionFieldNumber, [out] {
           out->String(v1::SpeakerMention::kTextFieldNumber,
                       std::string(200, 'c'));
         });
       });
     },
     [](Quote* quote) {
       quote->mutable_attribution()->set_confidence(-0.0);
       quote->mutable_attribution()->mutable_mention()->set_text(
           std::string(200, 'c'));
     }},
    {"PairsOfIntegers",
     [](WireWriter* out) {
       out->IntPair(Quote::kSaidEvidenceFieldNumber, 0, 0);
       out->IntPair(Quote::kContentFieldNumber, 300, -1);
       out->IntPair(Quote::kContentFieldNumber, 0, 7);
     },
     [](Quote* quote) {
       quote->add_content()->set_end(7);
       quote->add_content()->set_begin(300);
       quote->mutable_content(1)->set_end(-1);
       quote->mutable_said_evidence();
     }},
};

INSTANTIATE_TEST_SUITE_P(Cases, WireWriterTest, testing::ValuesIn(kCases),
                         [](const testing::TestParamInfo<WireCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(WireWriterTagTest, FieldsFrom16HaveLongerTags) {
  WireWriter writer(0);
  writer.Int(16, 1);
  EXPECT_EQ(writer.bytes(), "\x80\x01\x01");
}

}  // namespace
}  // namespace onrecord::pipeline
