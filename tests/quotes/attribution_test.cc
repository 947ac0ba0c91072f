#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "quotes/attribution_candidates.h"
#include "quotes/attributor.h"
#include "quotes/reporter_view.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: q a stretch with its marks, s the mention that speaks all of them;
// without an s nobody does. `rule` decides the last q, which the stretches
// that are not labelled may lead up to; empty: any rule may.
struct AttributionCase {
  std::string name;
  std::string marked;
  std::string rule;
};

std::string TextOf(const text::Document& document, const ReporterView& view,
                   int32_t mention) {
  return mention < 0 ? ""
                     : std::string(document.Text(view.mentions[mention].span));
}

class AttributeStretchesTest : public testing::TestWithParam<AttributionCase> {
};

TEST_P(AttributeStretchesTest, NamesTheSpeaker) {
  const AttributionCase& c = GetParam();
  const MarkedText marked = ReadMarkedText(c.marked);
  const text::Document document = MakeDocument(marked.text);
  const ReporterView view = MakeReporterView(document);
  const std::vector<Attribution> found =
      AttributeStretches(document, view, BuiltInModel());
  const std::vector<text::Span> speaker = marked.Spans("s");
  const std::string want(speaker.empty() ? absl::string_view()
                                         : document.Text(speaker[0]));
  size_t s = 0;
  std::string rule;
  for (text::Span q : marked.Spans("q")) {
    while (s < view.stretches.size() && view.stretches[s].outer != q) ++s;
    ASSERT_LT(s, view.stretches.size()) << document.Text(q);
    const Attribution& a = found[s];
    rule = std::string(a.rule);
    EXPECT_EQ(TextOf(document, view, a.mention), want)
        << document.Text(q) << " by " << rule;
  }
  if (!c.rule.empty()) {
    EXPECT_EQ(rule, c.rule);
  }
}

