#include "quotes/cue_finder.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "quotes/mention_finder.h"
#include "quotes/quote_finder.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// `marked` labels one word or phrase: cue, or no if it is none. The class and
// form are those of the cue.
struct CueCase {
  std::string name;
  std::string marked;
  CueClass cue_class = CueClass::kVerb;
  CueForm form = CueForm::kNone;
};

class FindCuesTest : public testing::TestWithParam<CueCase> {};

TEST_P(FindCuesTest, ReadsWhatIsMarked) {
  const CueCase& c = GetParam();
  const MarkedText marked = ReadMarkedText(c.marked);
  const text::Document document = MakeDocument(marked.text);
  const std::vector<QuotedStretch> stretches = FindQuotedStretches(document);
  const std::vector<Cue> cues =
      FindCues(document, stretches, FindMentions(document, stretches));
  ASSERT_EQ(marked.labels.size(), 1u);
  const MarkedText::Label& label = marked.labels[0];
  const Cue* found = nullptr;
  std::string all;
  for (const Cue& cue : cues) {
    all += "[" + std::string(document.Text(cue.tokens)) + "] ";
    if (document.SpanOf(cue.tokens) == label.span) found = &cue;
  }
  if (label.name == "no") {
    EXPECT_EQ(found, nullptr) << all;
    return;
  }
  ASSERT_NE(found, nullptr) << all;
  EXPECT_EQ(static_cast<int>(found->cue_class), static_cast<int>(c.cue_class));
  EXPECT_EQ(static_cast<int>(found->form), static_cast<int>(c.form));
}

using C = CueClass;
using F = CueForm;

INSTANTIATE_TEST_SUITE_P(
    Classes, FindCuesTest,
    testing::ValuesIn(std::vector<CueCase>{
        {"Said", "Lopez [cue:said] no.", C::kUtterance, F::kPast},
        {"Denounced", "He [cue:denounced] it.", C::kJudgement, F::kPast},
        {"Urged", "He [cue:urged] them to go.", C::kDemand, F::kPast},
        {"CalledFor", "He [cue:called for] a vote.", C::kDemand, F::kPast},
        {"Asked", "He [cue:asked] them.", C::kQuestion, F::kPast},
        {"Wrote", "He [cue:wrote] a page.", C::kWriting, F::kPast},
        {"Believed", "He [cue:believed] it.", C::kThought, F::kPast},
        {"Laughed", "He [cue:laughed] at it.", C::kGesture, F::kPast},
        {"AccordingTo", "It is late, [cue:according to] Lopez.", C::kAccording,
         F::kNone},
        {"Noun", "His [cue:remark] was short.", C::kNoun, F::kNone},
        {"OtherVerb", "Lopez [cue:walked] home.", C::kVerb, F::kPast},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Forms, FindCuesTest,
    testing::ValuesIn(std::vector<CueCase>{
        {"Present", "Lopez [cue:says] no.", C::kUtterance, F::kPresent},
        {"Perfect", "Lopez has [cue:said] no.", C::kUtterance, F::kPerfect},
        {"Modal", "Lopez would [cue:say] no.", C::kUtterance, F::kModal},
        {"Infinitive", "Lopez came to [cue:say] no.", C::kUtterance, F::kModal},
        {"Gerund", "Lopez left, [cue:saying] no.", C::kUtterance, F::kGerund},
        {"Progressive", "Lopez is [cue:saying] no.", C::kUtterance,
         F::kProgressive},
        {"Passive", "It was [cue:described] by Lopez.", C::kJudgement,
         F::kPassive},
        {"AdverbBetween", "Lopez has also [cue:said] no.", C::kUtterance,
         F::kPerfect},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NoCue, FindCuesTest,
    testing::ValuesIn(std::vector<CueCase>{
        {"NounAfterArticle", "The [no:call] was short."},
        {"NounAfterClitic", "Rolfe’s [no:call] was short."},
        {"InsideAPhrase", "The [no:elected] officials left."},
        {"InsideAQuotation", "“He [no:said] so,” Lopez wrote."},
        {"PartOfAName", "They met in [no:Reading] on Monday."},
        {"Auxiliary", "Lopez [no:had] left."},
    }),
    [](const auto& info) { return info.param.name; });

TEST(FindCuesTest, KeepsTheVerbGroupTogether) {
  const text::Document document = MakeDocument("Lopez had never said no.");
  const std::vector<Cue> cues = FindCues(document, {}, {});
  ASSERT_EQ(cues.size(), 1u);
  EXPECT_EQ(document.Text(cues[0].tokens), "said");
  EXPECT_EQ(document.Text(cues[0].group_begin), "had");
}

}  // namespace
}  // namespace onrecord::quotes
