#include "cli/explain_text.h"

#include <google/protobuf/text_format.h>

#include "cli/explain_lines.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

using google::protobuf::TextFormat;
using testing::HasSubstr;

// “No,” said Ana Lopez, “never.”\n\nThe hall emptied.
constexpr char kRecord[] = R"pb(
  article {
    id: "a1"
    title: "Pears"
    outlet: "Wire"
    published: "2024-02-01"
    source: "a.txt"
    text: "\n“No,” said Ana Lopez on Monday, “never.”\n\nThe hall emptied."
  }
  quotes {
    id: "a1#1"
    kind: QUOTE_KIND_DIRECT
    content { begin: 4 end: 7 }
    content { begin: 40 end: 46 }
    text: "No, … never."
    attribution {
      mention {
        span { begin: 16 end: 25 }
        text: "Ana Lopez"
      }
      cue { begin: 11 end: 15 }
      speaker_name: "Ana Lopez"
      confidence: 0.8
      rule: "tag_after"
      runner_up {
        span { begin: 29 end: 35 }
        text: "Monday"
        confidence: 0.15
        rule: "near"
      }
    }
    said: "2024-01-29"
    said_evidence { begin: 26 end: 35 }
    channel: CHANNEL_PUBLIC
    stances {
      target: "pears"
      label: STANCE_LABEL_AGAINST
      score: -0.5
      confidence: 0.5
      evidence {
        span { begin: 40 end: 45 }
        rule: "negation:never"
        weight: -1
      }
    }
    stances { target: "plums" label: STANCE_LABEL_NONE }
  }
)pb";

v1::ArticleRecord Parse() {
  v1::ArticleRecord record;
  EXPECT_TRUE(TextFormat::ParseFromString(kRecord, &record));
  return record;
}

TEST(ExplainTextTest, MarksTheTextAndNotesTheRules) {
  EXPECT_EQ(ExplainText(Parse(), Terminal()), R"(Pears
Wire, 2024-02-01, a.txt
[words]¹ a quotation, {speaker}¹ who said it; the notes name the rules.

“[No,]¹” said {Ana Lopez}¹ on Monday, “[never.]¹”
    ¹  direct, Ana Lopez, confidence 0.80 [tag_after “said”]; else “Monday”,
       0.15 [near]
       said in public, 2024-01-29 (“on Monday”)
       pears AGAINST -0.50, confidence 0.50: “never” -1.00 [negation:never]

The hall emptied.
)");
}

TEST(ExplainTextTest, ASpeakerOfTwoQuotationsIsMarkedOnce) {
  v1::ArticleRecord record = Parse();
  *record.add_quotes() = record.quotes(0);
  record.mutable_quotes(0)->mutable_content()->RemoveLast();
  record.mutable_quotes(1)->mutable_content()->DeleteSubrange(0, 1);
  EXPECT_THAT(ExplainText(record, Terminal()),
              HasSubstr("“[No,]¹” said {Ana Lopez}¹,² on Monday, "
                        "“[never.]²”\n"));
}

TEST(ExplainTextTest, CharactersOfTheTextAreNoMarks) {
  v1::ArticleRecord record = Parse();
  record.mutable_article()->mutable_text()->append(
      "\uE000Sham\uE001 \uE002who\uE003");
  EXPECT_THAT(ExplainText(record, Terminal()),
              HasSubstr("The hall emptied.\\uE000Sham\\uE001 "
                        "\\uE002who\\uE003\n"));
}

TEST(ExplainTextTest, WordsThatNobodySaidHaveNoSpeakerAndNoDate) {
  v1::ArticleRecord record = Parse();
  record.mutable_quotes(0)->set_kind(v1::QUOTE_KIND_SCARE);
  record.mutable_quotes(0)->clear_stances();
  const std::string text = ExplainText(record, Terminal());
  EXPECT_THAT(text, HasSubstr("    ¹  not speech\n\n"));
  EXPECT_EQ(ExplainLines(record), "a.txt:2:2: not speech “No, … never.”\n");
}

TEST(ExplainTextTest, SpansOutsideTheTextMarkNothing) {
  v1::ArticleRecord record = Parse();
  record.mutable_quotes(0)->mutable_content(1)->set_end(4000);
  EXPECT_THAT(ExplainText(record, Terminal()),
              HasSubstr("“[No,]¹” said {Ana Lopez}¹ on Monday, “never.”"));
}

TEST(ExplainLinesTest, GivesAPlaceForEveryFinding) {
  EXPECT_EQ(ExplainLines(Parse()),
            "a.txt:2:2: direct “No, … never.” by Ana Lopez [tag_after]\n"
            "a.txt:2:22: said in public, 2024-01-29 (“on Monday”) [said]\n"
            "a.txt:2:34: pears AGAINST: “never” -1.00 [negation:never]\n");
}

}  // namespace
}  // namespace onrecord::cli
