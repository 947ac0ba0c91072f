#include "stance/scorer_image.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "data/load_lexicon.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/stance/scored_text.h"

namespace onrecord::stance {
namespace {

using testing::HasSubstr;

Target TargetNamed(const std::string& name, const std::string& outcome) {
  Target target;
  target.name = name;
  target.question = "Should it be done?";
  target.object = {"soldier"};
  target.object_side = -1;
  target.favor.on_object = {outcome};
  target.topic = {"soldier"};
  return target;
}

class ScorerImageTest : public testing::Test {
 protected:
  ScorerImageTest() {
    text::Lexicon::Builder builder;
    EXPECT_TRUE(data::AddEmbeddedWords(&builder).ok());
    RegisterWords(targets_, &builder);
    lexicon_ = builder.Build();
    image_ = ScorerImage(targets_, *lexicon_);
  }

  // What a scorer says of one statement.
  Stance Say(const StanceScorer& scorer, const std::string& words) const {
    const ScoredText read =
        ReadScoredText("“{q:" + words + "},” {c:said} {s:Lopez}.", *lexicon_);
    return scorer
        .Judge(*read.document, scorer.FindPlaces(*read.document),
               read.utterance)
        .stance;
  }

  const std::vector<Target> targets_ = {TargetNamed("leave", "withdraw"),
                                        TargetNamed("feed", "nourish")};
  std::unique_ptr<const text::Lexicon> lexicon_;
  std::string image_;
};

TEST_F(ScorerImageTest, ScoresAsIfMadeFromTheTables) {
  const auto compiled = ScorersFromImage(image_, targets_, nullptr).value();
  const auto made = MakeScorers(targets_, *lexicon_);
  ASSERT_EQ(compiled.size(), 2u);
  for (const char* words :
       {"We must withdraw the soldiers", "Never nourish the soldiers",
        "We refuse to withdraw the soldiers", "It rains"}) {
    for (size_t i = 0; i < compiled.size(); ++i) {
      const Stance ours = Say(compiled[i], words);
      const Stance theirs = Say(made[i], words);
      EXPECT_EQ(compiled[i].target_name(), targets_[i].name);
      EXPECT_EQ(ours.label, theirs.label) << words;
      EXPECT_EQ(ours.score, theirs.score) << words;
      ASSERT_EQ(ours.evidence.size(), theirs.evidence.size()) << words;
      for (size_t e = 0; e < ours.evidence.size(); ++e) {
        EXPECT_EQ(ours.evidence[e].rule, theirs.evidence[e].rule);
        EXPECT_EQ(ours.evidence[e].span, theirs.evidence[e].span);
      }
    }
  }
  EXPECT_EQ(Say(compiled[0], "We must withdraw the soldiers").label,
            StanceLabel::kFavor);
}

TEST_F(ScorerImageTest, GivesSomeOfItsTargets) {
  const auto scorers =
      ScorersFromImage(image_, {&targets_[1], 1}, nullptr).value();
  ASSERT_EQ(scorers.size(), 1u);
  EXPECT_EQ(scorers[0].target_name(), "feed");
}

TEST_F(ScorerImageTest, SameTargetsMakeTheSameBytes) {
  EXPECT_EQ(ScorerImage(targets_, *lexicon_), image_);
}

TEST_F(ScorerImageTest, SaysWhatIsMissing) {
  const auto other =
      ScorersFromImage(image_, {TargetNamed("stay", "stay")}, nullptr);
  EXPECT_EQ(other.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(other.status().message()),
              HasSubstr("want words of stay"));
  for (const size_t size : {size_t{0}, size_t{16}, image_.size() / 2}) {
    const auto cut =
        ScorersFromImage(image_.substr(0, size), targets_, nullptr);
    EXPECT_EQ(cut.status().code(), absl::StatusCode::kDataLoss) << size;
  }
}

}  // namespace
}  // namespace onrecord::stance
