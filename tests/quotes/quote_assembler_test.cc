#include "quotes/quote_assembler.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "quotes/reporter_view.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: d1, m1, x1, d2 ...: contents of direct, mixed and scare quotations;
// those with one label are one quotation. d and m are the words of s, said by
// c, as far as the assembler is told; x are nobody's.
struct AssembleCase {
  std::string name;
  std::string marked;
};

int32_t MentionAt(const ReporterView& view, text::Span span) {
  for (size_t m = 0; m < view.mentions.size(); ++m) {
    if (view.mentions[m].span == span) return static_cast<int32_t>(m);
  }
  return -1;
}

// What an attributor would say of the marked text.
std::vector<Attribution> Attribute(const MarkedText& marked,
                                   const ReporterView& view) {
  std::vector<Attribution> out(view.stretches.size());
  const std::vector<text::Span> s = marked.Spans("s");
  const std::vector<text::Span> c = marked.Spans("c");
  for (size_t k = 0; k < view.stretches.size(); ++k) {
    for (const MarkedText::Label& label : marked.labels) {
      if (label.span != view.stretches[k].content || s.empty()) continue;
      if (label.name[0] == 'x') continue;
      out[k].mention = MentionAt(view, s[0]);
      if (!c.empty()) out[k].cue = c[0];
      out[k].rule = "tag_after";
      out[k].confidence = 0.9;
    }
  }
  return out;
}

class AssembleQuotesTest : public testing::TestWithParam<AssembleCase> {};

TEST_P(AssembleQuotesTest, MakesWhatIsMarked) {
  const MarkedText marked = ReadMarkedText(GetParam().marked);
  const text::Document document = MakeDocument(marked.text);
  const ReporterView view = MakeReporterView(document);
  std::vector<MarkedText::Label> found;
  for (const MarkedText::Label& label : marked.labels) {
    if (label.name == "s" || label.name == "c") found.push_back(label);
  }
  int number = 0;
  for (const AttributedQuote& q :
       AssembleQuotes(document, view, Attribute(marked, view))) {
    ++number;
    const char kind = q.quote.kind == QuoteKind::kDirect  ? 'd'
                      : q.quote.kind == QuoteKind::kMixed ? 'm'
                                                          : 'x';
    for (text::Span span : q.quote.content) {
      found.push_back({kind + std::to_string(number), span});
    }
    EXPECT_EQ(q.attribution.mention < 0 || kind != 'x', true);
  }
  EXPECT_EQ(WriteMarkedText(document.text(), found), GetParam().marked);
}

INSTANTIATE_TEST_SUITE_P(
    Spans, AssembleQuotesTest,
    testing::ValuesIn(std::vector<AssembleCase>{
        {"One", "“[d1:We leave in May,]” [s:Ana Lopez] [c:said]."},
        {"SplitByItsTag",
         "“[d1:We leave,]” [s:Ana Lopez] [c:said], “[d1:in May.]”"},
        {"SplitWithCommaOutside",
         "‘[d1:We leave]’, [s:Ana Lopez] [c:said], ‘[d1:in May]’."},
        {"NewSentenceIsNewQuotation",
         "“[d1:We leave,]” [s:Ana Lopez] [c:said]. “[d2:We go in May.]”"},
        {"OverParagraphs",
         "[s:Ana Lopez] [c:said]: “[d1:We leave in May.]\n“[d1:We do not come "
         "back.]”"},
        {"ParagraphsOfTheirOwn",
         "[s:Ana Lopez] [c:said]: “[d1:We leave in May.]”\n“[d2:We do not come "
         "back.]”"},
        {"TwoFragments",
         "[s:Ana Lopez] [c:called] it “[m1:cold]” and “[m2:a grave mistake]”."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Kinds, AssembleQuotesTest,
    testing::ValuesIn(std::vector<AssembleCase>{
        {"MixedPhrase", "[s:Ana Lopez] [c:called] it “[m1:a mistake]”."},
        {"MixedClause",
         "[s:Ana Lopez] [c:said] the plan was “[m1:a grave mistake.]”"},
        {"MixedThat",
         "[s:Ana Lopez] [c:said] that “[m1:we cannot leave before May.]”"},
        {"DirectBehindAColon", "[s:Ana Lopez] [c:said]: “[d1:We leave.]”"},
        {"DirectBehindAComma", "[s:Ana Lopez] [c:said], “[d1:no.]”"},
        {"DirectOneWord", "“[d1:Never,]” [s:Ana Lopez] [c:said]."},
        {"ScareWord", "The so-called “[x1:winter plan]” was dropped."},
        {"Title", "The film “[x1:The Long River]” opened in Brezin."},
        {"Nickname", "Carl “[x1:Red]” Rolfe won the race."},
        {"SentenceOfNobody", "The hall emptied. “[d1:Why in June?]”"},
        {"SignOfNobody", "The hall emptied. “[x1:Long River Inn]”"},
        {"SpeechOfNobody",
         "“[d1:We leave in May and we do not come back to this place.]”"},
    }),
    [](const auto& info) { return info.param.name; });

TEST(AssembleQuotesTest, SaysThatAMarkIsMissing) {
  const text::Document document =
      MakeDocument("“We leave in May. It is late.\nAna Lopez left.");
  const ReporterView view = MakeReporterView(document);
  const std::vector<AttributedQuote> quotes = AssembleQuotes(
      document, view, std::vector<Attribution>(view.stretches.size()));
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_TRUE(quotes[0].quote.unterminated);
}

}  // namespace
}  // namespace onrecord::quotes
