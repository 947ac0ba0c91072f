#include "pipeline/affiliations.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "data/load_lexicon.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

const text::Lexicon& Words() {
  static const auto* const lexicon = [] {
    text::Lexicon::Builder builder;
    EXPECT_TRUE(data::AddEmbeddedWords(&builder).ok());
    return builder.Build().release();
  }();
  return *lexicon;
}

struct RoleCase {
  std::string name, title, country, organization;
};

class AffiliationOfRoleTest : public testing::TestWithParam<RoleCase> {};

TEST_P(AffiliationOfRoleTest, ReadsTheOffice) {
  const auto found = AffiliationOfRole(GetParam().title, &Words());
  EXPECT_EQ(found.country, GetParam().country);
  EXPECT_EQ(found.organization, GetParam().organization);
}

INSTANTIATE_TEST_SUITE_P(
    All, AffiliationOfRoleTest,
    testing::ValuesIn(std::vector<RoleCase>{
        {"OfAState", "prime minister of Qadara", "Qadara", ""},
        {"Genitive", "Qadara’s defence secretary", "Qadara", ""},
        {"StraightGenitive", "Qadara's prime minister", "Qadara", ""},
        {"TwoOfs", "minister of finance of Qadara", "Qadara", ""},
        {"People", "Iraqi prime minister", "Iraq", ""},
        {"ListedPlace", "the leader of Iraq", "Iraq", ""},
        {"OfABody", "leader of Sovereign", "", "Sovereign"},
        {"BodyNoun", "president of the Reed Party", "", "Reed Party"},
        {"BodyOfAPeople", "speaker of the Iraqi Parliament", "Iraq",
         "Iraqi Parliament"},
        {"NoName", "opposition lawmaker", "", ""},
        {"NotANameBehindOf", "minister of finance", "", ""},
        {"NeitherStateNorBody", "governor of the Zhelin Highlands", "", ""},
        {"Nothing", "", "", ""},
    }),
    [](const auto& info) { return info.param.name; });

TEST(AffiliationsTest, TakesTheRoleOfTheTime) {
  quotes::Speaker speaker;
  speaker.id = "lopez";
  speaker.roles = {{"leader of Sovereign", "2020-01-01", "2021-06-01"},
                   {"lawmaker", "2021-07-01", "2021-08-01"},
                   {"president of Teverra", "2022-01-01", "2022-09-01"},
                   {"leader of Concord", "2022-01-01", ""}};
  const Affiliations affiliations({speaker}, nullptr);
  const auto at = [&](const std::string& date) {
    const auto of = affiliations.Of(
        "lopez", text::ParsePartialDate(date).value_or(text::PartialDate()));
    return absl::StrCat(of.country, "|", of.organization);
  };
  EXPECT_EQ(at("2020-05-05"), "Teverra|Sovereign");
  EXPECT_EQ(at("2021-06-20"), "Teverra|Sovereign");
  EXPECT_EQ(at("2021-12-20"), "Teverra|Concord");
  EXPECT_EQ(at("2024-01"), "Teverra|Concord");
  EXPECT_EQ(at(""), "Teverra|Sovereign");
  EXPECT_TRUE(affiliations.Of("gomez", {}).country.empty());
}

TEST(AffiliationsTest, ABodySpeaksForItself) {
  quotes::Speaker body;
  body.id = "reed-party";
  body.name = "Reed Party";
  body.kind = quotes::MentionKind::kOrganization;
  const Affiliations affiliations({body}, nullptr);
  EXPECT_EQ(affiliations.Of("reed-party", {}).organization, "Reed Party");
  EXPECT_EQ(affiliations.Of("reed-party", {}).country, "");
}

}  // namespace
}  // namespace onrecord::pipeline
