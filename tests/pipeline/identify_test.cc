// A reader's rulings: what they change, and what is wrong with some.
#include "pipeline/identify.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/build_history.h"

namespace onrecord::pipeline {
namespace {

using stance::StanceLabel;
using testing::ElementsAre;
using testing::HasSubstr;

struct Said {
  std::string speaker, text;
  StanceLabel label;
};

// An article in which each speaker says one thing.
ArticleRecord Record(const std::string& id, const std::vector<Said>& all) {
  ArticleRecord record;
  record.article.id = id;
  record.article.published = absl::StrCat("2024-0", id.substr(1), "-10");
  record.article.content_sha256 = id;
  for (const Said& said : all) {
    RecordedQuote quote;
    quote.id = absl::StrCat(id, "#", record.quotes.size() + 1);
    quote.text = said.text;
    quote.speaker = static_cast<int32_t>(record.speakers.size());
    quote.said = *text::ParsePartialDate(record.article.published);
    quote.quote.content = {{0, 5}};
    stance::Stance stance;
    stance.target = "t";
    stance.label = said.label;
    stance.score = said.label == StanceLabel::kFavor ? 1 : -1;
    quote.stances.push_back(stance);
    record.quotes.push_back(quote);
    quotes::ArticleSpeaker person;
    person.name = said.speaker;
    person.aliases = {said.speaker};
    record.speakers.push_back(person);
  }
  return record;
}

std::vector<ArticleRecord> SomeRecords() {
  return {
      Record("a1", {{"Ana Lopez", "Go home now", StanceLabel::kFavor},
                    {"Bo Ek", "They shall stay here", StanceLabel::kAgainst}}),
      Record("a2", {{"Ana Lopez", "Leave by May", StanceLabel::kFavor}}),
      Record("a3", {{"Anita Lopez", "Stay a while", StanceLabel::kAgainst},
                    {"", "A word of somebody", StanceLabel::kFavor}})};
}

absl::StatusOr<History> Ruled(const std::string& corrections,
                              std::vector<quotes::KnownSpeaker> roster = {}) {
  BuildHistoryOptions options;
  auto read = ReadCorrections("c.txtpb", corrections);
  if (!read.ok()) return read.status();
  options.knowledge.corrections = *std::move(read);
  options.knowledge.roster = std::move(roster);
  return BuildHistory(SomeRecords(), options);
}

// "ana-lopez: a1#1 FAVOR, ...", one speaker an entry; * marks a ruled label, !
// a ruled speaker.
std::vector<std::string> Lines(const History& history) {
  std::vector<std::string> lines;
  for (const stance::Timeline& line : history.timelines) {
    std::vector<std::string> said;
    for (const stance::Observation& o : line.observations) {
      said.push_back(
          absl::StrCat(o.sources[0].quote_id,
                       o.stance.label == StanceLabel::kFavor ? "+" : "-",
                       o.stance.human ? "*" : "", o.human_speaker ? "!" : ""));
    }
    lines.push_back(
        absl::StrCat(line.speaker_id, ": ", absl::StrJoin(said, " ")));
  }
  return lines;
}

TEST(CorrectionsTest, WithoutThemNamesDecide) {
  const auto history = Ruled("");
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("ana-lopez: a1#1+ a2#1+", "anita-lopez: a3#1-",
                          "bo-ek: a1#2-"));
}

// A label ruling on a1#1 about this target.
std::string LabelAbout(const std::string& target) {
  return absl::StrCat("\nlabel { quote { id: \"a1#1\" } target: \"", target,
                      "\" stance: STANCE_LABEL_MIXED }");
}

TEST(CorrectionsTest, ALabelOnAnUnknownTargetIsWrong) {
  const auto history = Ruled(LabelAbout("tt"));
  EXPECT_EQ(history.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(history.status().message(),
            "c.txtpb:2: want a target that is asked for or in the records (t), "
            "got \"tt\"");
}

TEST(CorrectionsTest, ALabelOnATargetThatNobodyAsksForIsLeftOut) {
  const auto history = Ruled(LabelAbout("ceasefire"));
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_EQ(Lines(*history), Lines(*Ruled("")));
  EXPECT_THAT(history->warnings,
              ElementsAre("c.txtpb:2: left out: nobody asks for ceasefire"));
}

TEST(CorrectionsTest, ALabelMayBeOnATargetThatIsAskedForAlone) {
  BuildHistoryOptions options;
  options.targets = {{"pears", "Pears?", {}}};
  options.knowledge.corrections =
      ReadCorrections("c.txtpb", LabelAbout("pears")).value();
  const auto history = BuildHistory(SomeRecords(), options);
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_EQ(history->timelines.size(), Ruled("")->timelines.size() + 1);
}

TEST(CorrectionsTest, TwoAreOne) {
  const auto history =
      Ruled("same { speaker: \"ana-lopez\" speaker: \"anita-lopez\" }");
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("ana-lopez: a1#1+ a2#1+ a3#1-", "bo-ek: a1#2-"));
  EXPECT_THAT(history->speakers[0].former_ids, ElementsAre("anita-lopez"));
  EXPECT_TRUE(history->speakers[0].ruled);
  EXPECT_FALSE(history->speakers[1].ruled);
}

TEST(CorrectionsTest, OneIsTwo) {
  const auto history =
      Ruled("different { quote { id: \"a1#1\" } quote { id: \"a2#1\" } }");
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("ana-lopez: a1#1+", "ana-lopez-2: a2#1+",
                          "anita-lopez: a3#1-", "bo-ek: a1#2-"));
}

