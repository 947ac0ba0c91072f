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
  EXPECT_EQ(speaker.name, "Mohamed Shia as-Sabbari");
  EXPECT_EQ(speaker.id, "mohammed-shia-al-sabbari");
  EXPECT_EQ(speaker.former_ids,
            std::vector<std::string>({"mohamed-shia-as-sabbari", "sabbari"}));
}

TEST(IdentityTest, LaterArticlesRenameNobody) {
  std::vector<SpeakerInput> inputs = {In("a1", 0, "Lopez")};
  Identities ids = ResolveIdentities(inputs, SomeNicknames());
  EXPECT_EQ(ids.speakers[0].id, "lopez");
  // A surname becomes a full name: the old id leads to it.
  inputs.push_back(In("a2", 0, "Ana Lopez"));
  ids = ResolveIdentities(inputs, SomeNicknames());
  ASSERT_EQ(ids.speakers.size(), 1u);
  EXPECT_EQ(ids.speakers[0].id, "ana-lopez");
  EXPECT_EQ(ids.speakers[0].former_ids, std::vector<std::string>({"lopez"}));
  // A fuller form in common use changes the name that is shown, not the id.
  for (int i = 3; i <= 8; ++i) {
    inputs.push_back(In(absl::StrCat("a", i), 0, "Ana Maria Lopez"));
  }
  ids = ResolveIdentities(inputs, SomeNicknames());
  ASSERT_EQ(ids.speakers.size(), 1u);
  EXPECT_EQ(ids.speakers[0].name, "Ana Maria Lopez");
  EXPECT_EQ(ids.speakers[0].id, "ana-lopez");
  // "lopez" is now one of two and leads to nobody.
  inputs.push_back(In("a9", 0, "Eva Lopez"));
  ids = ResolveIdentities(inputs, SomeNicknames());
  EXPECT_EQ(ids.speakers[ids.of_input[1].speaker].former_ids,
            std::vector<std::string>({"ana-maria-lopez"}));
}

TEST(IdentityTest, AnIdStaysOrLeadsToWhoeverTookItsSpeakerIn) {
  const char* const kNames[] = {
      "Ana Lopez",     "Ana Maria Lopez",   "Bill Rolfe",
      "William Rolfe", "Kovacs Bela",       "Béla Kovács",
      "Salma Haddar",  "Mohammed al-Sabri", "Mohamed Tareq as-Sabri"};
  std::mt19937 random(11);
  std::vector<SpeakerInput> inputs;
  std::map<std::string, std::string> before;  // Article to id.
  for (int article = 1; article <= 60; ++article) {
    SpeakerInput input;
    input.article_id = absl::StrCat("a", 100 + article);
    input.published = absl::StrCat(2000 + article, "-01-10");
    input.name = kNames[random() % std::size(kNames)];
    inputs.push_back(input);
    const Identities ids = ResolveIdentities(inputs, SomeNicknames());
    for (size_t i = 0; i < inputs.size(); ++i) {
      const Speaker& speaker = ids.speakers[ids.of_input[i].speaker];
      const auto at = before.emplace(inputs[i].article_id, speaker.id).first;
      const bool follows =
          at->second == speaker.id ||
          std::find(speaker.former_ids.begin(), speaker.former_ids.end(),
                    at->second) != speaker.former_ids.end();
      EXPECT_TRUE(follows) << at->second << " became " << speaker.id;
      at->second = speaker.id;
    }
  }
}

KnownSpeaker Known(const std::string& id, const std::string& name,
                   std::vector<std::string> aliases = {},
                   std::vector<DatedRole> roles = {}) {
  KnownSpeaker known;
  known.id = id;
  known.name = name;
  known.aliases = std::move(aliases);
  known.roles = std::move(roles);
  return known;
}

// The ids of the inputs' speakers, one blank apart.
std::string IdsOf(const std::vector<SpeakerInput>& inputs,
                  const IdentityGuide& guide) {
  const Identities ids = ResolveIdentities(inputs, SomeNicknames(), guide);
  std::vector<std::string> out;
  for (const SpeakerIdentity& one : ids.of_input) {
    out.push_back(ids.speakers[one.speaker].id);
  }
  return absl::StrJoin(out, " ");
}

