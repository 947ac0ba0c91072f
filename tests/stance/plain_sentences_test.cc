// What anybody reads in one way must not be lost between the two opinions, in
// whatever frame it stands.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "data/compiled.h"
#include "data/embedded.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "stance/opinion.h"
#include "tests/stance/scored_text.h"

namespace onrecord::stance {
namespace {

struct Plain {
  std::string words, label;
};

constexpr const char* kFrames[] = {
    "“{q:$0},” said {s:Bo Ek}.",
    "“{q:$0},” {s:Ana Lopez} {c:told} reporters on Monday.",
    "“{q:$0},” {s:the president} {c:said}.",
};

const OpinionModel* Opinions() {
  static const auto* const model =
      new OpinionModel(*OpinionModel::FromImage(data::OpinionImage()));
  return model;
}

void ExpectInAllFrames(const TestScorer& scorer, const Plain& plain) {
  for (const char* frame : kFrames) {
    const std::string text = absl::Substitute(frame, plain.words);
    const Stance stance = scorer.Score(text);
    EXPECT_EQ(LabelName(stance.label), plain.label) << text;
    EXPECT_THAT(stance.evidence, testing::Not(testing::IsEmpty())) << text;
  }
}

class PlainTroopsTest : public testing::TestWithParam<Plain> {};

TEST_P(PlainTroopsTest, IsReadAsItIsMeant) {
  static const auto* const scorer = new TestScorer(
      data::EmbeddedContents("targets/troop_withdrawal.txtpb"), Opinions());
  ExpectInAllFrames(*scorer, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Favor, PlainTroopsTest,
    testing::ValuesIn(std::vector<Plain>{
        {"We want the troops to leave in May", "FAVOR"},
        {"The foreign soldiers must go home", "FAVOR"},
        {"We will withdraw all our soldiers by June", "FAVOR"},
        {"The presence of foreign troops is no longer needed", "FAVOR"},
        {"We demand an immediate withdrawal", "FAVOR"},
        {"The soldiers cannot stay for ever", "FAVOR"},
        {"Bring our troops home now", "FAVOR"},
        {"It would be a mistake to keep the foreign troops here", "FAVOR"},
        {"Foreign troops are not welcome here", "FAVOR"},
        {"I support a withdrawal of foreign troops", "FAVOR"},
        {"We reject the presence of foreign troops", "FAVOR"},
        {"I would vote for a withdrawal of the troops", "FAVOR"},
        {"They are no friends of ours and the troops should leave", "FAVOR"},
        {"The troops are not our friends and should not stay", "FAVOR"},
        {"The mission must not go on after this year", "FAVOR"},
        {"The foreign bases should be closed", "FAVOR"},
        {"We want fewer foreign troops", "FAVOR"},
        {"We will end our military mission in Teldor", "FAVOR"},
        {"We want the mission to end", "FAVOR"},
        {"Foreign soldiers, leave our country", "FAVOR"},
    }));

INSTANTIATE_TEST_SUITE_P(
    Against, PlainTroopsTest,
    testing::ValuesIn(std::vector<Plain>{
        {"The troops must stay", "AGAINST"},
        {"We need the coalition forces here", "AGAINST"},
        {"I oppose the withdrawal of the mission", "AGAINST"},
        {"I oppose a withdrawal of foreign forces", "AGAINST"},
        {"We have no plans to withdraw our forces", "AGAINST"},
        {"A pullout now would be a disaster", "AGAINST"},
        {"It would be a mistake to withdraw the troops", "AGAINST"},
        {"We support the presence of foreign troops", "AGAINST"},
        {"I would vote against a withdrawal of the troops", "AGAINST"},
        {"The troops should never leave", "AGAINST"},
        {"The war is not over and the troops should stay", "AGAINST"},
        {"The mission must not end this year", "AGAINST"},
        {"The foreign bases should be kept", "AGAINST"},
        {"Keep our troops in Lestria", "AGAINST"},
        {"We will keep our soldiers in Teldor", "AGAINST"},
        {"We want the mission to continue", "AGAINST"},
        {"We ask the soldiers not to leave us", "AGAINST"},
    }));

// The target file that docs/adding_a_target.md begins with.
constexpr char kNuclearExit[] = R"(
name: "nuclear_exit"
question: "Should nuclear power be given up?"
object: ["nuclear plant", "nuclear power", "reactor", "atomic power"]
object_side: TARGET_SIDE_AGAINST
)";

class PlainNewTargetTest : public testing::TestWithParam<Plain> {};

TEST_P(PlainNewTargetTest, IsReadAsItIsMeant) {
  static const auto* const scorer = new TestScorer(kNuclearExit, Opinions());
  ExpectInAllFrames(*scorer, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    All, PlainNewTargetTest,
    testing::ValuesIn(std::vector<Plain>{
        {"Our industry needs nuclear power", "AGAINST"},
        {"It would be a mistake to keep these nuclear plants", "FAVOR"},
        {"It would be a mistake to give up these nuclear plants", "AGAINST"},
        {"I oppose nuclear power", "FAVOR"},
        {"I support nuclear power", "AGAINST"},
        {"The reactors must be kept", "AGAINST"},
    }));

}  // namespace
}  // namespace onrecord::stance
