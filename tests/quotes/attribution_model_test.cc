#include "quotes/attribution_model.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

struct ParseCase {
  std::string name;
  std::string tsv;
  std::string error;  // Empty: it parses.
};

class ParseTest : public testing::TestWithParam<ParseCase> {};

TEST_P(ParseTest, SaysWhereALineIsWrong) {
  const auto model = AttributionModel::Parse("w.tsv", GetParam().tsv);
  EXPECT_EQ(std::string(model.status().message()), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    All, ParseTest,
    testing::ValuesIn(std::vector<ParseCase>{
        {"Empty", "", ""},
        {"Comment", "# nothing\n\n", ""},
        {"OneField", "rule\t1\t0.50\n", ""},
        {"TwoFields", "# x\nrule*cue_class\t1/2\t-0.50\n", ""},
        {"TwoColumns", "# x\nrule\t1\n",
         "w.tsv:2: want 1 values and a weight, got \"rule\t1\""},
        {"UnknownTemplate", "rule*mood\t1/1\t0.50\n",
         "w.tsv:1: want a feature template, got \"rule*mood\""},
        {"TooFewValues", "rule*cue_class\t1\t0.50\n",
         "w.tsv:1: want 2 values and a weight, got "
         "\"rule*cue_class\t1\t0.50\""},
        {"ValueTooLarge", "rule\t24\t0.50\n",
         "w.tsv:1: want 1 values and a weight, got "
         "\"rule\t24\t0.50\""},
        {"NoWeight", "rule\t1\tmuch\n",
         "w.tsv:1: want 1 values and a weight, got \"rule\t1\tmuch\""},
    }),
    [](const auto& info) { return info.param.name; });

TEST(AttributionModelTest, AddsUpTheWeightsOfACandidate) {
  const auto model = AttributionModel::Parse(
      "w.tsv", "rule\t1\t0.50\nrule*cue_class\t1/2\t0.25\nrule\t3\t9.00\n");
  ASSERT_TRUE(model.ok()) << model.status();
  Candidate candidate;
  candidate[Field::kRule] = 1;
  EXPECT_FLOAT_EQ(model->Score(candidate), 0.5f);
  candidate[Field::kCueClass] = 2;
  EXPECT_FLOAT_EQ(model->Score(candidate), 0.75f);
  candidate[Field::kRule] = 2;
  EXPECT_FLOAT_EQ(model->Score(candidate), 0.0f);
}

TEST(AttributionModelTest, FeaturesAreThePositionsOfTheScore) {
  auto model = AttributionModel::Parse("w.tsv", "rule*say\t1/1\t0.50\n");
  ASSERT_TRUE(model.ok()) << model.status();
  Candidate candidate;
  candidate[Field::kRule] = 1;
  candidate[Field::kSay] = 1;
  std::vector<uint32_t> features;
  model->FeaturesOf(candidate, &features);
  float sum = 0;
  for (uint32_t f : features) sum += model->weights()[f];
  EXPECT_FLOAT_EQ(sum, 0.5f);
  EXPECT_FLOAT_EQ(sum, model->Score(candidate));
}

TEST(AttributionModelTest, WritesWhatItReads) {
  const std::string tsv = BuiltInModel().ToTsv(0.005f);
  EXPECT_TRUE(absl::StartsWith(tsv, "rule\t"));
  const auto again = AttributionModel::Parse("again.tsv", tsv);
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(again->ToTsv(0.005f), tsv);
}

TEST(AttributionModelTest, LeavesOutSmallWeights) {
  const auto model =
      AttributionModel::Parse("w.tsv", "rule\t1\t0.50\nrule\t2\t0.02\n");
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_EQ(model->ToTsv(0.03f), "rule\t1\t0.50\n");
}

TEST(AttributionModelTest, AnImageHoldsTheSameWeights) {
  const auto model =
      AttributionModel::Parse("w.tsv", "rule\t1\t0.50\nrule*say\t1/1\t-1.25\n");
  const std::string image = model->Image();
  auto again = AttributionModel::FromImage(image);
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(again->ToTsv(0.01f), model->ToTsv(0.01f));
  EXPECT_TRUE(again->weights().empty());
  EXPECT_EQ(again->Image(), image);
}

TEST(AttributionModelTest, AnImageOfOtherTemplatesIsRefused) {
  std::string image = AttributionModel().Image();
  EXPECT_FALSE(AttributionModel::FromImage("").ok());
  EXPECT_FALSE(
      AttributionModel::FromImage(image.substr(0, image.size() - 4)).ok());
  ++image[8];
  EXPECT_TRUE(
      absl::StartsWith(AttributionModel::FromImage(image).status().message(),
                       "weights image: want "));
}

}  // namespace
}  // namespace onrecord::quotes
