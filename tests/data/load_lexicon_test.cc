#include "data/load_lexicon.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "text/lexicon.h"
#include "text/word_class.h"

namespace onrecord::data {
namespace {

using text::WordClasses;

const text::Lexicon& EmbeddedLexicon() {
  static const text::Lexicon* const lexicon = [] {
    text::Lexicon::Builder builder;
    const absl::Status status = AddEmbeddedWords(&builder);
    EXPECT_TRUE(status.ok()) << status;
    return builder.Build().release();
  }();
  return *lexicon;
}

TEST(AddEmbeddedWordsTest, ListsTensOfThousandsOfForms) {
  EXPECT_GT(EmbeddedLexicon().size(), 25000u);
  EXPECT_GT(EmbeddedLexicon().phrase_count(), 2000u);
}

struct FormCase {
  absl::string_view case_name;
  absl::string_view form;
  WordClasses has;    // All of these.
  WordClasses lacks;  // None of these.
  absl::string_view lemma;
};

class FormTest : public testing::TestWithParam<FormCase> {};

TEST_P(FormTest, HasItsClasses) {
  const FormCase& c = GetParam();
  const text::Lexicon& lexicon = EmbeddedLexicon();
  const text::WordId id = lexicon.Find(c.form);
  ASSERT_NE(id, 0u);
  const text::WordInfo& word = lexicon.word(id);
  EXPECT_EQ(word.classes & c.has, c.has);
  EXPECT_EQ(word.classes & c.lacks, 0u);
  EXPECT_EQ(lexicon.word(word.lemma).form, c.lemma);
}

INSTANTIATE_TEST_SUITE_P(
    Verbs, FormTest,
    testing::Values(
        FormCase{"Said", "said", text::kCueUtterance | text::kPast,
                 text::kThird | text::kPersonNoun, "say"},
        FormCase{"Tells", "tells", text::kCueUtterance | text::kThird,
                 text::kPast, "tell"},
        FormCase{"Wrote", "wrote", text::kCueWriting | text::kPast,
                 text::kParticiple, "write"},
        FormCase{"Denied", "denied", text::kCueUtterance, text::kCueDemand,
                 "deny"},
        FormCase{"Urging", "urging", text::kCueDemand | text::kGerund,
                 text::kPast, "urge"},
        FormCase{"Stated", "stated", text::kCueUtterance | text::kPast,
                 text::kBase, "stated"},
        FormCase{"Withdrew", "withdrew", text::kVerb | text::kPast,
                 text::kCueVerb, "withdraw"},
        FormCase{"Was", "was", text::kBe | text::kPast, text::kCueVerb, "be"},
        FormCase{"Wont", "won't", text::kModal | text::kNegation,
                 text::kPronoun, "won't"}),
    [](const auto& info) { return std::string(info.param.case_name); });

// Words that a careless list would give a second life.
INSTANTIATE_TEST_SUITE_P(
    NearMisses, FormTest,
    testing::Values(
        FormCase{"StateIsNoVerb", "state", text::kOrgNoun, text::kVerb,
                 "state"},
        FormCase{"PressIsNoVerb", "press", text::kGroupNoun, text::kVerb,
                 "press"},
        FormCase{"CloseIsNoVerb", "closed", text::kVerb, text::kBase, "closed"},
        FormCase{"MajorIsNoPerson", "major", text::kTitle, text::kPersonNoun,
                 "major"},
        FormCase{"MayIsNoTitle", "may", text::kModal | text::kMonth,
                 text::kTitle | text::kNotName, "may"},
        FormCase{"SoIsNoName", "so", text::kAdverb, text::kGivenName, "so"},
        FormCase{"ShiaIsNoTitle", "shia", text::kGivenName,
                 text::kPersonNoun | text::kTitle, "shia"}),
    [](const auto& info) { return std::string(info.param.case_name); });

INSTANTIATE_TEST_SUITE_P(
    Nouns, FormTest,
    testing::Values(
        FormCase{"Spokeswomen", "spokeswomen",
                 text::kPersonNoun | text::kFemale | text::kPlural, text::kMale,
                 "spokeswoman"},
        FormCase{"Ministries", "ministries", text::kOrgNoun | text::kPlural,
                 text::kPersonNoun, "ministry"},
        FormCase{"Sen", "Sen.", text::kTitle | text::kAbbreviation,
                 text::kHonorific, "sen."},
        FormCase{"Critics", "critics", text::kPersonNoun | text::kPlural,
                 text::kAnonymous, "critic"},
        FormCase{"Source", "source", text::kAnonymous | text::kPersonNoun,
                 text::kPlural, "source"},
        FormCase{"Report", "report", text::kMedium | text::kCueNoun,
                 text::kPersonNoun, "report"},
        FormCase{"Mohammed", "Mohammed", text::kGivenName | text::kMale,
                 text::kFemale, "mohammed"},
        FormCase{"Iraqis", "Iraqis",
                 text::kDemonym | text::kGroupNoun | text::kPlural,
                 text::kPlace, "iraqis"},
        FormCase{"Pentagon", "Pentagon", text::kOrgName, text::kPlace,
                 "pentagon"}),
    [](const auto& info) { return std::string(info.param.case_name); });

struct PhraseCase {
  absl::string_view case_name;
  absl::string_view phrase;
  WordClasses has;
};

class PhraseTest : public testing::TestWithParam<PhraseCase> {};

TEST_P(PhraseTest, IsListed) {
  const text::Lexicon& lexicon = EmbeddedLexicon();
  const int32_t index = lexicon.FindPhrase(GetParam().phrase);
  ASSERT_GE(index, 0);
  EXPECT_EQ(lexicon.phrase(index).classes & GetParam().has, GetParam().has);
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, PhraseTest,
    testing::Values(
        PhraseCase{"According", "according to",
                   text::kCueUtterance | text::kPreposition},
        PhraseCase{"PointedOut", "pointed out", text::kCueUtterance},
        PhraseCase{"CallFor", "call for", text::kCueDemand},
        PhraseCase{"PrimeMinister", "prime minister",
                   text::kTitle | text::kPersonNoun},
        PhraseCase{"LtGen", "lt. gen.", text::kTitle},
        PhraseCase{"UnitedNations", "united nations", text::kOrgName},
        PhraseCase{"SaudiArabia", "saudi arabia", text::kPlace},
        PhraseCase{"TwoSides", "the two sides",
                   text::kGroupNoun | text::kPlural}),
    [](const auto& info) { return std::string(info.param.case_name); });

struct ValueCase {
  absl::string_view form;
  absl::string_view value;
};

class ValueTest : public testing::TestWithParam<ValueCase> {};

TEST_P(ValueTest, IsTheColumn) {
  const text::Lexicon& lexicon = EmbeddedLexicon();
  EXPECT_EQ(lexicon.word(lexicon.Find(GetParam().form)).value,
            GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Values, ValueTest,
    testing::Values(ValueCase{"Baghdad", "Iraq"}, ValueCase{"Iraqi", "Iraq"},
                    ValueCase{"Texas", "United States"},
                    ValueCase{"January", "1"}, ValueCase{"Monday", "0"},
                    ValueCase{"week", "w"}, ValueCase{"Gov.", "governor"},
                    ValueCase{"twelve", "12"}, ValueCase{"minister", ""}));

}  // namespace
}  // namespace onrecord::data
