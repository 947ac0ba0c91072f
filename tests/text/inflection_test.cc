#include "text/inflection.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"

namespace onrecord::text {
namespace {

struct VerbCase {
  const char* base;
  const char* forms;  // third, past, gerund
};

class RegularVerbTest : public testing::TestWithParam<VerbCase> {};

TEST_P(RegularVerbTest, IsInflected) {
  const VerbForms forms = InflectRegularVerb(GetParam().base);
  EXPECT_EQ(absl::StrCat(absl::StrJoin(forms.third, "|"), " ",
                         absl::StrJoin(forms.past, "|"), " ",
                         absl::StrJoin(forms.gerund, "|")),
            GetParam().forms);
  EXPECT_EQ(forms.participle, forms.past);
}

constexpr VerbCase kVerbs[] = {
    {"add", "adds added adding"},
    {"announce", "announces announced announcing"},
    {"deny", "denies denied denying"},
    {"play", "plays played playing"},
    {"plan", "plans planned planning"},
    {"rain", "rains rained raining"},
    {"fix", "fixes fixed fixing"},
    {"show", "shows showed showing"},
    {"admit", "admits admitted admitting"},
    {"edit", "edits edited editing"},
    {"refer", "refers referred referring"},
    {"answer", "answers answered answering"},
    {"quip", "quips quipped quipping"},
    {"equip", "equips equipped equipping"},
    {"label", "labels labeled|labelled labeling|labelling"},
    {"reveal", "reveals revealed revealing"},
    {"agree", "agrees agreed agreeing"},
    {"dye", "dyes dyed dyeing"},
    {"lie", "lies lied lying"},
    {"argue", "argues argued arguing"},
    {"panic", "panics panicked panicking"},
    {"veto", "vetoes vetoed vetoing"},
    {"press", "presses pressed pressing"},
    {"preach", "preaches preached preaching"},
    {"co-host", "co-hosts co-hosted co-hosting"},
    {"ad-lib", "ad-libs ad-libbed ad-libbing"},
};

INSTANTIATE_TEST_SUITE_P(Verbs, RegularVerbTest, testing::ValuesIn(kVerbs));

struct NounCase {
  const char* singular;
  const char* plural;
};

class RegularPluralTest : public testing::TestWithParam<NounCase> {};

TEST_P(RegularPluralTest, IsMade) {
  EXPECT_EQ(RegularPlural(GetParam().singular), GetParam().plural);
}

constexpr NounCase kNouns[] = {
    {"official", "officials"},
    {"ally", "allies"},
    {"attorney", "attorneys"},
    {"boss", "bosses"},
    {"coach", "coaches"},
    {"monarch", "monarchs"},
    {"oligarch", "oligarchs"},
    {"spokesman", "spokesmen"},
    {"congresswoman", "congresswomen"},
    {"human", "humans"},
    {"german", "germans"},
    {"crisis", "crises"},
    {"hero", "heroes"},
    {"memo", "memos"},
    {"vice-chairman", "vice-chairmen"},
    {"shaman", "shamans"},
    {"man", "men"},
};

INSTANTIATE_TEST_SUITE_P(Nouns, RegularPluralTest, testing::ValuesIn(kNouns));

}  // namespace
}  // namespace onrecord::text
