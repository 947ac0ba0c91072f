#include "cli/progress.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

RunCounts Counts(int64_t articles, int64_t bytes) {
  RunCounts counts;
  counts.articles = articles;
  counts.bytes = bytes;
  return counts;
}

TEST(ProgressLineTest, TellsArticlesSpeedAndTimeLeft) {
  ProgressLine line(60000000, 80);
  EXPECT_EQ(line.Update(2, Counts(5000, 20000000)),
            "\r\x1b[Konrecord: 5000 articles, 20.0 MB, 10.0 MB/s, 4 s left");
}

TEST(ProgressLineTest, TellsNoTimeLeftOfAPipe) {
  ProgressLine line(0, 80);
  EXPECT_EQ(line.Update(2, Counts(5000, 20000000)),
            "\r\x1b[Konrecord: 5000 articles, 20.0 MB, 10.0 MB/s");
}

TEST(ProgressLineTest, CountsMinutesAndHours) {
  EXPECT_THAT(ProgressLine(610000000, 80).Update(1, Counts(1, 10000000)),
              HasSubstr(", 1 min left"));
  EXPECT_THAT(ProgressLine(90010000000, 80).Update(1, Counts(1, 10000000)),
              HasSubstr(", 2.5 h left"));
}

TEST(ProgressLineTest, FitsTheTerminal) {
  ProgressLine line(60000000, 30);
  const std::string shown = line.Update(2, Counts(5000, 20000000));
  EXPECT_THAT(shown, HasSubstr("onrecord: 5000 articles"));
  EXPECT_THAT(shown, Not(HasSubstr("MB/s")));
}

TEST(ProgressLineTest, IsDrawnAtMostFiveTimesASecond) {
  ProgressLine line(0, 80);
  int drawn = 0;
  for (int i = 0; i <= 1000; ++i) {
    drawn += line.Update(i / 100.0, Counts(i, i)).empty() ? 0 : 1;
  }
  EXPECT_GE(drawn, 40);
  EXPECT_LE(drawn, 50);
}

TEST(ProgressLineTest, GoesAwayOnce) {
  ProgressLine line(0, 80);
  EXPECT_EQ(line.Clear(), "");
  line.Update(1, Counts(1, 1));
  EXPECT_EQ(line.Clear(), "\r\x1b[K");
  EXPECT_EQ(line.Clear(), "");
}

TEST(TotalBytesTest, KnowsFilesAndFoldersButNoPipes) {
  const std::string folder = NewFolder();
  const std::string file = WriteFile(folder + "/a.txt", "12345");
  WriteFile(folder + "/b.txt", "123");
  EXPECT_EQ(TotalBytes({file}), 5);
  EXPECT_EQ(TotalBytes({file, folder}), 13);
  EXPECT_EQ(TotalBytes({file, "/dev/null"}), 0);
  EXPECT_EQ(TotalBytes({file, folder + "/none"}), 0);
}

// A run that waits for half of its articles, as its standard error shows it.
class ProgressRunTest : public testing::Test {
 protected:
  ProgressRunTest() {
    std::string lines;
    for (int i = 0; i < 300; ++i) {
      lines += ArticleLine("a" + std::to_string(i), "We want the troops out");
    }
    WriteFile(folder_ + "/a.jsonl", lines);
  }

  std::string Slowly(const std::string& command) const {
    return "(cat " + folder_ + "/a.jsonl; sleep 0.6; cat " + folder_ +
           "/a.jsonl) | ./onrecord " + command;
  }

  const std::string folder_ = NewFolder();
};

TEST_F(ProgressRunTest, ATerminalSeesIt) {
  struct {
    const char* command;
    const char* articles;  // In the end; a history has each once.
  } const runs[] = {{"extract -o /dev/null -", "600"},
                    {"track -o /dev/null -", "300"}};
  for (const auto& run : runs) {
    const RunResult result =
        RunOnrecord("targets >/dev/null; TERM=xterm script -qec '" +
                    Slowly(run.command) + "' /dev/null");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("\r\x1b[Konrecord: "));
    EXPECT_THAT(result.out, HasSubstr(" MB/s"));
    EXPECT_THAT(result.out, HasSubstr(std::string("\r\x1b[Konrecord: ") +
                                      run.articles + " articles, "));
  }
}

TEST_F(ProgressRunTest, AFileDoesNot) {
  const RunResult result =
      RunOnrecord("targets >/dev/null; " + Slowly("extract -o /dev/null -"));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, Not(HasSubstr("\r")));
  EXPECT_THAT(result.err, Not(HasSubstr("MB/s")));
}

TEST_F(ProgressRunTest, ADumbTerminalDoesNot) {
  const RunResult result =
      RunOnrecord("targets >/dev/null; TERM=dumb script -qec '" +
                  Slowly("extract -o /dev/null -") + "' /dev/null");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, Not(HasSubstr("MB/s")));
}

}  // namespace
}  // namespace onrecord::cli
