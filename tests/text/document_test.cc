#include "text/document.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "tests/text/small_lexicon.h"

namespace onrecord::text {
namespace {

struct SplitCase {
  const char* name;
  const char* text;  // "|" stands where the text is cut.
};

// The text without its cuts.
std::string Joined(absl::string_view marked) {
  std::string text;
  for (const char c : marked) {
    if (c != '|') text += c;
  }
  return text;
}

class SentenceTest : public testing::TestWithParam<SplitCase> {};

TEST_P(SentenceTest, EndsWhereMarked) {
  const Document document(Joined(GetParam().text), SmallLexicon());
  std::string marked;
  int32_t end = 0;
  for (const Sentence& sentence : document.sentences()) {
    const Span between{end, sentence.span.begin};
    marked += std::string(document.Text(between));
    if (end > 0) marked += "|";
    marked += std::string(document.Text(sentence.span));
    end = sentence.span.end;
  }
  EXPECT_EQ(marked, GetParam().text);
}

constexpr SplitCase kSentenceCases[] = {
    {"Plain", "We go. |They stay! |Why? |Nobody knows."},
    {"NoStopAtTheEnd", "We go. |They stay"},
    // Abbreviations, acronyms, initials.
    {"AcronymInside", "The U.S. army left. |He stayed."},
    {"AcronymBeforeStarter", "They left the U.S. |The army stayed."},
    {"AcronymBeforeName", "They met U.S. Senator Ana Lima."},
    {"AcronymBeforeUnderSecretary", "The U.S. Under Secretary left."},
    {"Titles", "Maj. Gen. Ana Lima met Mr. Okoro."},
    {"TitleBeforeStarter", "They met Gen. The Rock."},
    {"Date", "He left on Jan. 17 and on Dec. 3."},
    {"Initials", "J. Okoro met A. B. Lima."},
    {"Number", "It is No. 5 in Brezin."},
    {"NegationIsNoNumber", "He said no. |They left."},
    {"Versus", "It was Brezin vs. The Rest."},
    {"CompanyInside", "Lima Inc. said so. |He left."},
    {"EtceteraBeforeLower", "Flour, salt, etc. went up."},
    {"UnlistedAbbreviation", "It was bldg. five."},
    {"LowerCaseStart", "They waited there. |nobody came."},
    {"NameInLowerCase", "They left. |al-Sabbari stayed."},
    {"ParticleAtTheStart", "They left. |de Lima stayed."},
    {"NumberAtTheStart", "They left. |14 people stayed."},
    {"Decimals", "It rose 3.5 percent."},
    {"ListNumber", "1. We leave. |2. They stay."},
    {"YearIsNoListNumber", "It was in 2023. |We left."},
    {"HostName", "They asked Example.com about it."},
    {"MissingBlank", "They left.|The end."},
    // Quotations.
    {"QuoteEndsSentence", "\"We go.\" |He left."},
    {"CurlyQuoteEndsSentence", "“We go.” |He left."},
    {"QuestionBeforeTag", "“Why?” he asked. |“Because.”"},
    {"QuestionBeforeNamedTag", "“Why?” Ana Lima asked. |“Because.”"},
    {"QuestionBeforeNewSentence", "“Why?” |Ana Lima left. |“Because.”"},
    {"QuestionInsideQuote", "“Why? |Because we can,” he said."},
    {"CommaBeforeTag", "“We go,” he said. |“They stay.”"},
    {"QuoteStartsAfterStop", "He left. |“We go,” she said."},
    {"StraightQuoteStartsAfterStop", "He left. |\"We go,\" she said."},
    {"BothMarksTouch", "\"We go.\"|He left."},
    {"NestedMarks", "\"He said 'go.'\" |They left."},
    {"SpacedGuillemets", "« We go. » |He left."},
    {"TypewriterMarks", "``We go.'' |He left."},
    {"AcronymInQuote", "“We love the U.S.” |They left."},
    {"ScareQuoteWithCapital", "The “Letter.” |They left."},
    // Brackets, ellipses, calls.
    {"Brackets", "(They left.) |He stayed."},
    {"LowerCaseBehindBracket", "They (the U.S.) left."},
    {"EllipsisInside", "We go ... and stay."},
    {"EllipsisBeforeI", "Well … I stay."},
    {"EllipsisBehindStop", "We go. … |I stay."},
    {"EllipsisBeforeStarter", "Well … |The end."},
    {"CallInName", "Yahoo! said no."},
    {"TwoCalls", "What?! |He left."},
    {"DashBehindStop", "“We go.” — Ana Lima"},
    {"Bullets", "We go. |• They stay."},
};

INSTANTIATE_TEST_SUITE_P(Cases, SentenceTest, testing::ValuesIn(kSentenceCases),
                         [](const testing::TestParamInfo<SplitCase>& info) {
                           return std::string(info.param.name);
                         });

struct ParagraphCase {
  const char* name;
  const char* text;
  std::vector<std::string> paragraphs;
};

class ParagraphTest : public testing::TestWithParam<ParagraphCase> {};

TEST_P(ParagraphTest, AreFound) {
  const Document document(GetParam().text, SmallLexicon());
  std::vector<std::string> found;
  for (const Paragraph& paragraph : document.paragraphs()) {
    found.emplace_back(document.Text(paragraph.span));
    EXPECT_EQ(document.SpanOf(paragraph.tokens), paragraph.span);
    EXPECT_FALSE(paragraph.sentences.empty());
  }
  EXPECT_EQ(found, GetParam().paragraphs);
}

const ParagraphCase kParagraphCases[] = {
    {"Empty", "", {}},
    {"BlankLinesOnly", " \n\u00A0\n\t\n", {}},
    {"EachLineIsOne",
     "One two.\nThree.\n\n\nFour.\n",
     {"One two.", "Three.", "Four."}},
    {"WhiteSpaceIsCut", "  One. \u00A0\n\u00A0 Two.\r\n", {"One.", "Two."}},
    {"HardWrapped",
     "The council of Brezin voted late on Thursday to end the long talks "
     "about\n"
     "the bridge, and its members left the old hall through the back door one\n"
     "by one while the crowd stood at the front and waited for them to come.\n"
     "\n"
     "Nobody knew when the next session would be held, or who would pay for a\n"
     "new bridge.\n",
     {"The council of Brezin voted late on Thursday to end the long talks "
      "about\n"
      "the bridge, and its members left the old hall through the back door "
      "one\n"
      "by one while the crowd stood at the front and waited for them to come.",
      "Nobody knew when the next session would be held, or who would pay for "
      "a\n"
      "new bridge."}},
    {"ShortLinesInWrappedText",
     "The council of Brezin voted late on Thursday to end the long talks "
     "about\n"
     "the bridge, and its members left the old hall through the back door one\n"
     "by one while the crowd stood at the front and waited.\n"
     "Ana Lima\n"
     "Brezin Courier\n",
     {"The council of Brezin voted late on Thursday to end the long talks "
      "about\n"
      "the bridge, and its members left the old hall through the back door "
      "one\n"
      "by one while the crowd stood at the front and waited.",
      "Ana Lima", "Brezin Courier"}},
    {"LongLinesAreParagraphs",
     "The council of Brezin voted late on Thursday to end the long talks about "
     "the bridge, and its members left through the back door.\n"
     "Nobody knew when the next session would be held, or who would pay for a "
     "new bridge that nobody had asked for.\n"
     "The crowd went home.\n"
     "Then it rained.\n",
     {"The council of Brezin voted late on Thursday to end the long talks "
      "about "
      "the bridge, and its members left through the back door.",
      "Nobody knew when the next session would be held, or who would pay for a "
      "new bridge that nobody had asked for.",
      "The crowd went home.", "Then it rained."}},
};

INSTANTIATE_TEST_SUITE_P(Cases, ParagraphTest,
                         testing::ValuesIn(kParagraphCases),
                         [](const testing::TestParamInfo<ParagraphCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(DocumentTest, SentencesStayInTheirParagraph) {
  const Document document("A headline\nWe go. They stay", SmallLexicon());
  ASSERT_EQ(document.sentences().size(), 3u);
  EXPECT_EQ(document.sentences()[0].paragraph, 0);
  EXPECT_EQ(document.sentences()[1].paragraph, 1);
  EXPECT_EQ(document.sentences()[2].paragraph, 1);
}

// Later stages look at whole sentences and paragraphs.
TEST(DocumentTest, CutsWhatIsOverlong) {
  std::string words, sentences;
  for (int i = 0; i < 700; ++i) words += "go ";
  for (int i = 0; i < 1500; ++i) sentences += "We go. ";
  const Document document(words + "\n\n" + sentences, SmallLexicon());
  std::vector<int32_t> sizes;
  for (const Paragraph& paragraph : document.paragraphs()) {
    sizes.push_back(paragraph.tokens.size());
  }
  EXPECT_EQ(sizes, (std::vector<int32_t>{700, 1998, 1998, 504}));
  ASSERT_GT(document.sentences().size(), 3u);
  EXPECT_EQ(document.sentences()[0].tokens.size(), 300);
  EXPECT_EQ(document.sentences()[2].tokens.size(), 100);
  int32_t end = 0;
  for (size_t i = 0; i < document.sentences().size(); ++i) {
    const Sentence& sentence = document.sentences()[i];
    EXPECT_EQ(sentence.tokens.begin, end) << "no token is lost";
    const Paragraph& paragraph = document.paragraphs()[sentence.paragraph];
    EXPECT_TRUE(paragraph.sentences.Contains(static_cast<int32_t>(i)));
    EXPECT_TRUE(paragraph.span.Contains(sentence.span));
    end = sentence.tokens.end;
  }
  EXPECT_EQ(end, static_cast<int32_t>(document.tokens().size()));
}

TEST(DocumentTest, MarksTheFirstWordOfEachSentence) {
  const Document document("“We go.” They stay.", SmallLexicon());
  std::vector<absl::string_view> first;
  for (size_t i = 0; i < document.tokens().size(); ++i) {
    if (document.tokens()[i].HasShape(kSentenceFirst)) {
      first.push_back(document.Text(static_cast<int32_t>(i)));
    }
  }
  EXPECT_EQ(absl::StrJoin(first, ","), "We,They");
}

TEST(DocumentTest, FindsTokensByOffset) {
  const Document document("We go. They", SmallLexicon());
  EXPECT_EQ(document.TokenAt(0), 0);
  EXPECT_EQ(document.TokenAt(2), 1);  // The blank before "go".
  EXPECT_EQ(document.TokenAt(5), 2);
  EXPECT_EQ(document.TokenAt(11), 4);
  EXPECT_EQ(document.TokensIn(Span{3, 6}), (TokenRange{1, 3}));
  EXPECT_EQ(document.TokensIn(Span{4, 6}), (TokenRange{2, 3}));
  EXPECT_TRUE(document.TokensIn(Span{0, 1}).empty());
  EXPECT_EQ(document.SentenceOf(2), 0);
  EXPECT_EQ(document.SentenceOf(3), 1);
  EXPECT_EQ(document.ParagraphOf(3), 0);
}

TEST(DocumentTest, FindsPhrasesLongestFirstAndInOneParagraph) {
  const Document document("He left last night. At the\ntime; at the time",
                          SmallLexicon());
  ASSERT_EQ(document.phrases().size(), 2u);
  EXPECT_EQ(document.Text(document.phrases()[0].tokens), "last night");
  EXPECT_EQ(document.Text(document.phrases()[1].tokens), "at the time");
  EXPECT_EQ(document.PhraseAt(2), &document.phrases()[0]);
  EXPECT_EQ(document.PhraseAt(3), nullptr);
}

TEST(DocumentTest, MovesWithItsText) {
  Document first("We swim", SmallLexicon());
  const Document second = std::move(first);
  EXPECT_EQ(second.Text(1), "swim");
  EXPECT_EQ(second.Form(0), "we");
  EXPECT_EQ(second.Form(1), "");
}

}  // namespace
}  // namespace onrecord::text
