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

TEST(TargetPlacesTest, ATextIsAboutWhatItNamesAgainAndAgain) {
  const TestScorer& scorer = ScorerOf("troop_withdrawal");
  const text::Document often("Troops came. Troops sang. Troops ate. Troops.",
                             *scorer.lexicon);
  EXPECT_TRUE(scorer.scorer->FindPlaces(often).IsAbout());
  const text::Document once("Troops came. They sang. They ate. They slept.",
                            *scorer.lexicon);
  EXPECT_FALSE(scorer.scorer->FindPlaces(once).IsAbout());
}

}  // namespace
}  // namespace onrecord::stance