TEST(CorrectionsTest, AQuotationIsSomebodyElses) {
  const auto history = Ruled(
      "says { quote { id: \"a2#1\" } speaker: \"bo-ek\" }\n"
      "says { quote { id: \"a3#2\" } name: \"Cy Dahl\" }\n"
      "says { quote { id: \"a1#1\" } nobody: true }\n");
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("anita-lopez: a3#1-", "bo-ek: a1#2- a2#1+!",
                          "cy-dahl: a3#2+!"));
}

TEST(CorrectionsTest, AQuotationCanBeSomebodyOfTheRoster) {
  quotes::KnownSpeaker known;
  known.id = "Q7";
  known.name = "Dag Holt";
  const auto history =
      Ruled("says { quote { id: \"a3#2\" } speaker: \"Q7\" }", {known});
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("ana-lopez: a1#1+ a2#1+", "anita-lopez: a3#1-",
                          "bo-ek: a1#2-", "Q7: a3#2+!"));
  EXPECT_EQ(history->timelines.back().speaker_name, "Dag Holt");
}

TEST(CorrectionsTest, ALabelIsRuled) {
  const auto history = Ruled(
      "label { quote { id: \"a1#1\" } target: \"t\" stance: "
      "STANCE_LABEL_AGAINST }\n"
      "label { quote { id: \"a2#1\" } target: \"t\" stance: "
      "STANCE_LABEL_NONE }\n");
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(
      Lines(*history),
      ElementsAre("ana-lopez: a1#1-*", "anita-lopez: a3#1-", "bo-ek: a1#2-"));
  const stance::Stance& stance = history->timelines[0].observations[0].stance;
  ASSERT_EQ(stance.evidence.size(), 1u);
  EXPECT_EQ(stance.evidence[0].rule, "human:label");
  EXPECT_EQ(stance.score, -1);
}

TEST(CorrectionsTest, WordsFindAQuotationThatMoved) {
  const auto history = Ruled(
      "says { quote { id: \"a1#1\" words: \"“They shall\" } "
      "name: \"Cy Dahl\" }");
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("ana-lopez: a1#1+ a2#1+", "anita-lopez: a3#1-",
                          "cy-dahl: a1#2-!"));
  EXPECT_TRUE(history->warnings.empty());
}

TEST(CorrectionsTest, WhatFitsNoMoreIsReported) {
  const auto history = Ruled(
      "says { quote { id: \"a1#1\" words: \"We never said\" } "
      "name: \"Cy Dahl\" }\n"
      "same { speaker: \"bo-ek\" quote { id: \"a2#1\" words: \"Gone\" } }");
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("ana-lopez: a1#1+ a2#1+", "anita-lopez: a3#1-",
                          "bo-ek: a1#2-"));
  EXPECT_THAT(history->warnings,
              ElementsAre("c.txtpb:1: no longer applies: a1 has no quotation "
                          "\"We never said\"",
                          "c.txtpb:2: no longer applies: a2 has no quotation "
                          "\"Gone\""));
}

TEST(CorrectionsTest, AFormerIdIsGoodEnough) {
  std::vector<ArticleRecord> records = SomeRecords();
  records.push_back(
      Record("a4", {{"Ana Maria Lopez", "Home by June", StanceLabel::kFavor}}));
  BuildHistoryOptions options;
  options.knowledge.corrections =
      *ReadCorrections("c.txtpb",
                       "different { speaker: \"ana-lopez\" speaker: "
                       "\"ana-maria-lopez\" }");
  const auto history = BuildHistory(records, options);
  ASSERT_TRUE(history.ok()) << history.status();
  EXPECT_THAT(Lines(*history),
              ElementsAre("ana-lopez: a1#1+ a2#1+", "ana-maria-lopez: a4#1+",
                          "anita-lopez: a3#1-", "bo-ek: a1#2-"));
}

