#include "quotes/speech_tag.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

struct TagCase {
  std::string name;
  std::string text;
  bool expected;
};

class SpeechTagAtTest : public testing::TestWithParam<TagCase> {};

TEST_P(SpeechTagAtTest, ReadsTheFirstWords) {
  const text::Document document = MakeDocument(GetParam().text);
  const int32_t count = static_cast<int32_t>(document.tokens().size());
  EXPECT_EQ(SpeechTagAt(document, 0, text::TokenRange{0, count}),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, SpeechTagAtTest,
    testing::ValuesIn(std::vector<TagCase>{
        {"VerbThenName", "said Ana Lopez.", true},
        {"VerbThenPronoun", "said she.", true},
        {"VerbThenRole", "said the mayor.", true},
        {"PronounThenVerb", "she said.", true},
        {"NameThenVerb", "Ana Lopez said on Monday.", true},
        {"Addressee", "she told reporters.", true},
        {"Clause", "Ana Lopez said that we leave.", false},
        {"BareClause", "Ana Lopez said we leave.", false},
        {"VerbAlone", "said.", false},
        {"NoVerb", "Ana Lopez left.", false},
        {"TooFar", "Ana Maria Carmen Lopez of Brezin said.", false},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::quotes
