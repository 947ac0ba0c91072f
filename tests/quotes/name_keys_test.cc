#include "quotes/name_keys.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "quotes/mention_finder.h"
#include "quotes/quote_finder.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

TEST(StringIdsTest, NumbersStringsInOrderOfFirstAppearance) {
  StringIds ids(1);
  EXPECT_EQ(ids.Of("sel"), 0);
  EXPECT_EQ(ids.Of(""), 1);
  EXPECT_EQ(ids.Of("Sel"), 2);
  EXPECT_EQ(ids.Of("sel"), 0);
  EXPECT_EQ(ids.Text(1), "");
  EXPECT_EQ(ids.Text(2), "Sel");
}

TEST(StringIdsTest, TakesMoreThanExpected) {
  StringIds ids(2);
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(ids.Of(std::to_string(i)), i);
  }
  EXPECT_EQ(ids.Text(999), "999");
}

TEST(StringIdsTest, TellsStringsOfAnyLengthApart) {
  StringIds ids(64);
  int32_t next = 0;
  for (size_t length = 1; length <= 40; ++length) {
    for (size_t other = 0; other < length; ++other) {
      std::string bytes(length, 'a');
      bytes[other] = 'b';
      EXPECT_EQ(ids.Of(bytes), next++) << bytes;
    }
  }
  EXPECT_EQ(ids.Of("b"), 0);
}

TEST(NameKeysTest, SpellingsOfOneWordAreOneKey) {
  struct Case {
    std::string a, b;
    bool same;
  };
  NameKeys keys(8);
  for (const Case& c : std::vector<Case>{
           {"al-Sabbari", "Sabbari", true},
           {"Ash-Sabbari", "SABBARI", true},
           {"O’Dell", "O'Dell", true},
           {"W.", "W", true},
           {"Abu-Sabbari", "Sabbari", false},
           {"Alma-Ruiz", "Ruiz", false},
           {"Núñez", "Nunez", false},
       }) {
    EXPECT_EQ(keys.OfWord(c.a) == keys.OfWord(c.b), c.same) << c.a;
  }
  EXPECT_EQ(keys.OfWord("'."), kNoName);
  EXPECT_EQ(keys.OfWord("al-"), kNoName);
}

TEST(NameKeysTest, BodiesGoWithoutTheirArticle) {
  NameKeys keys(8);
  EXPECT_EQ(keys.OfBody("the Dock Council"), keys.OfBody("DOCK Council"));
  EXPECT_NE(keys.OfBody("Dock Council"), keys.OfBody("Theatre Council"));
  EXPECT_EQ(keys.Text(keys.OfBody("Theatre Council")), "theatre council");
}

// The keys of the first mention of a text.
PersonKeys FirstName(const std::string& text, NameKeys* keys) {
  const text::Document document = MakeDocument(text + " said no.");
  const std::vector<Mention> mentions =
      FindMentions(document, FindQuotedStretches(document));
  if (mentions.empty() || mentions[0].kind != MentionKind::kName) {
    ADD_FAILURE() << "no name: " << text;
    return PersonKeys();
  }
  return keys->OfPerson(document, mentions[0]);
}

TEST(NameKeysTest, NamesFitFullerOnesThatNothingSpeaksAgainst) {
  struct Case {
    std::string chain, name;
    bool fits;
  };
  for (const Case& c : std::vector<Case>{
           {"Ana Lopez", "Lopez", true},
           {"Ana Lopez", "Ana", true},  // Her given name alone.
           {"Ana Lopez", "Rolfe", false},
           {"Ana Lopez", "Hugo Lopez", false},
           {"Ana Lopez", "A. Lopez", true},
           {"Ana Lopez", "Ana Maria Lopez", true},
           {"Carl W. Rolfe", "Carl H. Rolfe", false},
           {"Mohammed al-Sabbari", "Mohamed Sabbari", true},
       }) {
    NameKeys keys(8);
    const PersonKeys chain = FirstName(c.chain, &keys);
    const PersonKeys name = FirstName(c.name, &keys);
    EXPECT_EQ(keys.Fit(chain, name), c.fits) << c.chain << " / " << c.name;
  }
}

TEST(TokensOfPartTest, FindsThePartOfAPhrase) {
  const text::Document document = MakeDocument("Sel's mayor Ana Lopez spoke.");
  const text::TokenRange phrase{0, 5};  // Sel 's mayor Ana Lopez
  for (int32_t begin = 0; begin < 5; ++begin) {
    for (int32_t end = begin + 1; end <= 5; ++end) {
      const text::TokenRange part{begin, end};
      EXPECT_TRUE(TokensOfPart(document, phrase, document.SpanOf(part)) == part)
          << begin << " to " << end;
    }
  }
}

}  // namespace
}  // namespace onrecord::quotes