struct BadCorrections {
  std::string name, text;
  std::vector<std::string> errors;  // Parts of the message.
};

class BadCorrectionsTest : public testing::TestWithParam<BadCorrections> {};

TEST_P(BadCorrectionsTest, AreToldWithTheirLine) {
  quotes::KnownSpeaker a, b;
  a.id = "Q1";
  a.name = "Ana Lopez";
  b.id = "Q2";
  b.name = "Bo Ek";
  const auto history = Ruled(GetParam().text, {a, b});
  ASSERT_FALSE(history.ok());
  EXPECT_EQ(history.status().code(), absl::StatusCode::kDataLoss);
  for (const std::string& error : GetParam().errors) {
    EXPECT_THAT(std::string(history.status().message()), HasSubstr(error));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadCorrectionsTest,
    testing::Values(
        BadCorrections{"NotCorrections",
                       "same {\n speakr: \"x\" }",
                       {"c.txtpb:2: want corrections"}},
        BadCorrections{"OneSpeaker",
                       "same { speaker: \"Q1\" }",
                       {"c.txtpb:1: want two speakers or quotations or more, "
                        "got 1"}},
        BadCorrections{"BadQuote",
                       "label { quote { id: \"a1\" } target: \"t\" stance: "
                       "STANCE_LABEL_FAVOR }",
                       {"want a quotation's id ARTICLE#NUMBER, got \"a1\""}},
        BadCorrections{
            "WordsOfNoLetters",
            "says { quote { id: \"a1#1\" words: \" ...\" } "
            "nobody: true }",
            {"c.txtpb:1: want words of the quotation, got \" ...\""}},
        BadCorrections{"HugeNumber",
                       "says { quote { id: \"a1#99999999999999999999\" } "
                       "nobody: true }",
                       {"of an article with 2"}},
        BadCorrections{"NoAnswer",
                       "says { quote { id: \"a1#1\" } }",
                       {"want one of speaker, name and nobody, got 0"}},
        BadCorrections{"TwoAnswers",
                       "says { quote { id: \"a1#1\" } nobody: true\n"
                       " name: \"Bo Ek\" }",
                       {"want one of speaker, name and nobody, got 2"}},
        BadCorrections{"NoStance",
                       "label { quote { id: \"a1#1\" } target: \"t\" }",
                       {"want a stance STANCE_LABEL_..., got none"}},
        BadCorrections{"UnknownArticle",
                       "says { quote { id: \"b1#1\" } nobody: true }",
                       {"c.txtpb:1: want a quotation of the articles, got "
                        "\"b1#1\""}},
        BadCorrections{"UnknownNumber",
                       "\nsays { quote { id: \"a1#7\" } nobody: true }",
                       {"c.txtpb:2:", "\"a1#7\", of an article with 2"}},
        BadCorrections{"UnknownSpeaker",
                       "same { speaker: \"Q1\" speaker: \"Q3\" }",
                       {"c.txtpb:1: want the id of a speaker", "got \"Q3\""}},
        BadCorrections{"SpeakersOfAQuotation",
                       "says { quote { id: \"a1#1\" } name: \"Bo Ek\" }\n"
                       "says { quote { id: \"a1#1\" } nobody: true }",
                       {"c.txtpb:2: want \"Bo Ek\" as at c.txtpb:1, got "
                        "\"nobody\" for the same quotation"}},
        BadCorrections{"LabelsOfAQuotation",
                       "label { quote { id: \"a1#1\" } target: \"t\" stance: "
                       "STANCE_LABEL_FAVOR }\n"
                       "label { quote { id: \"a1#1\" } target: \"t\" stance: "
                       "STANCE_LABEL_NONE }",
                       {"c.txtpb:2:", "c.txtpb:1"}},
        BadCorrections{"SameAndDifferent",
                       "different { speaker: \"anita-lopez\" quote { id: "
                       "\"a1#2\" } }\n"
                       "same { quote { id: \"a3#1\" } speaker: \"bo-ek\" }",
                       {"c.txtpb:2:", "c.txtpb:1 says are different",
                        "\"bo-ek\" and \"a3#1\""}},
        BadCorrections{"OneSpeakerDifferent",
                       "different { speaker: \"Q1\" speaker: \"Q1\" }",
                       {"want different speakers, got \"Q1\" and \"Q1\""}},
        BadCorrections{"TwoOfTheRoster",
                       "same { speaker: \"Q1\" quote { id: \"a1#2\" } }",
                       {"want one entry of the roster, got \"Q1\" (Ana Lopez) "
                        "and \"Q2\" (Bo Ek)"}}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::pipeline
