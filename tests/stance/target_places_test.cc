#include "stance/target_places.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "stance/scorer.h"
#include "tests/stance/scored_text.h"
#include "text/document.h"

namespace onrecord::stance {
namespace {

struct PlacesCase {
  std::string name, text, words, telling;
};

class TargetPlacesTest : public testing::TestWithParam<PlacesCase> {};

std::string WordsAt(const text::Document& document,
                    const std::vector<int32_t>& places) {
  std::string words;
  for (int32_t at : places) {
    if (!words.empty()) words += ' ';
    words += std::string(document.Text(at));
  }
  return words;
}

TEST_P(TargetPlacesTest, AreWhereTheTextTellsOfTheTarget) {
  const TestScorer& scorer = ScorerOf("troop_withdrawal");
  const text::Document document(GetParam().text, *scorer.lexicon);
  const TargetPlaces places = scorer.scorer->FindPlaces(document);
  EXPECT_EQ(WordsAt(document, places.words), GetParam().words);
  EXPECT_EQ(WordsAt(document, places.telling), GetParam().telling);
}

INSTANTIATE_TEST_SUITE_P(
    All, TargetPlacesTest,
    testing::ValuesIn(std::vector<PlacesCase>{
        {"NothingOfIt", "The tulips bloom in every garden.", "", ""},
        {"TheObjectItself", "The troops sang.", "troops", "troops"},
        {"AnEverydayVerbTellsNothing", "They leave on Monday.", "leave", ""},
        {"PhraseOverQuotationMarks", "They “pull” them out.", "pull out", ""},
        {"ObjectOfManyTextsTellsNothing", "The base sang.", "base", ""},
        {"PhraseCutShort", "They pull a cart.", "", ""},
    }),
    [](const auto& info) { return info.param.name; });

TEST(TargetPlacesTest, RangesAreHalfOpen) {
  TargetPlaces places;
  places.words = {4, 9};
  EXPECT_TRUE(places.WordIn({4, 5}));
  EXPECT_FALSE(places.WordIn({5, 9}));
  EXPECT_FALSE(places.TellingIn({0, 100}));
  places.nationals = {5};
  EXPECT_TRUE(places.TellingIn({5, 6}));
}

struct AboutCase {
  std::string name, text;
  bool about;
};

class AboutTest : public testing::TestWithParam<AboutCase> {};

TEST_P(AboutTest, IsWhatTheTextNamesAgainAndAgain) {
  const TestScorer& scorer = ScorerOf("troop_withdrawal");
  const text::Document document(GetParam().text, *scorer.lexicon);
  EXPECT_EQ(scorer.scorer->FindPlaces(document).IsAbout(), GetParam().about);
}

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    All, AboutTest,
    testing::ValuesIn(std::vector<AboutCase>{
        {"Twice", "Troops came. They sang. The troops ate.", true},
        {"Once", "Troops came. They sang. They ate. They slept.", false},
        {"OnceAmongWordsOfTheTarget",
         "Troops came to the base. The mission sang of the pull-out.", true},
        {"WordsOfManyTextsOnly",
         "The base sang. The division ate. The mission slept. The camp woke. "
         "The force left. The base sang again. The compound burnt down.",
         false},
        {"TwiceInALongText",
         "Troops came. " + Repeated("The tulips bloom in the garden. ", 90) +
             "The troops ate.",
         false},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
