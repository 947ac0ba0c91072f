#include "text/plain_word.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::text {
namespace {

struct PlainCase {
  const char* name;
  const char* text;    // 16 bytes or more.
  const char* folded;  // The run that begins it.
  uint32_t upper;
  uint32_t lower;
  uint32_t digits;
};

class PlainWordTest : public testing::TestWithParam<PlainCase> {};

TEST_P(PlainWordTest, ReadsARunAsFoldWordDoes) {
  const PlainCase& c = GetParam();
  PlainWord word;
  if (!word.Read(c.text, 0)) GTEST_SKIP() << "no SSE2";
  EXPECT_EQ(word.folded.bytes(), c.folded);
  EXPECT_EQ(word.folded.Key(), FoldWord(c.folded).Key());
  EXPECT_EQ(word.upper, c.upper);
  EXPECT_EQ(word.lower, c.lower);
  EXPECT_EQ(word.digits, c.digits);
}

constexpr PlainCase kPlainCases[] = {
    {"Lower", "word and more words", "word", 0, 0xF, 0},
    {"Capital", "Word and more words", "word", 1, 0xE, 0},
    {"InnerCapital", "mcWord and more words", "mcword", 4, 0x3B, 0},
    {"Edges", "AZaz09_@[`{/:^ and more", "azaz09_", 3, 0xC, 0x30},
    {"Digits", "1990 and more words", "1990", 0, 0, 0xF},
    {"NothingOfTheNextWord", "a BIG 7 word or more", "a", 0, 1, 0},
    {"EightBytes", "Eightlet.12345678", "eightlet", 1, 0xFE, 0},
    {"MoreThanEight", "Understanding, they", "understanding", 1, 0x1FFE, 0},
    {"Fifteen", "fifteenletterss .", "fifteenletterss", 0, 0x7FFF, 0},
    {"BeyondAscii", "caf\u00E9 of the towns", "caf", 0, 7, 0},
};

INSTANTIATE_TEST_SUITE_P(Cases, PlainWordTest, testing::ValuesIn(kPlainCases),
                         [](const testing::TestParamInfo<PlainCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(PlainWordTest, LeavesLongRunsAndTheEndOfTheText) {
  PlainWord word;
  EXPECT_FALSE(word.Read("sixteenlettersss and more words", 0));
  EXPECT_FALSE(word.Read("fifteen letters", 0));
  EXPECT_FALSE(word.Read("the last words of a text", 9));
}

}  // namespace
}  // namespace onrecord::text
