#include "cli/terminal.h"

#include <cstdlib>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DisplayWidthTest, CountsColumnsNotBytes) {
  EXPECT_EQ(DisplayWidth("abc"), 3);
  EXPECT_EQ(DisplayWidth("“é”"), 3);
  EXPECT_EQ(DisplayWidth("東京"), 4);      // Two columns each.
  EXPECT_EQ(DisplayWidth("e\u0301"), 1);   // A combining accent: none.
  EXPECT_EQ(DisplayWidth("\xff\xfe"), 2);  // Not UTF-8: one a byte.
}

TEST(WrapTest, BreaksAtBlanks) {
  EXPECT_THAT(Wrap("one two  three\nfour", 9),
              ElementsAre("one two", "three", "four"));
}

TEST(WrapTest, FillsALineToItsLastColumn) {
  EXPECT_THAT(Wrap("“ab” cd", 7), ElementsAre("“ab” cd"));
  EXPECT_THAT(Wrap("“ab” cd", 6), ElementsAre("“ab”", "cd"));
}

TEST(WrapTest, BreaksALongWordBetweenCharacters) {
  EXPECT_THAT(Wrap("éééééé x", 4), ElementsAre("éééé", "éé x"));
}

TEST(WrapTest, EmptyTextIsNoLine) { EXPECT_THAT(Wrap(" \n", 9), IsEmpty()); }

TEST(VisibleTest, ShowsWhatHidesOrTurnsText) {
  EXPECT_EQ(Visible("Ana \u202EzepoL\u202C"), "Ana \\u202EzepoL\\u202C");
  EXPECT_EQ(Visible("\u2066a\u2069"), "\\u2066a\\u2069");
  EXPECT_EQ(Visible("a\x1b]0;b\x07\u009B"), "a\\u001B]0;b\\u0007\\u009B");
}

TEST(VisibleTest, LeavesTextAndColoursAlone) {
  Terminal terminal;
  terminal.color = true;
  const std::string text =
      Paint(terminal, Style::kChange, "é “東京”\n\tעד\u200F\xff");
  EXPECT_EQ(Visible(text), text);
}

TEST(ShortenTest, LeavesWhatFits) { EXPECT_EQ(Shorten("é b", 3), "é b"); }

TEST(ShortenTest, CutsAtABlankAndSaysSo) {
  EXPECT_EQ(Shorten("one two three", 10), "one two…");
}

class DetectTerminalTest : public testing::Test {
 protected:
  void SetUp() override {
    unsetenv("NO_COLOR");
    unsetenv("COLUMNS");
  }
};

TEST_F(DetectTerminalTest, ColoursOnlyWhereAskedFor) {
  EXPECT_TRUE(DetectTerminal("always").color);
  EXPECT_FALSE(DetectTerminal("never").color);
  EXPECT_FALSE(DetectTerminal("auto").color);  // A test has no terminal.
}

TEST_F(DetectTerminalTest, TakesItsWidthFromTheEnvironment) {
  setenv("COLUMNS", "132", 1);
  EXPECT_EQ(DetectTerminal("auto").width, 132);
  setenv("COLUMNS", "7", 1);
  EXPECT_EQ(DetectTerminal("auto").width, 40);
  setenv("COLUMNS", "wide", 1);
  EXPECT_EQ(DetectTerminal("auto").width, 80);
}

TEST(PaintTest, ChangesNothingWithoutColour) {
  Terminal terminal;
  EXPECT_EQ(Paint(terminal, Style::kFavor, "x"), "x");
  terminal.color = true;
  EXPECT_EQ(Paint(terminal, Style::kFavor, "x"), "\x1b[32mx\x1b[0m");
  EXPECT_EQ(Paint(terminal, Style::kPlain, "x"), "x");
}

}  // namespace
}  // namespace onrecord::cli
