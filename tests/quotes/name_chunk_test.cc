#include "quotes/name_chunk.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// A text whose first word is the one that is remembered, and whether its second
// paragraph gains a name by that.
struct GainCase {
  std::string name;
  std::string text;
  bool gains;
};

class GainsNameTest : public testing::TestWithParam<GainCase> {};

TEST_P(GainsNameTest, AsksWhereTheMemoryMatters) {
  const text::Document document = MakeDocument(GetParam().text);
  ASSERT_EQ(document.paragraphs().size(), 2u);
  NameMemory memory;
  ASSERT_NE(document.token(0).word, 0u);
  memory.Add(document.token(0).word);
  const text::TokenRange paragraph = document.paragraphs()[1].tokens;
  EXPECT_EQ(GainsName(document, paragraph, memory), GetParam().gains);
  EXPECT_FALSE(GainsName(document, paragraph, NameMemory()));
}

INSTANTIATE_TEST_SUITE_P(
    All, GainsNameTest,
    testing::ValuesIn(std::vector<GainCase>{
        {"AVerbThatOpensASentence", "Hope\n\nHope told them so.", true},
        {"AVerbInSmallLetters", "Hope\n\nThey hope so.", false},
        {"AGivenNameIsANameAnyway", "Paul\n\nPaul told them so.", false},
        {"AMonthInsideASentence", "May\n\nThey told May so.", true},
        {"AnotherWord", "Hope\n\nPaul told them so.", false},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::quotes
