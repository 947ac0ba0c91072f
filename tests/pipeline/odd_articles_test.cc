// Articles that nobody writes, long ones. No clock is read: where time grew
// faster than length, one of them would take longer than a small test may.
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "pipeline/annotate.h"
#include "pipeline/config.h"

namespace onrecord::pipeline {
namespace {

constexpr size_t kBytes = 200000;

struct OddArticle {
  const char* name;
  const char* text;  // Repeated; a number stands for '#'.
};

constexpr OddArticle kOddArticles[] = {
    {"Letters", "a"},
    {"LineFeeds", "a\n\n"},
    {"Quotes", "\""},
    {"QuotedWords", "\"go "},
    {"OpenAndClose", "“ ” "},
    {"NeverClosed", "“We go, and stay "},
    {"NestedMarks", "“a ‘b “c’ d” "},
    {"Inches", "\"a 17\" "},
    {"Apostrophes", "'go "},
    {"Plurals", "‘go the boys’ hats “a "},
    {"Tags", "\"A said. "},
    {"Said", "He said "},
    {"OneSpeaker", "“I go,” said Ana Lopez. "},
    {"OneFragment", "he “go” "},
    {"Speakers", "“I go,” said Mira Sel#. "},
    {"GivenNames", "Ana Sel# went. Ana said so. "},
    {"FamilyNames", "Mira Sel# saw the Sel#s. "},
    {"Roles", "The sel# minister said no. The preacher left. "},
    {"Bodies", "The Sel# Ministry said no. The council left. "},
    {"Turns", "SEL#: You must leave now.\n"},
    {"Dates", "“We go,” he said on Tuesday. "},
    {"TopicWords", "withdraw troops "},
    {"Topic", "“Withdraw the troops,” he said. "},
    {"ReportedTopic", "Ana Lopez said that troops must withdraw. "},
    {"Private", "He told them privately “we go,” "},
    {"Brackets", "(a [b "},
    {"CombiningMarks", "e\u0301\u0301\u0301\u0301"},
};

// The article's number `i` in letters: names have no digits.
std::string Letters(int i) {
  std::string letters;
  for (; i > 0; i /= 20) letters += "bcdfghjklmnpqrstvwxz"[i % 20];
  return letters;
}

std::string TextOf(absl::string_view pattern) {
  std::string text;
  for (int i = 1; text.size() < kBytes; ++i) {
    for (const char c : pattern) {
      c == '#' ? text += Letters(i) : text += c;
    }
  }
  return text;
}

class OddArticleTest : public testing::TestWithParam<OddArticle> {};

TEST_P(OddArticleTest, IsReadInGoodTime) {
  static const auto config = Config::Load({});
  ASSERT_TRUE(config.ok()) << config.status();
  ingest::Article article;
  article.id = GetParam().name;
  article.published = "2023-05-01";
  article.text = TextOf(GetParam().text);
  const ArticleRecord record = Annotate(std::move(article), **config);
  // The record is bounded as well: a sentence for each quotation of a word.
  size_t bytes = 0;
  for (const RecordedQuote& quote : record.quotes) {
    bytes += quote.text.size() + quote.context.size();
  }
  EXPECT_LT(bytes, 200 * kBytes);
}

INSTANTIATE_TEST_SUITE_P(Cases, OddArticleTest, testing::ValuesIn(kOddArticles),
                         [](const testing::TestParamInfo<OddArticle>& info) {
                           return std::string(info.param.name);
                         });

}  // namespace
}  // namespace onrecord::pipeline