INSTANTIATE_TEST_SUITE_P(
    TagBehind, AttributeStretchesTest,
    testing::ValuesIn(std::vector<AttributionCase>{
        {"After", R"([q:"We leave in May,"] [s:Ana Lopez] said.)", "tag_after"},
        {"AfterWithApposition",
         R"([q:"We leave in May,"] [s:Ana Lopez], the mayor of Brezin, said.)",
         "tag_after"},
        {"AfterPronoun",
         R"(Ana Lopez rose. [q:"We leave in May,"] [s:she] said.)",
         "tag_after"},
        {"AfterWithAdjunct",
         R"([q:"We leave in May,"] [s:Lopez] told reporters on Monday.)",
         "tag_after"},
        {"AfterInverted", R"([q:"We leave in May,"] said [s:Ana Lopez].)",
         "tag_after_inverted"},
        {"AfterInvertedWithRole",
         R"([q:"We leave in May,"] said [s:Ana Lopez], who leads the choir.)",
         "tag_after_inverted"},
        {"AfterInvertedAccording",
         R"([q:"We leave in May,"] according to [s:Ana Lopez].)",
         "tag_after_inverted"},
        {"SpokesmanAndNotHisMaster",
         R"([q:"We leave in May,"] said [s:a spokesman for Ana Lopez].)",
         "tag_after_inverted"},
        {"PossessiveSpokesman",
         R"([q:"We leave in May,"] [s:Lopez's spokesman] said.)", "tag_after"},
        {"Unnamed", R"([q:"We leave in May,"] [s:a senior official] said.)",
         "tag_after"},
        {"Body", R"([q:"We leave in May,"] [s:the ministry] said.)",
         "tag_after"},
        {"AfterAQuestion", R"([q:"Why do we leave now?"] [s:Ana Lopez] asked.)",
         "tag_after"},
        {"AfterAnothersQuotation",
         R"("No," said Ana Lopez. [q:"Why now?"] [s:Carl Rolfe] asked.)",
         "tag_after"},
        {"PassiveAgent",
         R"([q:"We leave in May"] was shouted by [s:Ana Lopez].)",
         "passive_agent"},
        {"PassiveDescribed",
         R"(The plan was described as [q:"a grave mistake"] by [s:Ana Lopez].)",
         "passive_agent"},
        {"PassiveNearMiss",
         R"([q:"We leave in May,"] said [s:Ana Lopez] by the river.)",
         "tag_after_inverted"},
        {"AddresseeIsNoSpeaker",
         R"([q:"We leave in May,"] [s:Lopez] told Carl Rolfe.)", "tag_after"},
        {"RelativeClauseBetween",
         R"([q:"We leave,"] said [s:Ana Lopez], whom Carl Rolfe had named.)",
         "tag_after_inverted"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    TagBefore, AttributeStretchesTest,
    testing::ValuesIn(std::vector<AttributionCase>{
        {"Before", R"([s:Ana Lopez] said: [q:"We leave in May."])",
         "tag_before"},
        {"BeforeWithComma", R"([s:Ana Lopez] said, [q:"We leave in May."])",
         "tag_before"},
        {"BeforeMixed",
         R"([s:Ana Lopez] called the plan [q:"a grave mistake"] on Monday.)",
         "tag_before"},
        {"BeforeThat",
         R"([s:Ana Lopez] said that the plan was [q:"a grave mistake"].)",
         "tag_before"},
        {"BeforeNearMiss",
         R"(Carl Rolfe listened as [s:Ana Lopez] said, [q:"We leave in May."])",
         "tag_before"},
        {"BeforeInverted",
         R"(According to [s:Ana Lopez], [q:"we leave in May."])",
         "tag_before_inverted"},
        {"LabelOfAName", R"([s:Ana Lopez]: [q:"We leave in May."])", "label"},
        {"LabelBehindAVerb", R"(Said [s:Ana Lopez]: [q:"We leave in May."])",
         ""},
        {"LabelNearMiss",
         R"(There was one thing left: [q:"We leave in May,"] said [s:Lopez].)",
         "tag_after_inverted"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Inherited, AttributeStretchesTest,
    testing::ValuesIn(std::vector<AttributionCase>{
        {"SplitByItsTag", R"([q:"No,"] said [s:Ana Lopez], [q:"never."])", ""},
        {"SameSentenceThird",
         R"([q:"No,"] [s:Ana Lopez] said, [q:"I am"] and [q:"I was."])", ""},
        {"Continued",
         R"([q:"No,"] said [s:Ana Lopez]. [q:"We stay until May."])",
         "continued"},
        {"ContinuedNearMiss",
         R"("No," said Ana Lopez. [q:"We stay until May,"] said [s:Carl Rolfe].)",
         "tag_after_inverted"},
        {"Reopened",
         "\"Never,\" [s:Ana Lopez] said. [q:\"We leave in May.]\n"
         "[q:\"And we do not come back.\"]",
         "reopened"},
        {"PreviousParagraph",
         "[q:\"We leave in May,\"] [s:Ana Lopez] said.\n"
         "[q:\"And we do not come back to this place.\"]",
         ""},
        {"PreviousParagraphNearMiss",
         "\"We leave in May,\" Ana Lopez said.\n"
         "[q:\"And we do not come back,\"] [s:Carl Rolfe] said.",
         "tag_after"},
        {"NextSentence",
         R"([q:"We leave in May."] That is what [s:Ana Lopez] said on Monday.)",
         ""},
        {"PreviousSentence",
         R"([s:Ana Lopez] spoke to the choir. [q:"We leave in May."])",
         "previous_sentence"},
        {"PreviousSentenceNearMiss",
         R"(Carl Rolfe spoke first. [q:"We leave in May,"] said [s:Ana Lopez].)",
         "tag_after_inverted"},
        {"LeadIn",
         "[s:Ana Lopez] said in a statement:\n"
         "[q:\"We leave in May and we do not come back.\"]",
         "lead_in"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Nobody, AttributeStretchesTest,
    testing::ValuesIn(std::vector<AttributionCase>{
        {"Title", R"(The film [q:"The Long River"] opened in Brezin.)",
         "nobody"},
        {"Nickname", R"(Carl [q:"Red"] Rolfe won the race.)", "nobody"},
        {"SoCalled", R"(The so-called [q:"winter plan"] was dropped.)",
         "nobody"},
        {"TitleWithSmallWords", R"(Her book [q:"A Walk with Wolves"] is out.)",
         "nobody"},
        {"OneWordFarFromTheVerb",
         R"(Lopez added a wide strip of the northern hills to her [q:"garden"].)",
         "nobody"},
        {"OneWordNearMiss", R"([s:Lopez] called the strip her [q:"garden"].)",
         "tag_before"},
        {"NobodyNearMiss",
         R"([s:Lopez] called the film [q:"a long, cold river"].)",
         "tag_before"},
    }),
    [](const auto& info) { return info.param.name; });

TEST(AttributeStretchesTest, NamesTheCue) {
  const text::Document document =
      MakeDocument("\"We leave in May,\" Ana Lopez said.");
  const ReporterView view = MakeReporterView(document);
  const std::vector<Attribution> found =
      AttributeStretches(document, view, BuiltInModel());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(document.Text(found[0].cue), "said");
  EXPECT_GT(found[0].confidence, 0.5);
  EXPECT_LE(found[0].confidence, 1.0);
}

TEST(AttributeStretchesTest, NamesTheRunnerUp) {
  const text::Document document = MakeDocument(
      "Pedro Ruiz looked away. \"We leave in May,\" Ana Lopez said.");
  const ReporterView view = MakeReporterView(document);
  const std::vector<Attribution> found =
      AttributeStretches(document, view, BuiltInModel());
  ASSERT_EQ(found.size(), 1u);
  const RunnerUp& second = found[0].runner_up;
  EXPECT_NE(second.mention, found[0].mention);
  EXPECT_FALSE(second.rule.empty());
  EXPECT_GT(second.confidence, 0);
  EXPECT_LE(second.confidence + found[0].confidence, 1.0001);
}

// The rules with the weights that were set by hand.
AttributionModel RulesOnly() {
  const std::string path = "data/rules_only/attribution_weights.tsv";
  std::ifstream file(path);
  const std::string tsv{std::istreambuf_iterator<char>(file), {}};
  EXPECT_FALSE(tsv.empty()) << path;
  auto model = AttributionModel::Parse(path, tsv);
  EXPECT_TRUE(model.ok()) << model.status();
  return *std::move(model);
}

struct RulesOnlyCase {
  std::string name, text, speaker;
};

class RulesOnlyTest : public testing::TestWithParam<RulesOnlyCase> {};

TEST_P(RulesOnlyTest, NamesTheSpeaker) {
  const text::Document document = MakeDocument(GetParam().text);
  const ReporterView view = MakeReporterView(document);
  const std::vector<Attribution> found =
      AttributeStretches(document, view, RulesOnly());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(TextOf(document, view, found[0].mention), GetParam().speaker);
}

INSTANTIATE_TEST_SUITE_P(
    All, RulesOnlyTest,
    testing::ValuesIn(std::vector<RulesOnlyCase>{
        {"After", "\"We leave in May,\" Ana Lopez said.", "Ana Lopez"},
        {"Inverted", "\"We leave in May,\" said Ana Lopez.", "Ana Lopez"},
        {"Before", "Ana Lopez told Pedro Ruiz: \"We leave in May.\"",
         "Ana Lopez"},
        {"Title", "The film \"The Long River\" opened in Brezin.", ""},
    }),
    [](const auto& info) { return info.param.name; });

// Labels: q the stretch in question, s a mention that the rule proposes for it,
// x one that it must not propose; by_a, by_b: stretches before it, decided as
// spoken by the mentions a, b.
struct ProposalCase {
  std::string name;
  std::string rule;
  std::string marked;
};

int32_t MentionAt(const ReporterView& view, text::Span span) {
  for (size_t m = 0; m < view.mentions.size(); ++m) {
    if (view.mentions[m].span == span) return static_cast<int32_t>(m);
  }
  return -1;
}

std::vector<Decision> EarlierDecisions(const MarkedText& marked,
                                       const ReporterView& view,
                                       int32_t count) {
  std::vector<Decision> earlier(count);
  for (int32_t s = 0; s < count; ++s) {
    for (const MarkedText::Label& label : marked.labels) {
      if (label.span != view.stretches[s].outer) continue;
      const std::vector<text::Span> by = marked.Spans(label.name.substr(3));
      if (!by.empty()) earlier[s].mention = MentionAt(view, by[0]);
    }
  }
  return earlier;
}

bool Proposes(const std::vector<Candidate>& list, const std::string& rule,
              int32_t mention) {
  for (const Candidate& c : list) {
    if (c.mention == mention && RuleName(c.rule()) == rule) return true;
  }
  return false;
}

class ListCandidatesTest : public testing::TestWithParam<ProposalCase> {};

TEST_P(ListCandidatesTest, ProposesTheMarkedMentions) {
  const MarkedText marked = ReadMarkedText(GetParam().marked);
  const text::Document document = MakeDocument(marked.text);
  const ReporterView view = MakeReporterView(document);
  int32_t s = 0;
  while (view.stretches[s].outer != marked.Spans("q")[0]) ++s;
  std::vector<Candidate> list;
  ListCandidates(CandidateContext(document, view), s,
                 EarlierDecisions(marked, view, s), &list);
  for (text::Span span : marked.Spans("s")) {
    const int32_t m = MentionAt(view, span);
    EXPECT_TRUE(m >= 0 && Proposes(list, GetParam().rule, m))
        << document.Text(span);
  }
  for (text::Span span : marked.Spans("x")) {
    const int32_t m = MentionAt(view, span);
    EXPECT_TRUE(m >= 0 && !Proposes(list, GetParam().rule, m))
        << document.Text(span);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, ListCandidatesTest,
    testing::ValuesIn(std::vector<ProposalCase>{
        {"TagAfter", "tag_after",
         R"([x:Rolfe] rose. [q:"No,"] [s:Ana Lopez] said to [x:Hugo Berg].)"},
        {"NotTheDenied", "tag_after_inverted",
         R"([q:"No,"] said [s:Ana Lopez], not [x:Carl Rolfe].)"},
        {"TagAfterInverted", "tag_after_inverted",
         R"([x:Rolfe] rose. [q:"No,"] said [s:Ana Lopez].)"},
        {"TagBefore", "tag_before",
         R"([s:Ana Lopez] said: [q:"No,"] and [x:Rolfe] left.)"},
        {"TagBeforeInverted", "tag_before_inverted",
         R"(According to [s:Ana Lopez], [q:"no"] was what [x:Rolfe] said.)"},
        {"Frame", "frame",
         R"([s:Ana Lopez], to shouts of [q:"No,"] said that it rained.)"},
        {"PassiveAgent", "passive_agent",
         R"([x:Rolfe] saw it: [q:"No"] was shouted by [s:Ana Lopez].)"},
        {"Label", "label", R"([s:Ana Lopez]: [q:"No,"] said [x:Rolfe].)"},
        {"Signature", "signature",
         "[q:“We leave in May.”]\n— [s:Ana Lopez], 34, of [x:Rolfe]."},
        {"SignatureNearMiss", "signature",
         "[q:“We leave”] was what [x:Ana Lopez] — a baker — said."},
        {"Near", "near", R"(For [s:Ana Lopez], [q:"no"] it was.)"},
        {"SameSentence", "same_sentence",
         R"([by_a:"No,"] [s:[a:Ana Lopez]] told [x:Rolfe], [q:"never."])"},
        {"Continued", "continued",
         R"([by_a:"No,"] [s:[a:Ana Lopez]] told [x:Rolfe]. [q:"Never."])"},
        {"Reopened", "reopened",
         "[s:[a:Ana Lopez]] told [x:Rolfe]: [by_a:“We leave in May.]\n"
         "[q:“And we do not come back.”]"},
        {"ReopenedNearMiss", "reopened",
         "[x:[a:Ana Lopez]] told Rolfe: [by_a:“We leave in May.”]\n"
         "[q:“And we do not come back.”]"},
        {"PreviousParagraph", "previous_paragraph",
         "[by_a:“We leave,”] [s:[a:Ana Lopez]] told [x:Rolfe].\n[q:“Never.”]"},
        {"Alternation", "alternation",
         "[by_a:“We leave,”] [s:[a:Ana Lopez]] said.\n"
         "[by_b:“We stay,”] [x:[b:Carl Rolfe]] said.\n[q:“Never.”]"},
        {"SoftTag", "soft_tag",
         R"(Rolfe rose. [q:"Why do we leave now?"] [s:The mayor] asked.)"},
        {"SoftTagNearMiss", "soft_tag",
         R"([q:"We leave,"] she said. [x:The mayor] asked why.)"},
        {"NextSentence", "next_sentence",
         R"([q:"We leave,"] said a man. [s:Ana Lopez] said it first.)"},
        {"NextSentenceNearMiss", "next_sentence",
         "[q:“We leave.”]\nIt rained, as [x:Ana Lopez] had said."},
        {"PreviousSentence", "previous_sentence",
         R"([s:Ana Lopez] spoke to us. [q:"We leave in May,"] said a man.)"},
        {"LeadIn", "lead_in",
         "[s:Ana Lopez] said in a statement:\n[q:“We leave in May.”]"},
        {"LeadInNearMiss", "lead_in",
         "[x:Ana Lopez] said so in a statement. [q:“We leave in May.”]"},
        {"NextParagraph", "next_paragraph",
         "[q:“We leave in May.”]\nThat was what [s:Ana Lopez] said."},
    }),
    [](const auto& info) { return info.param.name; });

TEST(ListCandidatesOrderTest, EndsWithNobody) {
  const text::Document document = MakeDocument("\"No,\" Ana Lopez said.");
  const ReporterView view = MakeReporterView(document);
  std::vector<Candidate> list;
  ListCandidates(CandidateContext(document, view), 0, {}, &list);
  ASSERT_GE(list.size(), 2u);
  EXPECT_EQ(list.front().rule(), AttributionRule::kTagAfter);
  EXPECT_EQ(list.back().rule(), AttributionRule::kNobody);
  EXPECT_EQ(list.back().mention, -1);
}

TEST(RuleNameTest, CoversTheRules) {
  EXPECT_EQ(RuleName(AttributionRule::kTagAfter), "tag_after");
  EXPECT_EQ(RuleName(AttributionRule::kNobody), "nobody");
  EXPECT_EQ(FieldName(Field::kRule), "rule");
}

}  // namespace
}  // namespace onrecord::quotes
