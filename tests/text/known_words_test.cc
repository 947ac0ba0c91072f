#include "text/known_words.h"

#include <algorithm>
#include <iterator>

#include "gtest/gtest.h"
#include "text/lexicon.h"

namespace onrecord::text {
namespace {

constexpr WordSet kSides = {"for", "against"};

TEST(KnownWords, AreSortedAndOnce) {
  EXPECT_TRUE(std::is_sorted(std::begin(kKnownWords), std::end(kKnownWords)));
  EXPECT_EQ(std::adjacent_find(std::begin(kKnownWords), std::end(kKnownWords)),
            std::end(kKnownWords));
}

TEST(KnownWords, HaveTheSameIdInEveryLexicon) {
  Lexicon::Builder builder;
  builder.AddForm("zebra", 0);
  const auto own = builder.Build();
  for (absl::string_view word : kKnownWords) {
    EXPECT_EQ(own->Find(word), KnownWord(word)) << word;
  }
  EXPECT_GT(own->Find("zebra"), kKnownWordCount);
  EXPECT_EQ(own->Find("yak"), 0u);
}

TEST(KnownWords, KeepTheirIdInABuilderUsedTwice) {
  Lexicon::Builder builder;
  builder.Build();
  const auto second = builder.Build();
  EXPECT_EQ(second->Find("against"), KnownWord("against"));
}

TEST(KnownWords, SetHoldsItsWordsAndNoOther) {
  EXPECT_TRUE(kSides.Has(KnownWord("for")));
  EXPECT_TRUE(kSides.Has(KnownWord("against")));
  EXPECT_FALSE(kSides.Has(KnownWord("with")));
  EXPECT_FALSE(kSides.Has(0));
  EXPECT_FALSE(kSides.Has(kKnownWordCount + 1));
  EXPECT_FALSE(kSides.Has(1000000));
}

}  // namespace
}  // namespace onrecord::text
