#include "stance/opinion.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "data/compiled.h"
#include "data/embedded.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "stance/check_target.h"
#include "tests/stance/scored_text.h"

namespace onrecord::stance {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

OpinionModel Model(const std::string& tsv) {
  auto model = OpinionModel::Parse("w.tsv", tsv);
  EXPECT_TRUE(model.ok()) << model.status();
  return *std::move(model);
}

std::vector<OpinionFeature> Features() {
  return {{"w=leave", {0, 5}, 1, true},
          {"w=here", {6, 10}, .5, true},
          {"w=of", {11, 13}, 1, false},
          {"len=0", {}, 1, false}};
}

TEST(OpinionModelTest, AddsUpWeights) {
  const OpinionModel model =
      Model("# a comment\nw=leave\t2\t-1\t0\nw=here\t1\t0\t0\n");
  const Opinion opinion = model.Judge("t", Features());
  EXPECT_EQ(opinion.label, StanceLabel::kFavor);
  // exp(2.5) against 1 + exp(-1) + 1.
  EXPECT_NEAR(opinion.probability[1], .837, .001);
  EXPECT_NEAR(opinion.probability[0] + opinion.probability[1] +
                  opinion.probability[2] + opinion.probability[3],
              1, 1e-9);
  ASSERT_EQ(opinion.evidence.size(), 2u);
  EXPECT_EQ(opinion.evidence[0].rule, "opinion:w=leave");
  EXPECT_EQ(opinion.evidence[0].span, (text::Span{0, 5}));
  EXPECT_GT(opinion.evidence[0].weight, opinion.evidence[1].weight);
}

TEST(OpinionModelTest, EvidenceAgainstIsNegative) {
  const Opinion opinion = Model("w=leave\t0\t3\t0\n").Judge("t", Features());
  EXPECT_EQ(opinion.label, StanceLabel::kAgainst);
  ASSERT_EQ(opinion.evidence.size(), 1u);
  EXPECT_LT(opinion.evidence[0].weight, 0);
}

TEST(OpinionModelTest, FunctionWordsAreNoEvidence) {
  const Opinion opinion = Model("w=of\t0\t3\t0\n").Judge("t", Features());
  EXPECT_EQ(opinion.label, StanceLabel::kAgainst);
  EXPECT_THAT(opinion.evidence, IsEmpty());
}

TEST(OpinionModelTest, RowsOfATargetCountForItAlone) {
  const OpinionModel model = Model("t|w=leave\t2\t0\t0\n");
  EXPECT_EQ(model.Judge("t", Features()).label, StanceLabel::kFavor);
  EXPECT_EQ(model.Judge("u", Features()).label, StanceLabel::kNone);
  const OpinionModel bias = Model("t|bias\t0\t0\t4\n");
  EXPECT_EQ(bias.Judge("t", {}).label, StanceLabel::kMixed);
  EXPECT_EQ(bias.Judge("u", {}).label, StanceLabel::kNone);
}

TEST(OpinionModelTest, AnImageIsTheSameModel) {
  const OpinionModel model = Model("b\t1\t0\t0\nw=leave\t0\t0\t3\n");
  std::string image = model.Image();
  alignas(8) static char bytes[1024];
  ASSERT_LT(image.size(), sizeof(bytes));
  std::copy(image.begin(), image.end(), bytes);
  const auto read = OpinionModel::FromImage({bytes, image.size()});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->Judge("t", Features()).label, StanceLabel::kMixed);
  EXPECT_FALSE(OpinionModel::FromImage({bytes, image.size() - 1}).ok());
}

TEST(OpinionModelTest, NamesWhatIsWrongWithATable) {
  EXPECT_EQ(OpinionModel::Parse("w.tsv", "# x\na\t1\t2\n").status().message(),
            "w.tsv:2: want 4 columns, got 3");
  EXPECT_EQ(OpinionModel::Parse("w.tsv", "a\t1\tx\t2\n").status().message(),
            "w.tsv:1: want a number, got x");
  EXPECT_EQ(OpinionModel::Parse("w.tsv", "a\t1\tinf\t2\n").status().message(),
            "w.tsv:1: want a number, got inf");
}

