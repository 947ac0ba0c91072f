// Where output goes, and what happens when it cannot.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class OutputTest : public testing::Test {
 protected:
  const std::string folder_ = NewFolder();
  const std::string article_ = WriteFile(folder_ + "/a.txt", kArticle);
};

TEST_F(OutputTest, DataAndMessagesDoNotMix) {
  const RunResult result = RunOnrecord("extract --format=jsonl " + article_);
  EXPECT_THAT(result.out, StartsWith("{"));
  EXPECT_THAT(result.out, Not(HasSubstr("onrecord: ")));
  EXPECT_THAT(result.err, HasSubstr("onrecord: 1 article"));
}

TEST_F(OutputTest, IsBinaryWhereThereIsNoTerminal) {
  EXPECT_THAT(RunOnrecord("extract " + article_).out,
              StartsWith("\x1a\x0bonrecord.v1"));
  EXPECT_THAT(RunOnrecord("track " + article_).out,
              HasSubstr("onrecord.history.v1"));
}

TEST_F(OutputTest, AFullDiskIsAnError) {
  for (const char* command : {"extract ", "track ", "explain "}) {
    const RunResult result =
        RunOnrecord(absl::StrCat(command, article_, " >/dev/full"));
    EXPECT_EQ(result.exit_code, 74) << command;
    EXPECT_THAT(result.err, HasSubstr("cannot write: No space left on device"));
  }
  EXPECT_EQ(RunOnrecord("extract -o /dev/full " + article_).exit_code, 74);
  EXPECT_EQ(RunOnrecord("schema >/dev/full").exit_code, 74);
  EXPECT_EQ(RunOnrecord("targets >/dev/full").exit_code, 74);
}

TEST_F(OutputTest, AClosedPipeEndsTheProgramQuietly) {
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += ArticleLine(absl::StrCat(i), "No");
  const std::string file = WriteFile(folder_ + "/many.jsonl", lines);
  const RunResult result = RunOnrecord(absl::StrCat(
      "extract --format=jsonl ", file, " | head -n 1; exit ${PIPESTATUS:-0}"));
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("{"));
  EXPECT_THAT(result.err, Not(HasSubstr("pipe")));
}

TEST_F(OutputTest, AnUnwritablePathIsAnError) {
  const RunResult result = RunOnrecord("extract -o /nowhere/r " + article_);
  EXPECT_EQ(result.exit_code, 74);
  EXPECT_THAT(result.err, HasSubstr("/nowhere/r: cannot write"));
}

TEST_F(OutputTest, AFailedRunLeavesTheOldFile) {
  const std::string old = WriteFile(folder_ + "/r.jsonl", "old");
  const std::string empty = WriteFile(folder_ + "/empty.txt", "");
  EXPECT_EQ(RunOnrecord(absl::StrCat("extract -o ", old, " ", empty)).exit_code,
            65);
  EXPECT_EQ(ReadFileOrEmpty(old), "old");
  EXPECT_THAT(ReadFileOrEmpty(old + ".partial"), IsEmpty());
}

TEST_F(OutputTest, ExplainShowsMarksAndRules) {
  const RunResult result =
      RunOnrecord("explain --published=2024-02-01 " + article_);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              HasSubstr("“[We want the troops to leave in May,]¹”"));
  EXPECT_THAT(result.out, HasSubstr("Ana Lopez"));
  const RunResult lines = RunOnrecord("explain --lines " + article_);
  EXPECT_THAT(lines.out,
              StartsWith(article_ + ":1:2: direct “We want the troops to leave "
                                    "in May,” by Ana Lopez ["));
}

TEST_F(OutputTest, NothingThatArticlesSayHidesOrTurnsWhatIsShown) {
  const std::string words = "“We want the troops \u202E to leave,” Ana said.";
  const std::string file = WriteFile(
      folder_ + "/turn.jsonl",
      absl::StrCat("{\"id\":\"t\u202E\",\"text\":\"", words, "\"}\n",
                   "{\"id\":\"t\u202E\",\"text\":\"", words, " So.\"}\n"));
  for (const char* command :
       {"explain ", "explain --lines ", "explain --speakers ",
        "extract --format=text ", "track --format=text ",
        "targets check troop_withdrawal "}) {
    const RunResult result = RunOnrecord(command + file);
    EXPECT_EQ(result.exit_code, 0) << command << result.err;
    EXPECT_THAT(result.out + result.err, Not(HasSubstr("\u202E"))) << command;
  }
  EXPECT_THAT(RunOnrecord("explain " + file).out,
              HasSubstr("troops \\u202E to leave"));
  EXPECT_THAT(RunOnrecord("track --format=text " + file).err,
              HasSubstr("t\\u202E: 2 articles with this id differ"));
}

TEST_F(OutputTest, TrackTextBeginsWithTheQuestion) {
  const RunResult result = RunOnrecord(
      "track --target=troop_withdrawal --format=text --published=2024-02-01 " +
      article_);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, StartsWith("Should foreign troops leave"));
  EXPECT_THAT(result.out, Not(HasSubstr("\x1b")));
}

TEST_F(OutputTest, ColoursOnlyWhereTheyAreAskedFor) {
  const std::string track =
      "track --format=text --published=2024-02-01 " + article_;
  EXPECT_THAT(RunOnrecord(track + " --color=always").out, HasSubstr("\x1b["));
  EXPECT_THAT(RunOnrecord(track + " --color=never").out,
              Not(HasSubstr("\x1b[")));
}

}  // namespace
}  // namespace onrecord::cli
