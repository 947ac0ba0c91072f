#include "text/tokenizer.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/text/small_lexicon.h"

namespace onrecord::text {
namespace {

std::string Cut(absl::string_view text) {
  std::vector<absl::string_view> words;
  for (const Token& token : Tokenize(text, SmallLexicon())) {
    words.push_back(Slice(text, token.span()));
  }
  return absl::StrJoin(words, "|");
}

struct CutCase {
  const char* name;
  const char* text;
  const char* tokens;
};

class TokenizerCutTest : public testing::TestWithParam<CutCase> {};

TEST_P(TokenizerCutTest, CutsTokens) {
  EXPECT_EQ(Cut(GetParam().text), GetParam().tokens);
}

constexpr CutCase kCutCases[] = {
    {"Empty", "", ""},
    {"BlanksOnly", " \t\n ", ""},
    {"WordsAndStop", "We go home.", "We|go|home|."},
    // Apostrophes.
    {"PossessiveIsSplit", "Brezin's army", "Brezin|'s|army"},
    {"PossessiveCurly", "Brezin’s army", "Brezin|’s|army"},
    {"PossessiveCapital", "BREZIN'S", "BREZIN|'S"},
    {"ListedContractionStays", "It's over, that’s all",
     "It's|over|,|that’s|all"},
    {"OtherContractionsAreOneWord", "don't they're I'm we’ll",
     "don't|they're|I'm|we’ll"},
    {"PluralPossessive", "the wives’ vote", "the|wives|’|vote"},
    {"ApostropheInsideName", "O'Dell and Sa’adoun", "O'Dell|and|Sa’adoun"},
    {"PossessiveOfSuchAName", "O'Dell's", "O'Dell|'s"},
    {"TwoApostrophes", "rock'n'roll's end", "rock'n'roll|'s|end"},
    {"Decade", "the ’90s, the 1990s, 1990's",
     "the|’|90s|,|the|1990s|,|1990|'s"},
    {"QuotedWordIsNoContraction", "the 'truth' he", "the|'|truth|'|he"},
    {"ParticleBeforeApostrophe", "al-'Abadi", "al-'Abadi"},
    {"OnlyParticlesJoinIt", "pre-'crisis'", "pre|-|'|crisis|'"},
    // Full stops.
    {"Acronym", "the U.S. army", "the|U.S.|army"},
    {"AcronymAtTheEnd", "in the U.S.", "in|the|U.S."},
    {"AcronymCompound", "a U.S.-led force", "a|U.S.-led|force"},
    {"CompoundLosesTheStop", "It was U.S.-led.", "It|was|U.S.-led|."},
    {"TimeOfDay", "at 11:30 a.m. sharp", "at|11:30|a.m.|sharp"},
    {"Initials", "J.R.R. Okoro, J. Lima", "J.R.R.|Okoro|,|J.|Lima"},
    {"InitialTouchesName", "J.R.R.Okoro", "J.R.R.|Okoro"},
    {"Titles", "Maj. Gen. Hannah Voss", "Maj.|Gen.|Hannah|Voss"},
    {"UnlistedWordHasNoStop", "They stop. Gone", "They|stop|.|Gone"},
    {"ListedWithInnerStops", "a Ph.D. in W.Va. now", "a|Ph.D.|in|W.Va.|now"},
    {"WordThatIsAlsoAbbreviation", "He said no. Then", "He|said|no|.|Then"},
    {"ThatAbbreviationBeforeNumber", "in No. 5 of", "in|No.|5|of"},
    {"StateBehindComma", "Brezin, Mass. Voters", "Brezin|,|Mass.|Voters"},
    {"TheWordIsNoState", "They heard Mass. Voters", "They|heard|Mass|.|Voters"},
    {"WeekdayBeforeMonth", "on Sat. Jan. 6", "on|Sat.|Jan.|6"},
    {"VerbIsNoWeekday", "He sat. Then", "He|sat|.|Then"},
    {"MissingBlank", "they said.The end", "they|said|.|The|end"},
    {"NumeralIsNoInitial", "World War I. The", "World|War|I|.|The"},
    {"InitialIAfterGivenName", "Ana I. Lima", "Ana|I.|Lima"},
    {"Ellipsis", "well... no… or . . . so", "well|...|no|…|or|. . .|so"},
    {"EllipsisTouchesStop", "gone. . . . Then", "gone|. . . .|Then"},
    // Numbers.
    {"Amounts", "$300 and €2.5bn, US$30m", "$300|and|€2.5bn|,|US$30m"},
    {"Thousands", "2,500 troops", "2,500|troops"},
    {"YearListIsNotThousands", "in 2014,2015", "in|2014|,|2015"},
    {"Percent", "90% of 3.5", "90%|of|3.5"},
    {"NumberEndsSentence", "It was 17. He", "It|was|17|.|He"},
    {"SlashedNumbers", "9/11 or 28/12/2023", "9/11|or|28/12/2023"},
    {"SlashBetweenWords", "and/or", "and|/|or"},
    {"IsoDate", "2024-01-17T10:00:00Z", "2024-01-17T10:00:00Z"},
    {"Ordinal", "the 17th, a 20-year-old", "the|17th|,|a|20-year-old"},
    // Hyphens and dashes.
    {"Compound", "Iran-linked al-Sabbari", "Iran-linked|al-Sabbari"},
    {"HyphenThatJoinsNothing", "pre- and post-war", "pre|-|and|post-war"},
    {"EmDash", "word—word", "word|—|word"},
    {"DoubleHyphen", "word--word -- word", "word|--|word|--|word"},
    // Quotation marks.
    {"CurlyMarks", "“No,” he", "“|No|,|”|he"},
    {"TypewriterMarks", "``No,'' he", "``|No|,|''|he"},
    {"AngleMarks", "«No», ‹no›, „no“", "«|No|»|,|‹|no|›|,|„|no|“"},
    {"NestedMarks", "\"'No,' he\"", "\"|'|No|,|'|he|\""},
    // Addresses.
    {"Url", "See https://example.com/a_b?x=1.",
     "See|https://example.com/a_b?x=1|."},
    {"UrlInMarks", "(www.example.com)", "(|www.example.com|)"},
    {"Mail", "ana.lima@example.org, now", "ana.lima@example.org|,|now"},
    {"HostName", "Example.com said", "Example.com|said"},
    {"Handle", "@ana_lima and #talks", "@ana_lima|and|#talks"},
    {"Ampersand", "AT&T & sons", "AT&T|&|sons"},
    // White space and scripts.
    {"NoBreakSpace", "Gen.\u00A0Voss\u200Bleft", "Gen.|Voss|left"},
    {"SoftHyphenStaysInside", "in\u00ADside", "in\u00ADside"},
    {"Accents", "Élodie Ñuñez’s", "Élodie|Ñuñez|’s"},
    {"Cyrillic", "Он сказал: «да».", "Он|сказал|:|«|да|»|."},
    {"Emoji", "yes 👍 no", "yes|👍|no"},
};

INSTANTIATE_TEST_SUITE_P(Cases, TokenizerCutTest, testing::ValuesIn(kCutCases),
                         [](const testing::TestParamInfo<CutCase>& info) {
                           return std::string(info.param.name);
                         });

struct PunctCase {
  const char* name;
  const char* text;
  Punct punct;
};

class TokenizerPunctTest : public testing::TestWithParam<PunctCase> {};

TEST_P(TokenizerPunctTest, KnowsTheMark) {
  const std::vector<Token> tokens = Tokenize(GetParam().text, SmallLexicon());
  ASSERT_GE(tokens.size(), 2u);
  EXPECT_EQ(tokens[1].punct, GetParam().punct);
}

constexpr PunctCase kPunctCases[] = {
    {"Period", "a. b", Punct::kPeriod},
    {"Comma", "a, b", Punct::kComma},
    {"Dash", "a - b", Punct::kDash},
    {"HyphenBeforeWord", "a -b", Punct::kHyphen},
    {"HyphenBehindWord", "a- b", Punct::kHyphen},
    {"EnDash", "a–b", Punct::kDash},
    {"Bullet", "a • b", Punct::kSlash},
    {"Bracket", "a (b", Punct::kOpen},
    {"CloseBracket", "a] b", Punct::kClose},
    {"Acute", "a ´b", Punct::kMark},
    {"Question", "a? b", Punct::kQuestion},
    {"Ellipsis", "a… b", Punct::kEllipsis},
    {"Other", "a = b", Punct::kOther},
    {"Word", "a b", Punct::kNone},
};

INSTANTIATE_TEST_SUITE_P(Cases, TokenizerPunctTest,
                         testing::ValuesIn(kPunctCases),
                         [](const testing::TestParamInfo<PunctCase>& info) {
                           return std::string(info.param.name);
                         });

struct ShapeCase {
  const char* name;
  const char* text;
  Shape shape;  // Of the last token.
};

class TokenizerShapeTest : public testing::TestWithParam<ShapeCase> {};

TEST_P(TokenizerShapeTest, SeesHowTheWordIsWritten) {
  const std::vector<Token> tokens = Tokenize(GetParam().text, SmallLexicon());
  ASSERT_FALSE(tokens.empty());
  EXPECT_EQ(tokens.back().shape, GetParam().shape);
}

constexpr ShapeCase kShapeCases[] = {
    {"Lower", "a word", kSpaceBefore},
    {"Capitalized", "a Word", kSpaceBefore | kCapitalized},
    {"AccentedCapital", "a Élan", kSpaceBefore | kCapitalized},
    {"AllCaps", "a USA", kSpaceBefore | kCapitalized | kAllCaps},
    {"OneCapitalIsNotAllCaps", "a U", kSpaceBefore | kCapitalized},
    {"DottedAllCaps", "a U.S.",
     kSpaceBefore | kCapitalized | kAllCaps | kOwnStop},
    {"SentenceStopIsNotItsOwn", "a word. a Word", kSpaceBefore | kCapitalized},
    {"Hyphen", "a Brezin-led", kSpaceBefore | kCapitalized | kHasHyphen},
    {"ParticleIsNotCapitalized", "a al-Lima", kSpaceBefore | kHasHyphen},
    {"Digits", "a 300", kSpaceBefore | kHasDigit},
    {"AmountIsNoName", "a $300M", kSpaceBefore | kHasDigit},
    {"Clitic", "Ana's", kClitic},
    {"TouchesTheMark", "\"word", 0},
    {"NoBreakSpaceIsSpace", "a\u00A0word", kSpaceBefore},
};

INSTANTIATE_TEST_SUITE_P(Cases, TokenizerShapeTest,
                         testing::ValuesIn(kShapeCases),
                         [](const testing::TestParamInfo<ShapeCase>& info) {
                           return std::string(info.param.name);
                         });

// Words are read eight bytes at once, but not near the end of the text.
TEST(TokenizerTest, WordsAreTheSameAtTheEndAndBeforeIt) {
  const std::string long_word(70, 'x');
  for (const std::string& words : {std::string("word"),
                                   std::string("Word."),
                                   std::string("eightlet"),
                                   std::string("Eightlet."),
                                   std::string("ninelette"),
                                   std::string("USA"),
                                   std::string("under_score"),
                                   std::string("B."),
                                   std::string("no."),
                                   std::string("Gen."),
                                   std::string("said,"),
                                   std::string("said;"),
                                   std::string("7,"),
                                   std::string("7."),
                                   std::string("1990s."),
                                   std::string("[word]"),
                                   std::string("@word"),
                                   std::string("caf\u00E9"),
                                   std::string("word\u201D"),
                                   std::string("it's"),
                                   long_word,
                                   long_word + ".",
                                   std::string(64, 'Y') + ".",
                                   std::string(63, 'z')}) {
    const std::vector<Token> at_end = Tokenize("a " + words, SmallLexicon());
    const std::vector<Token> inside =
        Tokenize("a " + words + std::string(80, ' '), SmallLexicon());
    ASSERT_EQ(at_end.size(), inside.size()) << words;
    for (size_t i = 0; i < inside.size(); ++i) {
      EXPECT_EQ(at_end[i].begin, inside[i].begin) << words;
      EXPECT_EQ(at_end[i].length, inside[i].length) << words;
      EXPECT_EQ(at_end[i].shape, inside[i].shape) << words;
      EXPECT_EQ(at_end[i].punct, inside[i].punct) << words;
      EXPECT_EQ(at_end[i].word, inside[i].word) << words;
    }
  }
}

TEST(TokenizerTest, TokensCarryTheirWordAndClasses) {
  const std::vector<Token> tokens =
      Tokenize("She SAID, Brezin", SmallLexicon());
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(SmallLexicon().word(tokens[0].word).form, "she");
  EXPECT_TRUE(tokens[0].Has(kPronoun));
  EXPECT_TRUE(tokens[1].Has(kCueUtterance));
  EXPECT_EQ(tokens[2].word, 0u);
  EXPECT_EQ(tokens[3].word, 0u);
  EXPECT_EQ(tokens[3].classes, WordClasses{0});
}

TEST(TokenizerTest, EveryByteIsInOneTokenOrWhiteSpace) {
  const std::string text =
      "“Sa’adoun”—U.S.-led\xFF, \xE2\x80 l'État 👍 ...--''`` a\u00A0b";
  uint32_t end = 0;
  for (const Token& token : Tokenize(text, SmallLexicon())) {
    EXPECT_GE(token.begin, end);
    for (uint32_t i = end; i < token.begin; ++i) {
      EXPECT_THAT(text[i], testing::AnyOf(' ', '\xC2', '\xA0'));
    }
    EXPECT_GT(token.length, 0);
    end = token.begin + token.length;
  }
  EXPECT_EQ(end, text.size());
}

TEST(TokenizerTest, CutsWordsThatAreTooLongOnCharacterEdges) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "é";
  const std::vector<Token> tokens = Tokenize(text, SmallLexicon());
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[0].length % 2, 0);
  EXPECT_EQ(tokens[0].length + tokens[1].length, 100000);
}

}  // namespace
}  // namespace onrecord::text
