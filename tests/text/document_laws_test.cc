// Laws that hold for any bytes: where tokens, sentences, paragraphs and dates
// may lie. The texts are random, from a fixed seed.

#include <random>
#include <string>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "tests/text/small_lexicon.h"
#include "text/dates.h"
#include "text/document.h"
#include "text/normalize.h"

namespace onrecord::text {
namespace {

constexpr absl::string_view kPieces[] = {
    "’",    "‘",      "“",        "”",  "'",    "\"",  "`",      "``",  "''",
    "-",    "--",     "—",        ".",  " ",    "  ",  ". . .",  "…",   "\n",
    "\n\n", "\r\n",   "\u00A0",   ",",  "$",    "@",   "/",      "://", "www.",
    "%",    "\xFF",   "\xE2\x80", "👍",  "é",    "É",   "0",      "17",  "2024",
    "No.",  "U.S.",   "J.",       "I.", "al-",  "'s",  "Jan.",   "May", "March",
    "(",    ")",      "!",        "?",  "of",   "ago", "last",   "two", "week",
    "year", "Sunday", "\u200B",   "&",  "said", "The", "Brezin", "a",   "B.C.",
};

std::string RandomText(std::mt19937* random) {
  std::string text;
  const size_t count = (*random)() % 60;
  for (size_t i = 0; i < count; ++i) {
    if ((*random)() % 20 == 0) {
      text.push_back(static_cast<char>((*random)()));
    } else {
      text.append(std::string(kPieces[(*random)() % std::size(kPieces)]));
    }
    if ((*random)() % 3 == 0) text.push_back(' ');
  }
  return text;
}

bool OnCharacterEdge(absl::string_view text, int32_t offset) {
  return offset == static_cast<int32_t>(text.size()) ||
         (text[static_cast<size_t>(offset)] & 0xC0) != 0x80;
}

void ExpectTokensInOrder(const Document& document, bool valid) {
  int32_t end = 0;
  for (const Token& token : document.tokens()) {
    const Span span = token.span();
    ASSERT_LE(end, span.begin);
    ASSERT_LT(span.begin, span.end);
    if (valid) {
      ASSERT_TRUE(OnCharacterEdge(document.text(), span.begin));
      ASSERT_TRUE(OnCharacterEdge(document.text(), span.end));
    }
    end = span.end;
  }
  ASSERT_LE(end, static_cast<int32_t>(document.text().size()));
}

void ExpectPartsCoverTheTokens(const Document& document) {
  int32_t token = 0;
  int32_t sentence = 0;
  for (const Paragraph& paragraph : document.paragraphs()) {
    ASSERT_EQ(paragraph.tokens.begin, token);
    ASSERT_EQ(paragraph.sentences.begin, sentence);
    for (; sentence < paragraph.sentences.end; ++sentence) {
      const Sentence& part =
          document.sentences()[static_cast<size_t>(sentence)];
      ASSERT_EQ(part.tokens.begin, token);
      ASSERT_FALSE(part.tokens.empty());
      ASSERT_TRUE(paragraph.span.Contains(part.span));
      token = part.tokens.end;
    }
    ASSERT_EQ(paragraph.tokens.end, token);
  }
  ASSERT_EQ(token, static_cast<int32_t>(document.tokens().size()));
}

void ExpectDatesInOrder(const Document& document) {
  int32_t end = 0;
  for (const DateExpression& date : FindDates(document)) {
    ASSERT_LE(end, date.tokens.begin);
    ASSERT_FALSE(date.tokens.empty());
    ASSERT_EQ(document.SpanOf(date.tokens), date.span);
    const PartialDate meant = ResolveDate(date, absl::CivilDay(2024, 2, 29));
    if (meant.known()) {
      ASSERT_EQ(ParsePartialDate(meant.ToString()), meant);
    }
    end = date.tokens.end;
  }
}

TEST(DocumentLawsTest, HoldForRandomText) {
  std::mt19937 random(20240117);
  for (int i = 0; i < 4000 && !HasFatalFailure(); ++i) {
    const std::string raw = RandomText(&random);
    const std::string mended = Normalize(raw).text;
    ASSERT_TRUE(IsValidUtf8(mended));
    EXPECT_EQ(Normalize(mended).text, mended);
    for (const bool valid : {false, true}) {
      const std::string& text = valid ? mended : raw;
      SCOPED_TRACE(text);
      const Document document(text, SmallLexicon());
      ExpectTokensInOrder(document, valid);
      ExpectPartsCoverTheTokens(document);
      ExpectDatesInOrder(document);
    }
  }
}

}  // namespace
}  // namespace onrecord::text
