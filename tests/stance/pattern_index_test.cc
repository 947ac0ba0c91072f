#include "stance/pattern_index.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "stance/reading.h"
#include "stance/target.h"
#include "stance/vocabulary.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::stance {
namespace {

struct PatternCase {
  std::string name, phrase, text, found;
};

class PatternIndexTest : public testing::TestWithParam<PatternCase> {};

TEST_P(PatternIndexTest, FindsThePhrase) {
  Target target;
  target.favor.on_object = {GetParam().phrase};
  const std::vector<Pattern> words = TargetWords(target, WordForms());
  text::Lexicon::Builder builder;
  RegisterPatterns(words, &builder);
  const auto lexicon = builder.Build();
  const PatternIndex index(words, *lexicon);
  const text::Document document(GetParam().text, *lexicon);
  const Reading reading = MakeReading(
      document, {text::Span{0, static_cast<int32_t>(GetParam().text.size())}},
      {&index});
  std::string found;
  for (const Item& item : reading.items) {
    found += std::string(document.Text(reading.SpanOf(item.at)));
  }
  EXPECT_EQ(found, GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    All, PatternIndexTest,
    testing::ValuesIn(std::vector<PatternCase>{
        {"OneWord", "withdraw", "they withdrew it", "withdrew"},
        {"OtherWord", "withdraw", "they drew it", ""},
        {"Gap", "pull * out", "we pulled all of them out now",
         "pulled all of them out"},
        {"EmptyGap", "pull * out", "we pull out", "pull out"},
        {"GapTooLong", "pull * out", "pull a b c d e f g out", ""},
        {"GapEndsAtPunctuation", "pull * out", "pull them, out", ""},
        {"LaterWordsAsTheyStand", "go home", "they went homes", ""},
        {"FirstWordInflected", "go home", "they went home", "went home"},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