constexpr char kTarget[] = R"(
name: "troops"
question: "Should they leave?"
object: ["troop"]
object_side: TARGET_SIDE_AGAINST
favor { by_object: ["leave"] }
against { by_object: ["stay"] }
)";

// Nothing that the rules know, and one word that a table can know.
constexpr char kSilent[] =
    "Of the troops {s:Ana Lopez} {c:said}: “{q:We did not bleed for this}”.";

std::string Names(const Stance& stance) {
  return absl::StrCat(LabelName(stance.label),
                      stance.second_opinion ? " second" : "");
}

TEST(SecondOpinionTest, SpeaksWhereTheRulesAreSilent) {
  EXPECT_EQ(Names(TestScorer(kTarget).Score(kSilent)), "NONE");
  const OpinionModel model = Model("not_bleed\t0\t9\t0\n");
  const Stance stance = TestScorer(kTarget, &model).Score(kSilent);
  EXPECT_EQ(Names(stance), "AGAINST second");
  EXPECT_LT(stance.score, 0);
  EXPECT_GT(stance.confidence, .5);
  ASSERT_EQ(stance.evidence.size(), 1u);
  EXPECT_EQ(stance.evidence[0].rule, "opinion:not_bleed");
}

// What a document without a word of the target is not read for.
TEST(MayJudgeTest, IsFalseOfSilentDocuments) {
  const OpinionModel model = Model("not_bleed\t0\t9\t0\n");
  const TestScorer with(kTarget, &model), without(kTarget);
  const auto may_judge = [](const TestScorer& scorer, const std::string& text) {
    const ScoredText read = ReadScoredText(text, *scorer.lexicon);
    const TargetPlaces places = scorer.scorer->FindPlaces(*read.document);
    const bool may = scorer.scorer->MayJudge(places);
    if (!may) {
      const Stance stance =
          scorer.scorer->Judge(*read.document, places, read.utterance).stance;
      EXPECT_EQ(Names(stance), "NONE");
      EXPECT_EQ(stance.target, scorer.scorer->Nothing().target);
    }
    return may;
  };
  const std::string silent = "{s:Ana} {c:said}: “{q:We did not bleed}”.";
  std::string article = silent;
  for (int i = 0; i < 40; ++i) article += " The rain fell all day.";
  EXPECT_TRUE(may_judge(without, kSilent));
  EXPECT_FALSE(may_judge(without, silent));
  EXPECT_TRUE(may_judge(with, silent));  // An excerpt: read for its opinion.
  EXPECT_FALSE(may_judge(with, article));
}

TEST(OnTopicTest, MarksWordsOfTheTargetWithoutALabel) {
  const TestScorer scorer(kTarget);
  const auto on_topic = [&](const std::string& text) {
    const Stance stance = scorer.Score(text);
    return absl::StrCat(LabelName(stance.label), stance.on_topic ? " on" : "");
  };
  EXPECT_EQ(on_topic("{s:Ana} {c:said}: “{q:The troops wear boots}”."),
            "NONE on");
  EXPECT_EQ(on_topic("Of troops {s:Ana} {c:said}: “{q:Boots are brown}”."),
            "NONE");
  EXPECT_EQ(on_topic("{s:Ana} {c:said}: “{q:The troops must leave}”."),
            "FAVOR");
}

TEST(SecondOpinionTest, IsNotHeardWhereItIsUnsure) {
  const OpinionModel model = Model("not_bleed\t0\t1\t0\n");
  EXPECT_EQ(Names(TestScorer(kTarget, &model).Score(kSilent)), "NONE");
}

TEST(SecondOpinionTest, LeavesARuleThatItAgreesWith) {
  const OpinionModel model = Model("w=leave\t9\t0\t0\n");
  const std::string text =
      "{s:Ana Lopez} {c:said}: “{q:The troops must leave}”.";
  EXPECT_EQ(Names(TestScorer(kTarget, &model).Score(text)), "FAVOR");
}

