#include "text/lexicon.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "text/tokenizer.h"

namespace onrecord::text {
namespace {

std::unique_ptr<const Lexicon> Load(const std::string& tsv) {
  Lexicon::Builder builder;
  EXPECT_TRUE(builder
                  .AddIrregularVerbs("verbs",
                                     "# Irregular.\nsay\t\tsaid\tsaid\t\n"
                                     "go\tgoes\twent\tgone\t\n"
                                     "get\t\tgot\tgot|gotten\tgetting\n")
                  .ok());
  EXPECT_TRUE(builder
                  .AddIrregularNouns("nouns",
                                     "# Irregular.\nperson\tpeople|persons\n"
                                     "attorney general\tattorneys general\n")
                  .ok());
  const absl::Status status = builder.AddWords("words", "# Words.\n" + tsv);
  EXPECT_TRUE(status.ok()) << status;
  return builder.Build();
}

WordClasses ClassesOf(const Lexicon& lexicon, absl::string_view form) {
  return lexicon.word(lexicon.Find(form)).classes;
}

absl::string_view LemmaOf(const Lexicon& lexicon, absl::string_view form) {
  return lexicon.word(lexicon.word(lexicon.Find(form)).lemma).form;
}

TEST(LexiconTest, FindsFormsInAnyCase) {
  const auto lexicon = Load("don't\tx\tnegation\t\nminister\tx\tperson\t\n");
  EXPECT_NE(lexicon->Find("Minister"), 0u);
  EXPECT_EQ(lexicon->Find("MINISTER"), lexicon->Find("minister"));
  EXPECT_EQ(lexicon->Find("don’t"), lexicon->Find("DON'T"));
  EXPECT_EQ(lexicon->Find("min\u00ADister"), lexicon->Find("minister"));
  EXPECT_EQ(lexicon->Find("ministers"), 0u);
  EXPECT_EQ(lexicon->Find("ministe"), 0u);
  EXPECT_EQ(lexicon->Find(""), 0u);
  EXPECT_EQ(lexicon->Find(std::string(100, 'x')), 0u);
}

TEST(LexiconTest, TellsLongFormsWithOneBeginningApart) {
  const auto lexicon =
      Load("representation\tx\tmedium\t\nrepresentatives\tx\tperson\t\n");
  EXPECT_EQ(ClassesOf(*lexicon, "representation"), kMedium);
  EXPECT_EQ(ClassesOf(*lexicon, "Representatives"), kPersonNoun);
  EXPECT_EQ(lexicon->Find("representations"), 0u);
}

// Each form has a slot of its own, whatever its length and however many; what
// is not listed has none.
TEST(LexiconTest, FindsEachOfManyForms) {
  constexpr int kForms = 5000;
  const auto form = [](int i) {
    return absl::StrCat("q", i * 7919, std::string(i % 41, 'a'), i % 10);
  };
  Lexicon::Builder builder;
  std::vector<WordId> ids;
  for (int i = 0; i < kForms; ++i) ids.push_back(builder.AddForm(form(i), 0));
  const auto lexicon = builder.Build();
  for (int i = 0; i < kForms; ++i) {
    EXPECT_EQ(lexicon->Find(form(i)), ids[i]) << form(i);
    EXPECT_EQ(lexicon->Find(form(i) + "x"), 0u) << form(i);
  }
}

TEST(LexiconTest, InflectsVerbs) {
  const auto lexicon = Load("say\tv\tutterance\tx\n");
  EXPECT_EQ(ClassesOf(*lexicon, "say"), kVerb | kBase | kCueUtterance);
  EXPECT_EQ(ClassesOf(*lexicon, "says"), kVerb | kThird | kCueUtterance);
  EXPECT_EQ(ClassesOf(*lexicon, "said"),
            kVerb | kPast | kParticiple | kCueUtterance);
  EXPECT_EQ(ClassesOf(*lexicon, "saying"), kVerb | kGerund | kCueUtterance);
  EXPECT_EQ(LemmaOf(*lexicon, "said"), "say");
  EXPECT_EQ(lexicon->word(lexicon->Find("said")).value, "x");
  EXPECT_EQ(lexicon->Find("sayed"), 0u);
}

TEST(LexiconTest, TakesAlternativesAndPrefixes) {
  const auto lexicon = Load("get\tv\tverb\t\nre-get\tv\tverb\t\n");
  EXPECT_TRUE(ClassesOf(*lexicon, "got") & kPast);
  EXPECT_TRUE(ClassesOf(*lexicon, "gotten") & kParticiple);
  EXPECT_EQ(LemmaOf(*lexicon, "re-got"), "re-get");
}

TEST(LexiconTest, InflectsNouns) {
  const auto lexicon = Load(
      "ally\tn\tperson\t\nspokesperson\tn\tperson\t\nperson\tn\tperson\t\n"
      "spokesman\tn\tperson\t\n");
  EXPECT_EQ(ClassesOf(*lexicon, "allies"), kPersonNoun | kPlural);
  EXPECT_EQ(ClassesOf(*lexicon, "ally"), kPersonNoun);
  EXPECT_EQ(LemmaOf(*lexicon, "people"), "person");
  EXPECT_EQ(LemmaOf(*lexicon, "persons"), "person");
  EXPECT_EQ(LemmaOf(*lexicon, "spokesmen"), "spokesman");
}

TEST(LexiconTest, MergesEntriesOfOneForm) {
  const auto lexicon = Load(
      "march\tx\tmonth\t3\nmarch\tv\tverb\tignored\n"
      "leaves\tx\tplural\t\nleave\tv\tverb\t\n");
  const WordInfo march = lexicon->word(lexicon->Find("march"));
  EXPECT_EQ(march.classes, kMonth | kVerb | kBase);
  EXPECT_EQ(march.value, "3");
  EXPECT_EQ(LemmaOf(*lexicon, "leaves"), "leave");
  EXPECT_EQ(ClassesOf(*lexicon, "leaves"), kPlural | kVerb | kThird);
}

TEST(LexiconTest, FirstVerbGivesTheLemma) {
  const auto lexicon = Load("found\tv\tverb\t\nfounds\tx\tplural\t\n");
  EXPECT_EQ(LemmaOf(*lexicon, "founds"), "found");
}

TEST(LexiconTest, AddsFormsOneByOne) {
  Lexicon::Builder builder;
  const WordId form = builder.AddForm("withdraw", kMedium);
  const std::vector<WordId> forms =
      builder.AddInflected("demand", 'v', kCueDemand, "value");
  EXPECT_EQ(builder.AddForm("withdraw", kPlace), form);
  const auto lexicon = builder.Build();
  EXPECT_EQ(lexicon->Find("withdraw"), form);
  EXPECT_EQ(lexicon->word(form).classes, kMedium | kPlace);
  ASSERT_EQ(forms.size(), 4u);  // The past is the participle.
  EXPECT_EQ(lexicon->word(forms[0]).form, "demand");
  EXPECT_EQ(lexicon->word(forms[0]).value, "value");
}

struct PhraseCase {
  const char* name;
  const char* text;
  const char* form;  // Of the phrase at the first token; "" if none.
  int32_t tokens;
};

class PhraseTest : public testing::TestWithParam<PhraseCase> {};

TEST_P(PhraseTest, IsMatched) {
  const auto lexicon = Load(
      "point out\tv\tutterance\t\ngo on\tv\tverb\t\ngo on record\tv\tverb\t\n"
      "prime minister\tn\ttitle\t\naccording to\tx\tutterance\t\n"
      "attorney general\tn\ttitle\t\npeople's party\tx\torg_name\t\n"
      "lt. gov.\tx\ttitle\t\n");
  const std::vector<Token> tokens = Tokenize(GetParam().text, *lexicon);
  PhraseMatch match;
  const bool found = lexicon->MatchPhrase(tokens, 0, &match);
  EXPECT_EQ(found ? lexicon->phrase(match.phrase).form : "", GetParam().form);
  if (found) {
    EXPECT_EQ(match.tokens, (TokenRange{0, GetParam().tokens}));
  }
}

constexpr PhraseCase kPhraseCases[] = {
    {"AsListed", "according to Ana", "according to", 2},
    {"InAnyCase", "According To Ana", "according to", 2},
    {"FirstVerbInflected", "pointed out that", "point out", 2},
    {"IrregularVerb", "went on and", "go on", 2},
    {"LongestWins", "went on record", "go on record", 3},
    {"LastNounInflected", "prime ministers met", "prime minister", 2},
    {"PossessiveInside", "People’s Party won", "people's party", 3},
    {"AbbreviationsInside", "Lt. Gov. Lima", "lt. gov.", 2},
    {"WordMissing", "according as", "", 0},
    {"PunctuationBetween", "pointed, out", "", 0},
    {"CutShort", "prime", "", 0},
};

INSTANTIATE_TEST_SUITE_P(Cases, PhraseTest, testing::ValuesIn(kPhraseCases),
                         [](const testing::TestParamInfo<PhraseCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(LexiconTest, FirstWordsOfPhrasesAreMarked) {
  const auto lexicon = Load("point out\tv\tutterance\t\n");
  EXPECT_TRUE(ClassesOf(*lexicon, "points") & kPhraseStart);
  EXPECT_TRUE(ClassesOf(*lexicon, "points") & kThird);
  EXPECT_FALSE(ClassesOf(*lexicon, "points") & kCueUtterance);
  EXPECT_EQ(ClassesOf(*lexicon, "out"), WordClasses{0});
  EXPECT_NE(lexicon->Find("out"), 0u);
  const int32_t phrase = lexicon->FindPhrase("point out");
  ASSERT_GE(phrase, 0);
  EXPECT_EQ(lexicon->phrase(phrase).classes, kCueUtterance);
  EXPECT_EQ(lexicon->FindPhrase("points out"), -1);
}

TEST(LexiconTest, PhrasesMergeToo) {
  const auto lexicon =
      Load("new york\tx\tplace\t\nnew york\tx\torg_name\tvalue\n");
  ASSERT_EQ(lexicon->phrase_count(), 1u);
  EXPECT_EQ(lexicon->phrase(0).classes, kPlace | kOrgName);
  EXPECT_EQ(lexicon->phrase(0).value, "value");
}

struct ErrorCase {
  const char* name;
  const char* tsv;
  const char* message;
};

class LexiconErrorTest : public testing::TestWithParam<ErrorCase> {};

TEST_P(LexiconErrorTest, NamesThePlaceAndTheReason) {
  Lexicon::Builder builder;
  EXPECT_EQ(builder.AddWords("x.tsv", GetParam().tsv).message(),
            GetParam().message);
}

constexpr ErrorCase kErrorCases[] = {
    {"NoComment", "say\tv\tverb\t\n",
     "x.tsv:1: want a comment line (#), got say\tv\tverb\t"},
    {"Empty", "", "x.tsv:1: want a comment line (#), got nothing"},
    {"Columns", "# x\nsay\tv\tverb\n",
     "x.tsv:2: want 4 columns, got 3 columns"},
    {"OneColumn", "# x\n\nsay\n", "x.tsv:3: want 4 columns, got 1 column"},
    {"Class", "# x\nsay\tv\tverb,speech\t\n",
     "x.tsv:2: want a word class, got \"speech\""},
    {"Inflection", "# x\nsay\tw\tverb\t\n",
     "x.tsv:2: want inflection v, n or x, got \"w\""},
    {"UpperCase", "# x\nSay\tv\tverb\t\n",
     "x.tsv:2: want a lower-case entry with straight apostrophes, got "
     "\"Say\""},
    {"CurlyApostrophe", "# x\ndon’t\tx\tverb\t\n",
     "x.tsv:2: want a lower-case entry with straight apostrophes, got "
     "\"don’t\""},
    {"TwoBlanks", "# x\ngo  on\tv\tverb\t\n",
     "x.tsv:2: want an entry of words one blank apart, got \"go  on\""},
    {"Good", "# x\ngo on\tv\tverb\t\n# end\n", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, LexiconErrorTest,
                         testing::ValuesIn(kErrorCases),
                         [](const testing::TestParamInfo<ErrorCase>& info) {
                           return std::string(info.param.name);
                         });

TEST(LexiconErrorTest, IrregularTablesAreCheckedToo) {
  Lexicon::Builder builder;
  EXPECT_EQ(builder.AddIrregularVerbs("v.tsv", "# x\ngo\twent\n").message(),
            "v.tsv:2: want 5 columns, got 2 columns");
  EXPECT_EQ(builder.AddIrregularNouns("n.tsv", "# x\nman\n").message(),
            "n.tsv:2: want 2 columns, got 1 column");
}

}  // namespace
}  // namespace onrecord::text
