#include "quotes/analyze.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

constexpr absl::string_view kKinds[] = {"direct", "mixed", "indirect", "scare"};

// "direct Ana Lopez: We leave" a quotation.
std::vector<std::string> Describe(absl::string_view text) {
  const text::Document document = MakeDocument(text);
  const QuoteAnalysis found = AnalyzeQuotes(document, BuiltInModel());
  std::vector<std::string> lines;
  for (size_t q = 0; q < found.quotes.size(); ++q) {
    const int32_t s = found.speaker_of_quote[q];
    std::string line =
        absl::StrCat(kKinds[static_cast<int>(found.quotes[q].kind)], " ",
                     s < 0 ? "-" : found.speakers[s].name, ":");
    for (text::Span span : found.quotes[q].content) {
      absl::StrAppend(&line, " ", document.Text(span));
    }
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(AnalyzeQuotesTest, ResolvesPronounsToNames) {
  EXPECT_EQ(Describe("Mrs Ana Lopez spoke in Brezin.\n"
                     "“We leave in May,” she said. “We do not come back.”"),
            (Lines{"direct Ana Lopez: We leave in May,",
                   "direct Ana Lopez: We do not come back."}));
}

TEST(AnalyzeQuotesTest, FindsAllKindsInTextOrder) {
  EXPECT_EQ(
      Describe("Ana Lopez said that the bridge was closed.\n"
               "Carl Rolfe called the plan “a grave mistake”.\n"
               "“We leave in May,” Ana Lopez said.\n"
               "The film “The Long River” opened in Brezin."),
      (Lines{"indirect Ana Lopez: the bridge was closed",
             "mixed Carl Rolfe: a grave mistake",
             "direct Ana Lopez: We leave in May,", "scare -: The Long River"}));
}

TEST(AnalyzeQuotesTest, ReadsTurnsAndCutsQuotationsOutOfThem) {
  EXPECT_EQ(
      Describe("ANA LOPEZ: We leave in May.\n"
               "CARL ROLFE: I say we stay.\n"
               "ANA LOPEZ: No."),
      (Lines{"direct ANA LOPEZ: We leave in May.",
             "direct CARL ROLFE: I say we stay.", "direct ANA LOPEZ: No."}));
}

TEST(AnalyzeQuotesTest, KeepsTheParagraphsOfATurnTogether) {
  EXPECT_EQ(Describe("Q: Do you leave?\nANA LOPEZ: We do.\nI said so in May.\n"
                     "Q: In May?\nANA LOPEZ: In June."),
            (Lines{"direct ANA LOPEZ: We do. I said so in May.",
                   "direct ANA LOPEZ: In June."}));
}

TEST(AnalyzeQuotesTest, GivesAnswersToThePersonInterviewed) {
  EXPECT_EQ(Describe("Ana Lopez, the mayor of Brezin, has a plan.\n"
                     "Q: Do you leave?\nA: We do.\nQ: In May?\nA: In June."),
            (Lines{"direct Ana Lopez: We do.", "direct Ana Lopez: In June."}));
}

TEST(AnalyzeQuotesTest, ReadsYouInAQuestionAsThePersonAsked) {
  EXPECT_EQ(Describe("Q: You promised a “review” of it, did you?\n"
                     "ANA LOPEZ: We did.\nQ: In May?\nANA LOPEZ: In June."),
            (Lines{"mixed ANA LOPEZ: review", "direct ANA LOPEZ: We did.",
                   "direct ANA LOPEZ: In June."}));
}

TEST(AnalyzeQuotesTest, LeavesOutTheQuestionsOfAnInterview) {
  EXPECT_EQ(Describe("Q: Do you leave?\nANA LOPEZ: We do.\n"
                     "Q: In May?\nANA LOPEZ: In June."),
            (Lines{"direct ANA LOPEZ: We do.", "direct ANA LOPEZ: In June."}));
}

TEST(AnalyzeQuotesTest, HasNothingWithoutQuotations) {
  EXPECT_EQ(Describe("The hall emptied. It was cold in Brezin."), Lines{});
  EXPECT_EQ(Describe(""), Lines{});
}

struct LawCase {
  std::string name;
  std::string text;
};

class AnalyzeQuotesLawTest : public testing::TestWithParam<LawCase> {};

// What every result obeys, whatever the text.
TEST_P(AnalyzeQuotesLawTest, Holds) {
  const text::Document document = MakeDocument(GetParam().text);
  const QuoteAnalysis found = AnalyzeQuotes(document, BuiltInModel());
  const int32_t size = static_cast<int32_t>(document.text().size());
  ASSERT_EQ(found.attributions.size(), found.quotes.size());
  ASSERT_EQ(found.speaker_of_quote.size(), found.quotes.size());
  ASSERT_EQ(found.speaker_of_mention.size(), found.mentions.size());
  int32_t begin = 0;
  for (size_t q = 0; q < found.quotes.size(); ++q) {
    ASSERT_FALSE(found.quotes[q].content.empty());
    EXPECT_LE(begin, found.quotes[q].Outer().begin);
    begin = found.quotes[q].Outer().begin;
    int32_t end = 0;
    for (text::Span span : found.quotes[q].content) {
      EXPECT_LT(span.begin, span.end);
      EXPECT_LE(end, span.begin);
      EXPECT_LE(span.end, size);
      end = span.end;
    }
    const Attribution& a = found.attributions[q];
    EXPECT_LT(a.mention, static_cast<int32_t>(found.mentions.size()));
    EXPECT_TRUE(a.mention >= 0 || found.speaker_of_quote[q] < 0);
    EXPECT_TRUE(found.quotes[q].kind != QuoteKind::kScare || a.mention < 0);
    EXPECT_TRUE(a.confidence >= 0 && a.confidence <= 1);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, AnalyzeQuotesLawTest,
    testing::ValuesIn(std::vector<LawCase>{
        {"Empty", ""},
        {"MarksOnly", "“”\"\"''‘’“\n\"\n'"},
        {"Unclosed", "“We leave, said Lopez.\n“No, said Rolfe.\n“Yes."},
        {"Nested", "“He said ‘no, “never,” no,’ and left,” Lopez said."},
        {"Transcript",
         "LOPEZ: He said “no”.\nROLFE: “Yes.”\nLOPEZ: No: “never”.\nQ: ?"},
        {"CueWithoutSpeaker", "“No,” said. Said: “no”. According to “no”."},
        {"TurnOfQuotationOnly", "A B: no.\nC D: “no” “yes”\nA B: “no"},
        {"NotUtf8Words", "Çelik dedi: «Hayır». Él dijo „no“."},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::quotes