TEST(SecondOpinionTest, CanTakeALabelBack) {
  const OpinionModel model = Model("w=must\t-30\t-30\t-30\n");
  const Stance stance = TestScorer(kTarget, &model)
                            .Score(
                                "{s:Ana Lopez} {c:said}: “{q:The troops "
                                "must leave}”.");
  EXPECT_EQ(Names(stance), "NONE second");
  EXPECT_THAT(stance.evidence, IsEmpty());
}

TEST(SecondOpinionTest, InAnArticleItMustBeSure) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "The rain fell on troops. ";
  const OpinionModel sure = Model("not_bleed\t0\t25\t0\n");
  const OpinionModel unsure = Model("not_bleed\t0\t5\t0\n");
  const std::string named = absl::StrCat(
      filler, "\n{s:Ana Lopez} {c:said}: “{q:We did not bleed for troops}”.");
  const std::string unnamed = absl::StrCat(
      filler, "\n{s:Ana Lopez} {c:said}: “{q:We did not bleed for this}”.");
  EXPECT_EQ(Names(TestScorer(kTarget, &sure).Score(named)), "AGAINST second");
  EXPECT_EQ(Names(TestScorer(kTarget, &unsure).Score(named)), "NONE");
  EXPECT_EQ(Names(TestScorer(kTarget, &sure).Score(unnamed)), "AGAINST second");
  EXPECT_EQ(Names(TestScorer(kTarget, &unsure).Score(unnamed)), "NONE");
}

TEST(SecondOpinionTest, IsNotAskedWhereAnArticleIsAboutSomethingElse) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "The rain fell on roofs. ";
  const OpinionModel sure = Model("not_bleed\t0\t25\t0\n");
  const std::string quote =
      "\nTroops slept. {s:Ana Lopez} {c:said}: “{q:We did not bleed for ";
  EXPECT_EQ(Names(TestScorer(kTarget, &sure)
                      .Score(absl::StrCat(filler, quote, "this}”."))),
            "NONE");
  EXPECT_EQ(Names(TestScorer(kTarget, &sure)
                      .Score(absl::StrCat(filler, quote, "troops}”."))),
            "AGAINST second");
}

TEST(OpinionFeaturesTest, AreWordsPairsAndWhatTheRulesFound) {
  const TestScorer scorer(kTarget);
  const ScoredText read = ReadScoredText(
      "{s:Ana Lopez} {c:said}: “{q:Troops must not leave?}”.", *scorer.lexicon);
  std::vector<std::string> names;
  for (const OpinionFeature& f : scorer.scorer->Features(
           *read.document, scorer.scorer->FindPlaces(*read.document),
           read.utterance)) {
    names.push_back(f.name);
  }
  for (const char* name :
       {"w=troops", "b=<_troops", "not_leave", "first=troops", "b=leave_>",
        "i=target:leave", "as=obj-_act_by+", "question", "kind=0", "len=1"}) {
    EXPECT_THAT(names, testing::Contains(name));
  }
}

TEST(CheckTargetTest, FindsWhatLooksWrong) {
  Target target;
  target.object = {"base"};
  target.exclude = {"base"};
  target.topic = {"base"};
  target.favor.on_object = {"leave", "end"};
  target.favor.phrase = {"go now", "go now"};
  target.against.on_object = {"leave"};
  EXPECT_THAT(
      FindFaults(target),
      UnorderedElementsAre(
          "\"go now\" stands in favor.phrase twice",
          "\"leave\" is on both sides: favor.on_object and against.on_object",
          HasSubstr("\"end\" in favor.on_object is a verb that all targets"),
          "\"base\" is an object and excluded",
          HasSubstr("\"base\" is a topic")));
  EXPECT_THAT(FindFaults(Target()),
              ElementsAre("no word says yes to the question",
                          "no word says no to the question"));
}

}  // namespace
}  // namespace onrecord::stance
