#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "text/lexicon.h"
#include "text/tokenizer.h"

namespace onrecord::text {
namespace {

using testing::HasSubstr;

std::unique_ptr<const Lexicon> SomeWords() {
  Lexicon::Builder builder;
  const absl::Status status = builder.AddWords(
      "words",
      "# Words.\nsay\tv\tutterance\tvalue\nrepresentative\tn\tperson\t\n"
      "prime minister\tn\ttitle\theadman\nprime number\tn\tmedium\t\n");
  EXPECT_TRUE(status.ok()) << status;
  return builder.Build();
}

// A lexicon that lies in bytes of the test's own, and may be spoilt.
std::string Image() { return std::string(SomeWords()->image()); }

std::string ErrorOf(const std::string& image) {
  const absl::Status status = Lexicon::FromImage(image).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  return std::string(status.message());
}

TEST(LexiconImageTest, HoldsAllThatTheBuilderKnew) {
  const auto built = SomeWords();
  const std::string image(built->image());
  const auto lexicon = Lexicon::FromImage(image).value();
  EXPECT_EQ(lexicon->image().data(), image.data());
  ASSERT_EQ(lexicon->size(), built->size());
  for (WordId id = 0; id < built->size(); ++id) {
    EXPECT_EQ(lexicon->word(id).form, built->word(id).form);
    EXPECT_EQ(lexicon->word(id).classes, built->word(id).classes);
    EXPECT_EQ(lexicon->word(id).lemma, built->word(id).lemma);
    EXPECT_EQ(lexicon->word(id).value, built->word(id).value);
    EXPECT_EQ(lexicon->Find(built->word(id).form), id);
  }
  ASSERT_EQ(lexicon->phrase_count(), 2u);
  EXPECT_EQ(lexicon->phrase(0).form, "prime minister");
  EXPECT_EQ(lexicon->phrase(0).classes, kTitle);
  EXPECT_EQ(lexicon->phrase(0).value, "headman");
  EXPECT_EQ(lexicon->FindPhrase("prime number"), 1);
  EXPECT_EQ(lexicon->FindPhrase("prime"), -1);
  const std::vector<Token> tokens = Tokenize("Prime numbers", *lexicon);
  PhraseMatch match;
  ASSERT_TRUE(lexicon->MatchPhrase(tokens, 0, &match));
  EXPECT_EQ(match.phrase, 1);
}

TEST(LexiconImageTest, SameWordsMakeTheSameBytes) {
  EXPECT_EQ(Image(), Image());
}

TEST(LexiconImageTest, NothingAddedMakesALexiconOfKnownWords) {
  const auto lexicon = Lexicon::Builder().Build();
  EXPECT_EQ(lexicon->size(), kKnownWordCount + 1);
  EXPECT_EQ(lexicon->Find("about"), KnownWord("about"));
  EXPECT_EQ(lexicon->phrase_count(), 0u);
}

TEST(LexiconImageTest, CutOrEmptyIsNoLexicon) {
  const std::string image = Image();
  EXPECT_THAT(ErrorOf(""), HasSubstr("lexicon image: want bytes, at least,"));
  EXPECT_THAT(ErrorOf(image.substr(0, 20)), HasSubstr("got 20"));
  EXPECT_THAT(ErrorOf(image.substr(0, image.size() - 8)),
              HasSubstr("lexicon image: want bytes "));
  EXPECT_THAT(ErrorOf(image + std::string(8, '\0')), HasSubstr("want bytes"));
}

TEST(LexiconImageTest, OtherFilesAreNoLexicon) {
  std::string image = Image();
  image[0] = 'x';
  EXPECT_THAT(ErrorOf(image), HasSubstr("want it to begin with ORWORDS"));
}

TEST(LexiconImageTest, OtherVersionsAreNoLexicon) {
  std::string image = Image();
  ++image[8];
  EXPECT_THAT(ErrorOf(image), HasSubstr("want version "));
  --image[8];
  ++image[12];
  EXPECT_THAT(ErrorOf(image), HasSubstr("want word classes and known words"));
}

// Every table's place and size, spoilt one after the other.
TEST(LexiconImageTest, TablesThatDoNotFitAreNoLexicon) {
  const std::string good = Image();
  constexpr size_t kFirst = 24;
  for (size_t at = kFirst; at < kFirst + 8 * LexiconTables::kCount; at += 4) {
    std::string image = good;
    const uint32_t huge = 0x7FFFFFF8;
    std::memcpy(&image[at], &huge, sizeof(huge));
    EXPECT_THAT(ErrorOf(image), HasSubstr("want tables that fit")) << at;
  }
}

TEST(LexiconImageTest, MustBeAligned) {
  const std::string image = " " + Image();
  const absl::string_view moved = absl::string_view(image).substr(1);
  const absl::Status status = Lexicon::FromImage(moved).status();
  EXPECT_THAT(std::string(status.message()), HasSubstr("alignment"));
}

}  // namespace
}  // namespace onrecord::text
