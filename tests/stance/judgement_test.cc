#include "stance/judgement.h"

#include <array>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/stance/scored_text.h"

namespace onrecord::stance {
namespace {

constexpr Bounds kBounds = {.6, .9};

Stance Rules(StanceLabel label, double confidence = .7) {
  Stance stance;
  stance.target = "t";
  stance.label = label;
  stance.confidence = label == StanceLabel::kNone ? 0 : confidence;
  if (label != StanceLabel::kNone) {
    stance.evidence.push_back({{0, 4}, "target:stay", 1});
  }
  return stance;
}

// An opinion with words to show for it.
Opinion Second(double none, double favor, double against, double mixed) {
  Opinion opinion;
  opinion.probability = {none, favor, against, mixed};
  for (int k = 1; k < 4; ++k) {
    if (opinion.probability[k] >
        opinion.probability[static_cast<size_t>(opinion.label)]) {
      opinion.label = static_cast<StanceLabel>(k);
    }
  }
  opinion.evidence.push_back({{5, 9}, "opinion:w=home", 1});
  return opinion;
}

std::string Shown(const Judgement& judgement) {
  return absl::StrCat(LabelName(judgement.stance.label),
                      judgement.stance.second_opinion ? " second" : "");
}

struct SettleCase {
  std::string name;
  StanceLabel rules;
  Opinion opinion;
  std::string shown;
};

class SettleTest : public testing::TestWithParam<SettleCase> {};

TEST_P(SettleTest, HearsTheSecondOpinionWhereItIsSure) {
  const SettleCase& c = GetParam();
  const Judgement judgement = Settle(Rules(c.rules), c.opinion, kBounds);
  EXPECT_EQ(Shown(judgement), c.shown);
  EXPECT_EQ(judgement.stance.target, "t");
  double sum = 0;
  for (const double p : judgement.probability) sum += p;
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(SettlePlainTest, WhatIsSaidPlainlyIsHarderToContradict) {
  constexpr Bounds kLow = {.5, .5, .9};
  const auto shown = [](double confidence, const Opinion& opinion) {
    return Shown(Settle(Rules(StanceLabel::kFavor, confidence), opinion, kLow));
  };
  EXPECT_EQ(shown(.9, Second(0, .25, .75, 0)), "FAVOR");
  EXPECT_EQ(shown(.7, Second(0, .25, .75, 0)), "AGAINST second");
  EXPECT_EQ(shown(.9, Second(0, .15, .85, 0)), "AGAINST second");
  EXPECT_EQ(shown(.8, Second(.81, .19, 0, 0)), "FAVOR");
  EXPECT_EQ(shown(.7, Second(.81, .19, 0, 0)), "NONE second");
  EXPECT_EQ(Shown(Settle(Rules(StanceLabel::kFavor, .9), Second(0, .25, .75, 0),
                         {.5, .5, 0})),
            "AGAINST second");
}

INSTANTIATE_TEST_SUITE_P(
    All, SettleTest,
    testing::Values(SettleCase{"silent_and_sure", StanceLabel::kNone,
                               Second(.2, .7, .1, 0), "FAVOR second"},
                    SettleCase{"silent_and_unsure", StanceLabel::kNone,
                               Second(.3, .5, .2, 0), "NONE"},
                    SettleCase{"contrary_and_sure", StanceLabel::kFavor,
                               Second(0, .05, .95, 0), "AGAINST second"},
                    SettleCase{"contrary_and_unsure", StanceLabel::kFavor,
                               Second(0, .2, .8, 0), "FAVOR"},
                    SettleCase{"agrees", StanceLabel::kFavor,
                               Second(0, .9, .1, 0), "FAVOR"},
                    SettleCase{"takes_back", StanceLabel::kFavor,
                               Second(.95, .05, 0, 0), "NONE second"},
                    SettleCase{"does_not_take_back", StanceLabel::kFavor,
                               Second(.85, .15, 0, 0), "FAVOR"}),
    [](const auto& info) { return info.param.name; });

struct Said {
  StanceLabel rules;
  Opinion opinion;
};

struct OccasionCase {
  std::string name;
  std::vector<Said> said;
  std::vector<std::string> shown;
};

class ReconcileTest : public testing::TestWithParam<OccasionCase> {};

TEST_P(ReconcileTest, ReadsAnOccasionAsOnePosition) {
  std::vector<Judgement> judgements;
  for (const Said& one : GetParam().said) {
    judgements.push_back(Settle(Rules(one.rules), one.opinion, kBounds));
  }
  std::vector<Judgement*> occasion;
  for (Judgement& one : judgements) occasion.push_back(&one);
  Reconcile(occasion);
  std::vector<std::string> shown;
  for (const Judgement& one : judgements) {
    shown.push_back(Shown(one));
    EXPECT_EQ(one.stance.label == StanceLabel::kNone,
              one.stance.evidence.empty());
  }
  EXPECT_EQ(shown, GetParam().shown);
}

constexpr StanceLabel kFavor = StanceLabel::kFavor;
constexpr StanceLabel kAgainst = StanceLabel::kAgainst;
constexpr StanceLabel kNone = StanceLabel::kNone;

INSTANTIATE_TEST_SUITE_P(All, ReconcileTest,
                         testing::Values(
                             // Two clear ones and a doubtful one.
                             OccasionCase{"the_odd_one_is_taken_back",
                                          {{kAgainst, Second(0, .1, .9, 0)},
                                           {kAgainst, Second(0, .1, .9, 0)},
                                           {kFavor, Second(.6, .3, .1, 0)}},
                                          {"AGAINST", "AGAINST", "NONE"}},
                             OccasionCase{
                                 "the_odd_one_is_read_anew",
                                 {{kAgainst, Second(0, .1, .9, 0)},
                                  {kAgainst, Second(0, .1, .9, 0)},
                                  {kFavor, Second(.1, .1, .8, 0)}},
                                 {"AGAINST", "AGAINST", "AGAINST second"}},
                             OccasionCase{"the_silent_one_is_of_the_same_mind",
                                          {{kAgainst, Second(0, .1, .9, 0)},
                                           {kNone, Second(.3, .1, .58, .02)}},
                                          {"AGAINST", "AGAINST second"}},
                             OccasionCase{"the_silent_one_may_be_silent",
                                          {{kAgainst, Second(0, .1, .9, 0)},
                                           {kNone, Second(.5, .1, .4, 0)}},
                                          {"AGAINST", "NONE"}},
                             OccasionCase{"equals_stay_as_they_are",
                                          {{kAgainst, Second(0, .1, .9, 0)},
                                           {kFavor, Second(0, .9, .1, 0)}},
                                          {"AGAINST", "FAVOR"}},
                             OccasionCase{"nothing_comes_of_nothing",
                                          {{kNone, Second(.4, .55, .05, 0)},
                                           {kNone, Second(.4, .55, .05, 0)}},
                                          {"NONE", "NONE"}},
                             OccasionCase{"one_alone_stays_as_it_is",
                                          {{kFavor, Second(0, .2, .8, 0)}},
                                          {"FAVOR"}}),
                         [](const auto& info) { return info.param.name; });

// A fragment counts for less than a sentence.
TEST(ReconcileTest, FragmentsDoNotOutvoteASentence) {
  Judgement sentence = Settle(Rules(kFavor), Second(.1, .6, .3, 0), kBounds);
  std::vector<Judgement> fragments(
      2, Settle(Rules(kAgainst), Second(.2, .2, .6, 0), kBounds));
  const auto label_with = [&](double weight) {
    Judgement whole = sentence;
    std::vector<Judgement> parts = fragments;
    for (Judgement& part : parts) part.weight = weight;
    Reconcile({&whole, &parts[0], &parts[1]});
    return LabelName(whole.stance.label);
  };
  EXPECT_EQ(label_with(1), "NONE");
  EXPECT_EQ(label_with(.2), "FAVOR");
}

TEST(JudgeByRulesTest, IsAsSureAsTheRules) {
  const Judgement judgement = JudgeByRules(Rules(kFavor));
  EXPECT_EQ(judgement.stance.label, kFavor);
  EXPECT_EQ(judgement.second.label, kNone);
  EXPECT_DOUBLE_EQ(judgement.probability[static_cast<size_t>(kFavor)], .7);
  EXPECT_DOUBLE_EQ(JudgeByRules(Rules(kNone)).probability[0], 1);
}

}  // namespace
}  // namespace onrecord::stance
