#include "cli/history_text.h"

#include <google/protobuf/text_format.h>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

using google::protobuf::TextFormat;
using testing::HasSubstr;
using testing::Not;

constexpr char kHistory[] = R"pb(
  targets { name: "pears" question: "Should pears be free?" }
  speakers {
    id: "lopez"
    name: "Ana Lopez"
    roles { title: "mayor" }
    roles { title: "president" }
  }
  speakers { id: "otto" name: "Otto Adler" }
  timelines {
    target: "pears"
    speaker_id: "otto"
    speaker_name: "Otto Adler"
    observations {
      id: "o1"
      said: "2024-01"
      channel: CHANNEL_PRIVATE
      form: FORM_INDIRECT
      stance { target: "pears" label: STANCE_LABEL_MIXED }
      text: "that it depends"
      sources { article_id: "a1" }
    }
  }
  timelines {
    target: "pears"
    speaker_id: "lopez"
    speaker_name: "Ana Lopez"
    observations {
      id: "l1"
      said: "2023-05-04"
      channel: CHANNEL_PUBLIC
      form: FORM_QUOTED
      stance { target: "pears" label: STANCE_LABEL_AGAINST }
      text: "Never"
      sources { outlet: "Wire" }
      sources { outlet: "Wire" }
      sources { outlet: "Post" }
    }
    observations {
      id: "l2"
      said: "2024-02-01"
      channel: CHANNEL_PUBLIC
      form: FORM_QUOTED
      stance { target: "pears" label: STANCE_LABEL_FAVOR }
      text: "Free pears for all,"
      sources { outlet: "Post" }
    }
    shifts {
      kind: SHIFT_KIND_REVERSAL
      tier: SHIFT_TIER_CANDIDATE
      from: STANCE_LABEL_AGAINST
      to: STANCE_LABEL_FAVOR
      after: "2023-05-04"
      by: "2024-02-01"
      before_ids: "l1"
      after_ids: "l2"
    }
    current {
      label: STANCE_LABEL_FAVOR
      score: 0.5
      n: 2
      first: "2023-05-04"
      last: "2024-02-01"
    }
  }
)pb";

v1::History Parse(const char* text) {
  v1::History history;
  EXPECT_TRUE(TextFormat::ParseFromString(text, &history));
  return history;
}

TEST(HistoryTextTest, TellsTheWholeStory) {
  EXPECT_EQ(HistoryText(Parse(kHistory), Terminal()),
            R"(Should pears be free?
FAVOR yes   AGAINST no   MIXED both, or it depends
>> a change of position   <> one thing in public, another in private
target: pears

Ana Lopez, president
  now FAVOR (+0.50), 2 public statements, 2023-05-04 to 2024-02-01
  2023-05-04  AGAINST  “Never”
                       - Wire, Post
  >> CHANGED SIDES from AGAINST to FAVOR between 2023-05-04 and 2024-02-01
     (candidate: not yet two statements in a row on each side)
  2024-02-01  FAVOR    “Free pears for all”
                       - Post

Otto Adler
  2024-01     MIXED    that it depends
                       - a1; not in their words; IN PRIVATE
)");
}

TEST(HistoryTextTest, NoScoreIsNegativeZero) {
  struct Case {
    double score;
    const char* text;
  };
  v1::History history = Parse(kHistory);
  for (const Case& c : {Case{-0.0, "(+0.00)"}, Case{-0.0049, "(+0.00)"},
                        Case{-0.0051, "(-0.01)"}, Case{0.004, "(+0.00)"}}) {
    for (v1::Timeline& line : *history.mutable_timelines()) {
      line.mutable_current()->set_score(c.score);
    }
    EXPECT_THAT(HistoryText(history, Terminal()), HasSubstr(c.text)) << c.score;
  }
}

TEST(HistoryTextTest, TheQuestionMostTalkedAboutComesFirst) {
  v1::History history = Parse(kHistory);
  history.add_targets()->set_name("silent");
  v1::TargetInfo* plums = history.add_targets();
  plums->set_name("plums");
  plums->set_question("Should plums?");
  v1::Timeline* timeline = history.add_timelines();
  timeline->set_target("plums");
  for (int i = 0; i < 4; ++i) timeline->add_observations();
  const std::string text = HistoryText(history, Terminal());
  EXPECT_THAT(text, testing::StartsWith("Should plums?\n"));
  EXPECT_THAT(text, HasSubstr("\nShould pears be free?\n"));
  EXPECT_THAT(text, Not(HasSubstr("silent")));
}

TEST(HistoryTextTest, FitsTheTerminal) {
  Terminal narrow;
  narrow.width = 40;
  const std::string text = HistoryText(Parse(kHistory), narrow);
  EXPECT_THAT(text, HasSubstr("“Free pears for\n"
                              "                       all”\n"));
}

TEST(HistoryTextTest, UsesColoursOnlyWhereThereAreSome) {
  Terminal colored;
  colored.color = true;
  const v1::History history = Parse(kHistory);
  EXPECT_THAT(HistoryText(history, colored), HasSubstr("\x1b[31mAGAINST"));
  EXPECT_THAT(HistoryText(history, Terminal()), Not(HasSubstr("\x1b")));
}

TEST(HistoryTextTest, SaysThatNobodyTookAPosition) {
  v1::History history = Parse(kHistory);
  history.clear_timelines();
  EXPECT_THAT(HistoryText(history, Terminal()),
              HasSubstr("Nobody takes a position on this"));
}

TEST(HistoryTextTest, MarksWhatRepeatsTheLine) {
  v1::History history = Parse(kHistory);
  EXPECT_THAT(HistoryText(history, Terminal()),
              Not(HasSubstr("the same line")));
  history.mutable_timelines(1)->mutable_observations(1)->set_reiterated_by(
      "Lopez reiterated her view.");
  EXPECT_THAT(HistoryText(history, Terminal()),
              HasSubstr("- Post; the same line as before\n"));
}

}  // namespace
}  // namespace onrecord::cli
