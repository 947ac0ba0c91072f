#include "quotes/reporter_view.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: s a sentence of the reporter's, t one that may be the tag of the
// quotation before it.
struct ViewCase {
  std::string name;
  std::string marked;
};

class ReporterViewTest : public testing::TestWithParam<ViewCase> {};

TEST_P(ReporterViewTest, CutsIntoSentences) {
  const std::string& marked = GetParam().marked;
  const text::Document document = MakeDocument(ReadMarkedText(marked).text);
  const ReporterView view = MakeReporterView(document);
  std::vector<MarkedText::Label> found;
  for (const ReporterSentence& s : view.sentences) {
    found.push_back({s.after_quotation ? "t" : "s", document.SpanOf(s.tokens)});
  }
  EXPECT_EQ(WriteMarkedText(document.text(), found), marked);
}

INSTANTIATE_TEST_SUITE_P(
    All, ReporterViewTest,
    testing::ValuesIn(std::vector<ViewCase>{
        {"Plain", "[s:Ana Lopez left.] [s:The hall emptied.]"},
        {"QuotationIsOneWord",
         "[s:“We go. We stay. We wait,” said Ana Lopez.]"},
        {"TagInside", "[s:“No,” said Ana Lopez, “never.”]"},
        {"TagBehindAQuestion", "[s:“Why now?” Ana Lopez asked.]"},
        {"SentenceBehindAQuestion", "[s:“Why now?”] [t:The mayor asked.]"},
        {"NextSentenceIsItsOwn",
         "[s:“No,” said Ana Lopez.] [s:The hall emptied.]"},
        {"Paragraphs", "[s:“No,” said Ana Lopez.]\n[s:The hall emptied.]"},
        {"UnclosedQuotation", "[s:“We go. We stay.]\n[s:The hall emptied.]"},
    }),
    [](const auto& info) { return info.param.name; });

TEST(ReporterViewTest, LaysItemsOutBySentence) {
  const text::Document document = MakeDocument(
      "Carl Rolfe left.\n“Go, Rolfe,” Ana Lopez said. She wrote “never”.");
  const ReporterView view = MakeReporterView(document);
  ASSERT_EQ(view.sentences.size(), 3u);
  ASSERT_EQ(view.stretches.size(), 2u);
  EXPECT_EQ(view.sentence_of_stretch, (std::vector<int32_t>{1, 2}));
  EXPECT_EQ(view.sentences_of_paragraph[0], (text::TokenRange{0, 1}));
  EXPECT_EQ(view.sentences_of_paragraph[1], (text::TokenRange{1, 3}));
  const text::TokenRange mentions = view.sentences[1].mentions;
  ASSERT_EQ(mentions.size(), 1);
  EXPECT_EQ(document.Text(view.mentions[mentions.begin].span), "Ana Lopez");
  const text::TokenRange cues = view.sentences[2].cues;
  ASSERT_EQ(cues.size(), 1);
  EXPECT_EQ(document.Text(view.cues[cues.begin].tokens), "wrote");
}

TEST(ReporterViewTest, HasNothingForAnEmptyText) {
  const text::Document document = MakeDocument("");
  const ReporterView view = MakeReporterView(document);
  EXPECT_TRUE(view.sentences.empty());
  EXPECT_TRUE(view.stretches.empty());
}

}  // namespace
}  // namespace onrecord::quotes
