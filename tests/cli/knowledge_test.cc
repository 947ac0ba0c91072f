// What users say of speakers: --roster, --corrections, `roster`.
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kNews[] =
    "{\"id\":\"n1\",\"published\":\"2024-02-01\",\"text\":\"“The foreign "
    "troops "
    "must leave Qadara,” Ana Lopez, the mayor of Brezin, told reporters on "
    "Monday.\"}\n"
    "{\"id\":\"n2\",\"published\":\"2024-03-01\",\"text\":\"“The foreign "
    "troops "
    "must stay in Qadara,” Anita Lopez said at a rally.\"}\n";

class KnowledgeTest : public testing::Test {
 protected:
  KnowledgeTest() : folder_(NewFolder()) {
    news_ = WriteFile(folder_ + "/news.jsonl", kNews);
  }
  std::string Write(const std::string& name, const std::string& text) const {
    return WriteFile(folder_ + "/" + name, text);
  }

  std::string folder_, news_;
};

TEST_F(KnowledgeTest, ARosterNamesSpeakers) {
  const std::string roster =
      Write("r.txtpb",
            "entry { id: \"Q5\" name: \"Ana Lopez\" alias: \"Anita Lopez\" }");
  const RunResult track =
      RunOnrecord("track " + news_ + " --format=json --roster=" + roster);
  EXPECT_EQ(track.exit_code, 0) << track.err;
  EXPECT_THAT(track.out, HasSubstr("\"id\": \"Q5\""));
  EXPECT_THAT(track.out, HasSubstr("\"externalId\": \"Q5\""));
  EXPECT_THAT(track.out, Not(HasSubstr("\"anita-lopez\",\n   \"name\"")));
  const RunResult explain =
      RunOnrecord("explain --speakers " + news_ + " --roster=" + roster);
  EXPECT_EQ(explain.exit_code, 0) << explain.err;
  EXPECT_THAT(explain.out, HasSubstr("Ana Lopez (Q5)"));
  EXPECT_THAT(explain.out,
              HasSubstr("“Anita Lopez”, n2, 1 quotation [in the roster]"));
}

TEST_F(KnowledgeTest, CorrectionsAreRulings) {
  const std::string corrections =
      Write("c.txtpb",
            "same { speaker: \"ana-lopez\" speaker: \"anita-lopez\" }\n"
            "label { quote { id: \"n1#1\" words: \"no such words\" } target: "
            "\"troop_withdrawal\" stance: STANCE_LABEL_NONE }");
  const RunResult track = RunOnrecord(
      "track " + news_ + " --format=json --corrections=" + corrections);
  EXPECT_EQ(track.exit_code, 0) << track.err;
  EXPECT_THAT(track.out, HasSubstr("\"human\": true"));
  EXPECT_THAT(track.err, HasSubstr("c.txtpb:2: no longer applies: n1 has no "
                                   "quotation \"no such words\""));
  const RunResult explain = RunOnrecord("explain --speakers " + news_ +
                                        " --corrections=" + corrections);
  EXPECT_THAT(explain.out, HasSubstr("[a reader's ruling]"));
}

TEST_F(KnowledgeTest, WhatContradictsItselfEnds65) {
  const std::string roster =
      Write("r.txtpb",
            "entry { id: \"Q5\" name: \"Ana Lopez\" }\n"
            "entry { id: \"Q6\" name: \"Eva Krol\" alias: \"Ana Lopez\" }");
  RunResult run = RunOnrecord("track " + news_ + " --roster=" + roster);
  EXPECT_EQ(run.exit_code, 65);
  EXPECT_THAT(run.err, HasSubstr(roster + ":2: want roles that tell \"Q6\" "
                                          "from \"Q5\" of line 1"));
  run = RunOnrecord("roster check " + roster);
  EXPECT_EQ(run.exit_code, 65);
  const std::string corrections =
      Write("c.txtpb", "says { quote { id: \"n7#1\" } nobody: true }");
  run = RunOnrecord("track " + news_ + " --corrections=" + corrections);
  EXPECT_EQ(run.exit_code, 65);
  EXPECT_THAT(run.err, HasSubstr(corrections + ":1: want a quotation of the "
                                               "articles, got \"n7#1\""));
}

TEST_F(KnowledgeTest, AMissingFileIsAnInputError) {
  const RunResult run = RunOnrecord("track " + news_ + " --roster=/nowhere/r");
  EXPECT_EQ(run.exit_code, 74);
  EXPECT_THAT(run.err, HasSubstr("/nowhere/r: cannot read"));
}

TEST_F(KnowledgeTest, OfOneArticleNothingIsKnown) {
  const RunResult run = RunOnrecord("explain " + news_ + " --roster=r.txtpb");
  EXPECT_EQ(run.exit_code, 64);
  EXPECT_THAT(run.err, HasSubstr("--roster requires --speakers"));
}

TEST_F(KnowledgeTest, ASuggestedRosterChangesNothing) {
  const RunResult draft = RunOnrecord("roster suggest " + news_);
  EXPECT_EQ(draft.exit_code, 0) << draft.err;
  EXPECT_THAT(draft.out, HasSubstr("# Ana Lopez: 1 quotation in 1 article, "
                                   "2024-02-01 to 2024-02-01\n"
                                   "entry {\n  id: \"ana-lopez\"\n"));
  EXPECT_THAT(draft.out, HasSubstr("title: \"mayor of Brezin\"\n"
                                   "    from: \"2024-02-01\""));
  const std::string roster = Write("r.txtpb", draft.out);
  EXPECT_EQ(RunOnrecord("roster check " + roster).out,
            roster + ": 2 entries, ok\n");
  const std::string text = " --format=text --color=never ";
  EXPECT_EQ(RunOnrecord("track " + news_ + text + "--roster=" + roster).out,
            RunOnrecord("track " + news_ + text).out);
}

TEST_F(KnowledgeTest, RosterWantsSomethingToDo) {
  const RunResult run = RunOnrecord("roster");
  EXPECT_EQ(run.exit_code, 64);
  EXPECT_THAT(run.err, HasSubstr("expected: --help suggest check"));
  EXPECT_THAT(RunOnrecord("roster suggest").err,
              HasSubstr("onrecord roster suggest: INPUT is required"));
}

}  // namespace
}  // namespace onrecord::cli
