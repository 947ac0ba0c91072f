#include "quotes/indirect_finder.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "quotes/reporter_view.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: s who, c the cue, q what is reported; without labels nothing is.
struct IndirectCase {
  std::string name;
  std::string marked;
};

class FindIndirectQuotesTest : public testing::TestWithParam<IndirectCase> {};

TEST_P(FindIndirectQuotesTest, FindsWhatIsMarked) {
  const std::string& marked = GetParam().marked;
  const text::Document document = MakeDocument(ReadMarkedText(marked).text);
  const ReporterView view = MakeReporterView(document);
  std::vector<MarkedText::Label> found;
  for (const IndirectQuote& q : FindIndirectQuotes(document, view)) {
    EXPECT_EQ(q.quote.kind, QuoteKind::kIndirect);
    for (text::Span span : q.quote.content) found.push_back({"q", span});
    ASSERT_GE(q.attribution.mention, 0);
    found.push_back({"s", view.mentions[q.attribution.mention].span});
    found.push_back({"c", q.attribution.cue});
  }
  EXPECT_EQ(WriteMarkedText(document.text(), found), marked);
}

INSTANTIATE_TEST_SUITE_P(
    Clauses, FindIndirectQuotesTest,
    testing::ValuesIn(std::vector<IndirectCase>{
        {"That", "[s:Ana Lopez] [c:said] that [q:they would leave in May]."},
        {"NoThat", "[s:Ana Lopez] [c:said] [q:they would leave in May]."},
        {"Claimed", "[s:She] [c:claimed] that [q:the bridge was closed]."},
        {"Warned", "[s:He] [c:warned] that [q:the river would rise]."},
        {"Told", "[s:Lopez] [c:told] Rolfe that [q:the bridge was closed]."},
        {"WarnedBehindAnApposition",
         "[s:The mayor], Hugo Rolfe, [c:warned] the town that [q:the river "
         "would rise]."},
        {"ToldBehindAComma",
         "On Monday, in Brezin, [s:Lopez], too, [c:told] Rolfe that [q:the "
         "bridge was closed]."},
        {"ThatFarBehind",
         "[s:Lopez] [c:told] reporters in Brezin on Monday that [q:the bridge "
         "was closed]."},
        {"NegationStaysInside",
         "[s:Lopez] [c:said] [q:the troops would not leave]."},
        {"CalledFor", "[s:Lopez] [c:called for] [q:a new vote in May]."},
        {"Urged", "[s:Lopez] [c:urged] [q:the choir to leave Brezin]."},
        {"Vowed", "[s:Lopez] [c:vowed] [q:to rebuild the bridge]."},
        {"Denied", "[s:Lopez] [c:denied] [q:the bridge was closed]."},
        {"SecondReport",
         "[s:[s:Lopez]] [c:said] [q:the bridge was closed], [c:adding] that "
         "[q:it was old]."},
        {"Paper", "[s:The ministry] [c:said] [q:the bridge was closed]."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Tags, FindIndirectQuotesTest,
    testing::ValuesIn(std::vector<IndirectCase>{
        {"Behind", "[q:The bridge was closed], [s:Ana Lopez] [c:said]."},
        {"BehindInverted", "[q:The bridge was closed], [c:said] [s:Lopez]."},
        {"Inside", "[q:Every soldier], [s:she] [c:said], [q:should go home]."},
        {"AccordingBehind",
         "[q:The bridge was closed], [c:according to] [s:Ana Lopez]."},
        {"AccordingBefore",
         "[c:According to] [s:Ana Lopez], [q:the bridge was closed]."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Nothing, FindIndirectQuotesTest,
    testing::ValuesIn(std::vector<IndirectCase>{
        {"NoCue", "The bridge was closed in May."},
        {"DidNotSay", "Lopez did not say that the bridge was closed."},
        {"DeclinedToSay", "Lopez declined to say who closed the bridge."},
        {"AskedWhether", "Lopez asked whether the bridge was closed."},
        {"FirstPerson", "I said that the bridge was closed."},
        {"Quoted", "“The bridge was closed in May,” Ana Lopez said."},
        {"NounPhrase", "Lopez read the paper."},
    }),
    [](const auto& info) { return info.param.name; });

TEST(FindIndirectQuotesTest, StopsBeforeAQuotation) {
  const text::Document document =
      MakeDocument("Lopez said that the bridge was “old and tired” in May.");
  const ReporterView view = MakeReporterView(document);
  for (const IndirectQuote& q : FindIndirectQuotes(document, view)) {
    EXPECT_FALSE(q.quote.Outer().Overlaps(view.stretches[0].outer));
  }
}

}  // namespace
}  // namespace onrecord::quotes