TEST(RosterTest, NamesWinOverGuessing) {
  IdentityGuide guide;
  guide.roster = {Known("Q1", "Mahmud Haddar", {"Abu Salim"}),
                  Known("Q2", "Salma Haddar")};
  EXPECT_EQ(IdsOf({In("a1", 0, "Mahmoud al-Haddar"), In("a2", 0, "Abu Salim"),
                   In("a3", 0, "Salma Haddar")},
                  guide),
            "Q1 Q1 Q2");
  // A surname that two entries have stays in its article.
  EXPECT_EQ(IdsOf({In("a1", 0, "Haddar")}, guide), "haddar@a1");
  EXPECT_EQ(IdsOf({In("a1", 0, "Ms Haddar", {}, Gender::kFemale)},
                  {{Known("Q1", "Mahmud Haddar")}, {}}),
            "Q1")
      << "the roster does not say that Mahmud is a man";
  // Names that the roster does not have are joined as ever.
  EXPECT_EQ(IdsOf({In("a1", 0, "Ana Lopez"), In("a2", 0, "Lopez")}, guide),
            "ana-lopez ana-lopez");
}

TEST(RosterTest, EntriesAreShownAsTheRosterHasThem) {
  KnownSpeaker known =
      Known("Q1", "Mahmud Haddar", {}, {{"prime minister", "2023", ""}});
  known.external_id = "x/1";
  const Identities ids = ResolveIdentities(
      {In("a1", 0, "MAHMOUD HADDAR", {"the prime minister", "a poet"})},
      SomeNicknames(), {{known, Known("Q2", "Nobody Seen")}, {}});
  ASSERT_EQ(ids.speakers.size(), 1u);
  EXPECT_EQ(ids.speakers[0].name, "Mahmud Haddar");
  EXPECT_EQ(ids.speakers[0].external_id, "x/1");
  ASSERT_EQ(ids.speakers[0].roles.size(), 2u);
  EXPECT_EQ(ids.speakers[0].roles[0].first, "2023");
  EXPECT_EQ(ids.speakers[0].roles[1].title, "a poet");
  EXPECT_EQ(ids.speakers[0].articles, 1);
  EXPECT_EQ(ids.of_input[0].reason, IdentityReason::kRoster);
}

TEST(RosterTest, RolesTellNamesakesApart) {
  IdentityGuide guide;
  guide.roster = {
      Known("Q1", "Ana Lopez", {}, {{"mayor of Brezin", "2020", "2023"}}),
      Known("Q2", "Ana Lopez", {}, {{"defence minister", "2022", ""}})};
  EXPECT_EQ(IdsOf({In("a1", 0, "Ana Lopez", {"the defense minister"})}, guide),
            "Q2");
  EXPECT_EQ(IdsOf({In("a1", 0, "Ana Lopez", {"the mayor of Brezin"})}, guide),
            "ana-lopez")
      << "no longer mayor in 2024";
  EXPECT_EQ(IdsOf({In("a1", 0, "Ana Lopez")}, guide), "ana-lopez");
}

TEST(RosterTest, AnOfficeIsItsHolderOfThatTime) {
  IdentityGuide guide;
  guide.roster = {
      Known("Q1", "Ana Lopez", {},
            {{"prime minister of Qadara", "2019-05", "2023-12-31"}}),
      Known("Q2", "Bo Ek", {}, {{"prime minister of Qadara", "2024", ""}})};
  SpeakerInput office = In("a1", 0, "", {"the Qadaran prime minister"},
                           Gender::kUnknown, MentionKind::kNominal);
  EXPECT_EQ(IdsOf({office}, guide), "Q2");
  office.published = "2023-11-02";
  EXPECT_EQ(IdsOf({office}, guide), "Q1");
  office.published = "2018-11-02";
  EXPECT_EQ(IdsOf({office}, guide), "@a1~0");
}

TEST(RosterTest, BodiesAreKnownByTheirNames) {
  KnownSpeaker ministry = Known("Q9", "Ministry of Defence", {"the MoD"});
  ministry.kind = MentionKind::kOrganization;
  EXPECT_EQ(IdsOf({Body("a1", 0, "Defense Ministry"), Body("a2", 0, "MoD"),
                   Body("a3", 0, "Health Ministry")},
                  {{ministry}, {}}),
            "Q9 Q9 health-ministry");
}

