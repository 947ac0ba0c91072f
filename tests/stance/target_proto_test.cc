#include "stance/target_proto.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "data/embedded.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

constexpr char kSmall[] = R"(# comment
name: "tulips"
question: "Should tulips be planted?"
object: "tulip"
object_side: TARGET_SIDE_FAVOR
favor { noun: "planting" on_object: ["plant", "put * in"] }
)";

TEST(ParseTargetTest, ReadsAllFields) {
  const auto target = ParseTarget("t.txtpb", kSmall);
  ASSERT_TRUE(target.ok()) << target.status();
  EXPECT_EQ(target->name, "tulips");
  EXPECT_EQ(target->object, std::vector<std::string>{"tulip"});
  EXPECT_EQ(target->object_side, 1);
  EXPECT_EQ(target->favor.noun, std::vector<std::string>{"planting"});
  EXPECT_EQ(target->favor.on_object.size(), 2u);
  EXPECT_TRUE(target->against.noun.empty());
}

TEST(ParseTargetTest, TopicIsObjectAndOutcomesUnlessListed) {
  const auto plain = ParseTarget("t.txtpb", kSmall);
  ASSERT_TRUE(plain.ok()) << plain.status();
  EXPECT_EQ(plain->topic, (std::vector<std::string>{"tulip", "planting"}));
  const auto listed =
      ParseTarget("t.txtpb", std::string(kSmall) + "topic: \"tulip bulb\"\n");
  ASSERT_TRUE(listed.ok()) << listed.status();
  EXPECT_EQ(listed->topic, std::vector<std::string>{"tulip bulb"});
}

TEST(ParseTargetTest, EveryShippedTargetIsValidAndNamedLikeItsFile) {
  int count = 0;
  for (const data::EmbeddedFile& file : data::EmbeddedFiles()) {
    if (!absl::StartsWith(file.name, "targets/")) continue;
    const auto target = ParseTarget(file.name, file.contents);
    ASSERT_TRUE(target.ok()) << target.status();
    EXPECT_EQ("targets/" + target->name + ".txtpb", file.name);
    ++count;
  }
  EXPECT_GE(count, 2);
}

struct BadTargetCase {
  std::string name, text, message;
};

class BadTargetTest : public testing::TestWithParam<BadTargetCase> {};

TEST_P(BadTargetTest, TellsPlaceWantedAndFound) {
  const auto target = ParseTarget("t.txtpb", GetParam().text);
  ASSERT_FALSE(target.ok());
  EXPECT_EQ(target.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(absl::StrContains(target.status().message(), GetParam().message))
      << target.status().message();
}

INSTANTIATE_TEST_SUITE_P(
    All, BadTargetTest,
    testing::ValuesIn(std::vector<BadTargetCase>{
        {"UnknownField", "name: \"x\"\ncolour: \"red\"\n", "t.txtpb:2: want"},
        {"NoName", "question: \"q\"\n",
         "want name of lower-case letters, digits and _, got none"},
        {"NameWithBlank", "name: \"a b\"\n", "t.txtpb:1: want name"},
        {"NoQuestion", "name: \"x\"\n", "want a question, got none"},
        {"NoObject", "name: \"x\"\nquestion: \"q\"\n",
         "want an object, got none"},
        {"NoSide", "name: \"x\"\nquestion: \"q\"\nobject: \"o\"\n",
         "want object_side"},
        {"EmptyObject",
         "name: \"x\"\nquestion: \"q\"\nobject_side: TARGET_SIDE_FAVOR\n"
         "object: \"a\"\nobject: \"\"\n",
         "t.txtpb:5: want a word or phrase, got \"\""},
        {"UpperCase",
         "name: \"x\"\nquestion: \"q\"\nobject_side: TARGET_SIDE_FAVOR\n"
         "object: \"a\"\nfavor {\n  noun: \"Exit\"\n}\n",
         "t.txtpb:6: want lower case, got \"Exit\""},
        {"GapAtTheEnd",
         "name: \"x\"\nquestion: \"q\"\nobject_side: TARGET_SIDE_FAVOR\n"
         "object: \"a *\"\n",
         "want a word on both sides of *"},
        {"NoTextFormat", "name = 1", "t.txtpb:1: want"},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
