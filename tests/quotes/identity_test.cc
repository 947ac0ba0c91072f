#include "quotes/identity.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"

namespace onrecord::quotes {
namespace {

Nicknames SomeNicknames() {
  return *Nicknames::FromTsv("nicknames.tsv", "bill\twilliam\n");
}

SpeakerInput In(const std::string& article, int index, const std::string& name,
                std::vector<std::string> roles = {},
                Gender gender = Gender::kUnknown,
                MentionKind kind = MentionKind::kName) {
  SpeakerInput input;
  input.article_id = article;
  input.index = index;
  input.published = "2024-01-0" + article.substr(1);
  input.name = name;
  input.kind = kind;
  input.gender = gender;
  input.roles = std::move(roles);
  if (!name.empty()) input.aliases = {name};
  return input;
}

SpeakerInput Body(const std::string& article, int index,
                  const std::string& name) {
  return In(article, index, name, {}, Gender::kNeuter,
            MentionKind::kOrganization);
}

// "a1:0 a2:0 | a3:1": the inputs of each speaker, speakers in input order.
std::string Partition(const std::vector<SpeakerInput>& inputs) {
  const Identities ids = ResolveIdentities(inputs, SomeNicknames());
  std::vector<std::string> groups;
  std::map<int, size_t> of_speaker;
  for (size_t i = 0; i < inputs.size(); ++i) {
    const auto [it, added] =
        of_speaker.emplace(ids.of_input[i].speaker, groups.size());
    if (added) groups.emplace_back();
    absl::StrAppend(&groups[it->second], groups[it->second].empty() ? "" : " ",
                    inputs[i].article_id, ":", inputs[i].index);
  }
  return absl::StrJoin(groups, " | ");
}

struct PartitionCase {
  std::string name;
  std::vector<SpeakerInput> inputs;
  std::string expected;
};

class PartitionTest : public testing::TestWithParam<PartitionCase> {};

TEST_P(PartitionTest, GroupsTheInputs) {
  EXPECT_EQ(Partition(GetParam().inputs), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, PartitionTest,
    testing::ValuesIn(std::vector<PartitionCase>{
        {"SameName",
         {In("a1", 0, "Ana Lopez"), In("a2", 0, "Ana Lopez")},
         "a1:0 a2:0"},
        {"OtherGivenName",
         {In("a1", 0, "Ana Lopez"), In("a2", 0, "Eva Lopez")},
         "a1:0 | a2:0"},
        {"Spellings",
         {In("a1", 0, "Mohammed Tariq al-Sabbari"),
          In("a2", 0, "Mohamed Tareq as-Sabbari"),
          In("a3", 0, "Mohammed Al Sabbari")},
         "a1:0 a2:0 a3:0"},
        {"SurnameOfOnePerson",
         {In("a1", 0, "Ana Lopez"), In("a2", 0, "Lopez")},
         "a1:0 a2:0"},
        {"SurnameOfTwoPeople",
         {In("a1", 0, "Ana Lopez"), In("a2", 0, "Eva Lopez"),
          In("a3", 0, "Lopez")},
         "a1:0 | a2:0 | a3:0"},
        {"SurnameOfTwoAndSex",
         {In("a1", 0, "Salma Haddar", {}, Gender::kFemale),
          In("a2", 0, "Nabil Haddar", {}, Gender::kMale),
          In("a3", 0, "Haddar", {}, Gender::kMale)},
         "a1:0 | a2:0 a3:0"},
        {"SurnameOfTwoAndRole",
         {In("a1", 0, "Ana Lopez", {"Qadaran defence minister"}),
          In("a2", 0, "Eva Lopez", {"poet"}),
          In("a3", 0, "Lopez", {"the defense minister"})},
         "a1:0 a3:0 | a2:0"},
        {"SurnameWithoutFullName",
         {In("a1", 0, "Lopez"), In("a2", 0, "Lopez")},
         "a1:0 a2:0"},
        {"SurnamesOfBothSexes",
         {In("a1", 0, "Lopez", {}, Gender::kMale),
          In("a2", 0, "Lopez", {}, Gender::kFemale), In("a3", 0, "Lopez")},
         "a1:0 | a2:0 | a3:0"},
        {"ArticleTellsThemApart",
         {In("a1", 0, "Ana Maria Lopez"), In("a1", 1, "Ana Lopez"),
          In("a2", 0, "Ana Lopez")},
         "a1:0 | a1:1 a2:0"},
        {"SurnameBesideItsRival",
         {In("a1", 0, "Ana Lopez"), In("a1", 1, "Lopez")},
         "a1:0 | a1:1"},
        {"Nickname",
         {In("a1", 0, "Bill Rolfe"), In("a2", 0, "William Rolfe")},
         "a1:0 a2:0"},
        {"InitialOfOne",
         {In("a1", 0, "A. Lopez"), In("a2", 0, "Ana Lopez")},
         "a1:0 a2:0"},
        {"InitialOfTwo",
         {In("a1", 0, "A. Lopez"), In("a2", 0, "Ana Lopez"),
          In("a3", 0, "Alba Lopez")},
         "a1:0 | a2:0 | a3:0"},
        {"ReverseOrder",
         {In("a1", 0, "Kovács Béla"), In("a2", 0, "Bela Kovacs")},
         "a1:0 a2:0"},
        {"UnnamedStayApart",
         {In("a1", 0, "", {}, Gender::kUnknown, MentionKind::kAnonymous),
          In("a1", 1, "", {}, Gender::kUnknown, MentionKind::kAnonymous),
          In("a2", 0, "", {}, Gender::kUnknown, MentionKind::kAnonymous)},
         "a1:0 | a1:1 | a2:0"},
        {"ArticleOfABody",
         {Body("a1", 0, "the Citadel"), Body("a2", 0, "Citadel"),
          Body("a3", 0, "Citadel Bank")},
         "a1:0 a2:0 | a3:0"},
        {"SpellingOfABody",
         {Body("a1", 0, "Defence Ministry"),
          Body("a2", 0, "the Ministry of Defense"),
          Body("a3", 0, "Interior Ministry")},
         "a1:0 a2:0 | a3:0"},
        {"Governments",
         {Body("a1", 0, "the Qadaran government"),
          Body("a2", 0, "Qadara's government"), Body("a3", 0, "Qadara"),
          Body("a4", 0, "the Vostravan government")},
         "a1:0 a2:0 a3:0 | a4:0"},
        {"OfficeWithoutName",
         {In("a1", 0, "Ana Lopez", {"Qadaran Prime Minister"}),
          In("a2", 0, "", {"Qadara’s prime minister"}, Gender::kUnknown,
             MentionKind::kNominal)},
         "a1:0 a2:0"},
        {"OfficeOfAnotherCountry",
         {In("a1", 0, "Ana Lopez", {"Qadaran Prime Minister"}),
          In("a2", 0, "", {"Vostrava’s prime minister"}, Gender::kUnknown,
             MentionKind::kNominal)},
         "a1:0 | a2:0"},
        {"OfficeOfTwo",
         {In("a1", 0, "Ana Lopez", {"Qadaran Prime Minister"}),
          In("a2", 0, "Bela Kovacs", {"Qadaran Prime Minister"}),
          In("a3", 0, "", {"the Qadaran prime minister"}, Gender::kUnknown,
             MentionKind::kNominal)},
         "a1:0 | a2:0 | a3:0"},
        {"OfficeWithoutPlace",
         {In("a1", 0, "Ana Lopez", {"prime minister"}),
          In("a2", 0, "", {"the prime minister"}, Gender::kUnknown,
             MentionKind::kNominal)},
         "a1:0 | a2:0"},
        {"ABodyIsNoPerson",
         {Body("a1", 0, "Lopez"), In("a2", 0, "Lopez")},
         "a1:0 | a2:0"},
    }),
    [](const auto& info) { return info.param.name; });

TEST(IdentityTest, FlagsWhatFitsSeveral) {
  const Identities ids =
      ResolveIdentities({In("a1", 0, "Ana Lopez"), In("a2", 0, "Eva Lopez"),
                         In("a3", 0, "Lopez")},
                        SomeNicknames());
  EXPECT_TRUE(ids.of_input[2].ambiguous);
  EXPECT_EQ(ids.of_input[2].reason, IdentityReason::kAmbiguous);
  EXPECT_FALSE(ids.of_input[0].ambiguous);
  EXPECT_EQ(ids.speakers[ids.of_input[2].speaker].id, "lopez@a3");
}

TEST(IdentityTest, ChoosesTheFullestNameInUse) {
  std::vector<SpeakerInput> inputs;
  for (int i = 1; i <= 9; ++i) {
    inputs.push_back(In(absl::StrCat("a", i), 0,
                        i < 4   ? "Mohammed Shia al-Sabbari"
                        : i < 8 ? "Mohamed Al Sabbari"
                                : "SABBARI"));
  }
  const Identities ids = ResolveIdentities(inputs, SomeNicknames());
  ASSERT_EQ(ids.speakers.size(), 1u);
  EXPECT_EQ(ids.speakers[0].name, "Mohammed Shia al-Sabbari");
  EXPECT_EQ(ids.speakers[0].id, "mohammed-shia-al-sabbari");
  EXPECT_EQ(ids.speakers[0].articles, 9);
  EXPECT_EQ(ids.speakers[0].first_seen, "2024-01-01");
  EXPECT_EQ(ids.speakers[0].last_seen, "2024-01-09");
}

TEST(IdentityTest, CountsSpellingsTogether) {
  const Identities ids = ResolveIdentities(
      {In("a1", 0, "Mohammed Shia al-Sabbari"),
       In("a2", 0, "Mohamed Shia as-Sabbari"), In("a3", 0, "Sabbari"),
       In("a4", 0, "Sabbari"), In("a5", 0, "SABBARI")},
      SomeNicknames());
  const Speaker& speaker = ids.speakers[ids.of_input[0].speaker];
  EXPECT_EQ(ids.of_input[2].speaker, ids.of_input[3].speaker);
  EXPECT_EQ(speaker.id, "mohamed-shia-as-sabbari");
}

TEST(IdentityTest, WritesCapitalsAsAName) {
  const Identities ids =
      ResolveIdentities({In("a1", 0, "ANA O'DELL")}, SomeNicknames());
  EXPECT_EQ(ids.speakers[0].name, "Ana O'Dell");
}

TEST(IdentityTest, DatesRoles) {
  const Identities ids =
      ResolveIdentities({In("a1", 0, "Ana Lopez", {"the defence minister"}),
                         In("a3", 0, "Ana Lopez", {"defence minister"}),
                         In("a5", 0, "Ana Lopez", {"former minister"})},
                        SomeNicknames());
  ASSERT_EQ(ids.speakers[0].roles.size(), 2u);
  EXPECT_EQ(ids.speakers[0].roles[0].title, "defence minister");
  EXPECT_EQ(ids.speakers[0].roles[0].first, "2024-01-01");
  EXPECT_EQ(ids.speakers[0].roles[0].last, "2024-01-03");
}

TEST(IdentityTest, NumbersNamesakesByFirstSight) {
  const std::vector<SpeakerInput> inputs = {
      In("a2", 0, "Ana Lopez", {}, Gender::kUnknown),
      Body("a1", 0, "Ana Lopez")};
  const Identities ids = ResolveIdentities(inputs, SomeNicknames());
  EXPECT_EQ(ids.speakers[ids.of_input[1].speaker].id, "ana-lopez");
  EXPECT_EQ(ids.speakers[ids.of_input[0].speaker].id, "ana-lopez-2");
}

TEST(IdentityTest, DependsOnTheSetOnly) {
  const char* const kNames[] = {"Ana Lopez",
                                "Lopez",
                                "Eva Lopez",
                                "A. Lopez",
                                "Bill Rolfe",
                                "Rolfe",
                                "LOPEZ",
                                "Ana María Lopez",
                                "William Rolfe",
                                "Mohammed al-Sabbari",
                                "Al Sabbari",
                                "Mohamed Tareq as-Sabbari",
                                "Kovacs Bela",
                                "Béla Kovács",
                                "Salma Haddar",
                                "Haddar",
                                ""};
  std::mt19937 random(7);
  std::vector<SpeakerInput> inputs;
  for (int article = 1; article <= 40; ++article) {
    for (int index = 0; index < 5; ++index) {
      SpeakerInput input;
      input.article_id = absl::StrCat("a", article);
      input.index = index;
      input.published = absl::StrCat("2024-01-", 10 + article % 20);
      input.name = kNames[random() % std::size(kNames)];
      input.gender = static_cast<Gender>(random() % 3);
      inputs.push_back(input);
    }
  }
  const auto describe = [](const std::vector<SpeakerInput>& set) {
    const Identities ids = ResolveIdentities(set, SomeNicknames());
    std::map<std::string, std::string> lines;
    for (size_t i = 0; i < set.size(); ++i) {
      const Speaker& speaker = ids.speakers[ids.of_input[i].speaker];
      lines[absl::StrCat(set[i].article_id, "#", set[i].index)] = absl::StrCat(
          speaker.id, "/", speaker.name, "/", speaker.articles, "/",
          absl::StrJoin(speaker.aliases, ","), ids.of_input[i].ambiguous,
          ToString(ids.of_input[i].reason));
    }
    return lines;
  };
  const auto expected = describe(inputs);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(inputs.begin(), inputs.end(), random);
    EXPECT_EQ(describe(inputs), expected);
  }
}

}  // namespace
}  // namespace onrecord::quotes