TEST(RulingTest, WinsOverNames) {
  const std::vector<SpeakerInput> inputs = {
      In("a1", 0, "Ana Lopez"), In("a2", 0, "Ana Lopez"),
      In("a3", 0, "Eva Krol"), In("a4", 0, "Krol")};
  EXPECT_EQ(IdsOf(inputs, {{}, {0, 1, -1, -1}}),
            "ana-lopez ana-lopez-2 eva-krol eva-krol");
  EXPECT_EQ(IdsOf(inputs, {{}, {0, 0, 0, -1}}),
            "ana-lopez ana-lopez ana-lopez ana-lopez");
  EXPECT_EQ(IdsOf(inputs, {{Known("Q1", "Ina Zoll")}, {0, 1, -1, -1}}),
            "Q1 ana-lopez eva-krol eva-krol");
  const Identities ids =
      ResolveIdentities(inputs, SomeNicknames(), {{}, {0, 0, -1, -1}});
  EXPECT_EQ(ids.of_input[0].reason, IdentityReason::kRuling);
  EXPECT_TRUE(ids.speakers[0].ruled);
  EXPECT_FALSE(ids.speakers[1].ruled);
}

TEST(RulingTest, JoinsTheUnnamedAndBodies) {
  SpeakerInput unnamed =
      In("a1", 1, "", {"an aide"}, Gender::kUnknown, MentionKind::kAnonymous);
  EXPECT_EQ(IdsOf({In("a2", 0, "Ana Lopez"), unnamed,
                   Body("a3", 0, "Office of the Mayor")},
                  {{}, {4, 4, 4}}),
            "ana-lopez ana-lopez ana-lopez");
}

TEST(IdentityTest, TheSameFirstNameIsNearerThanAMiddleName) {
  EXPECT_EQ(
      Partition({In("a1", 0, "Ana M. Lopez"), In("a2", 0, "Condemn Ana Lopez"),
                 In("a3", 0, "Ana Lopez")}),
      "a1:0 a3:0 | a2:0");
  EXPECT_EQ(Partition({In("a1", 0, "Ana M. Lopez"), In("a2", 0, "Ana R. Lopez"),
                       In("a3", 0, "Ana Lopez")}),
            "a1:0 | a2:0 | a3:0");
}

TEST(IdentityTest, ClashingOfficesKeepASurnameApart) {
  EXPECT_EQ(Partition({In("a1", 0, "Ana Lopez", {"President of Qadara"}),
                       In("a2", 0, "Lopez", {"Kelmaran President"})}),
            "a1:0 | a2:0");
  EXPECT_EQ(Partition({In("a1", 0, "Ana Lopez", {"President of Qadara"}),
                       In("a2", 0, "Lopez", {"Qadaran President"})}),
            "a1:0 a2:0");
  EXPECT_EQ(Partition({In("a1", 0, "Ana Lopez", {"President of Qadara"}),
                       In("a2", 0, "Lopez", {"former Kelmaran President"})}),
            "a1:0 a2:0");
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

TEST(IdentityTest, HowSomebodyIsAddressedIsNoOffice) {
  const Identities ids = ResolveIdentities(
      {In("a1", 0, "Ana Lopez", {"Ms", "Mrs.", "Mistress of Ceremonies"})},
      SomeNicknames());
  ASSERT_EQ(ids.speakers[0].roles.size(), 1u);
  EXPECT_EQ(ids.speakers[0].roles[0].title, "Mistress of Ceremonies");
}

TEST(IdentityTest, AnOfficeIsOneHoweverItIsPut) {
  const Identities ids = ResolveIdentities(
      {In("a1", 0, "Ana Lopez", {"Prime Minister of Qadara"}),
       In("a2", 0, "Ana Lopez", {"the Qadaran prime minister"}),
       In("a3", 0, "Ana Lopez", {"the minister", "poet"}),
       In("a4", 0, "Ana Lopez", {"former prime minister"})},
      SomeNicknames());
  ASSERT_EQ(ids.speakers[0].roles.size(), 3u);
  EXPECT_EQ(ids.speakers[0].roles[0].title, "Prime Minister of Qadara");
  EXPECT_EQ(ids.speakers[0].roles[0].last, "2024-01-03");
  EXPECT_EQ(ids.speakers[0].roles[1].title, "poet");
  EXPECT_EQ(ids.speakers[0].roles[2].title, "former prime minister");
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
