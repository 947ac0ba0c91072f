#include "quotes/coreference.h"

#include <map>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "quotes/mention_finder.h"
#include "quotes/quote_finder.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Mentions with the same label are one speaker, others are different ones;
// "nobody" is no speaker.
struct ChainCase {
  std::string name;
  std::string marked;
};

// A document with its mentions and their chains.
struct Chains {
  text::Document document;
  std::vector<Mention> mentions;
  Coreference coreference;
};

Chains Resolve(absl::string_view text) {
  text::Document document = MakeDocument(text);
  std::vector<Mention> mentions =
      FindMentions(document, FindQuotedStretches(document));
  Coreference coreference = ResolveCoreference(
      document, mentions, std::vector<bool>(mentions.size(), false));
  return Chains{std::move(document), std::move(mentions),
                std::move(coreference)};
}

class ResolveCoreferenceTest : public testing::TestWithParam<ChainCase> {};

TEST_P(ResolveCoreferenceTest, GathersWhatIsMarkedAlike) {
  const MarkedText marked = ReadMarkedText(GetParam().marked);
  const Chains chains = Resolve(marked.text);
  std::map<std::string, int32_t> speaker_of_label;
  std::map<int32_t, std::string> label_of_speaker;
  for (const MarkedText::Label& label : marked.labels) {
    int32_t speaker = -2;  // No such mention.
    for (size_t m = 0; m < chains.mentions.size(); ++m) {
      if (chains.mentions[m].span == label.span) {
        speaker = chains.coreference.speaker_of_mention[m];
      }
    }
    const std::string place =
        std::string(chains.document.Text(label.span)) + " of " + label.name;
    ASSERT_NE(speaker, -2) << "no mention: " << place;
    if (label.name == "nobody") {
      EXPECT_EQ(speaker, -1) << place;
      continue;
    }
    ASSERT_GE(speaker, 0) << place;
    const auto [s, first] = speaker_of_label.emplace(label.name, speaker);
    EXPECT_EQ(s->second, speaker) << place;
    const auto [l, alone] = label_of_speaker.emplace(speaker, label.name);
    EXPECT_EQ(l->second, label.name) << place;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Names, ResolveCoreferenceTest,
    testing::ValuesIn(std::vector<ChainCase>{
        {"Surname", "[ana:Ana Lopez] came. [ana:Lopez] said no."},
        {"OtherSurname", "[ana:Ana Lopez] came. [carl:Rolfe] said no."},
        {"TitleAndSurname",
         "[ana:Ana Lopez] came. [ana:President Lopez] said no."},
        {"Honorific", "[ana:Ana Lopez] came. [ana:Mrs Lopez] said no."},
        {"HonorificOfTheOtherSex",
         "[ana:Mrs Ana Lopez] came. [hugo:Mr Lopez] said no."},
        {"Siblings", "[ana:Ana Lopez] came. [hugo:Hugo Lopez] said no."},
        {"OtherMiddleInitial",
         "[hw:Carl H.W. Rolfe] came. [w:Carl W. Rolfe] said no."},
        {"OneMiddleName", "[c:Carl Hugo Rolfe] came. [c:Carl Rolfe] said no."},
        {"ArabicArticle", "[m:Murtada al-Jabiri] came. [m:Al-Jabiri] said no."},
        {"OwnerOfAnOfficeIsNoHolder",
         "[s:Tal Orun] went to the polls. [p:Tal Orun's premier] said no."},
        {"GivenName", "[y:Yusuf Karimi] came. [y:Yusuf] said no."},
        {"FamilyPlural",
         "[n:Nabil Haddar] met [s:Salma Haddar]. The two [both:Haddars] spoke. "
         "[both:They] said no."},
        {"FamilyPluralFirst",
         "It was the quarrel of the two [both:Haddars], [n:Nabil] and "
         "[s:Salma]. [n:He] said no."},
        {"FamilyPluralNearMiss", "[r:Ana Roberts] came. [r:Roberts] said no."},
        {"TwoBodies",
         "The [d:Defense Ministry] spoke. The [i:Interior Ministry] said no."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    RolesAndPronouns, ResolveCoreferenceTest,
    testing::ValuesIn(std::vector<ChainCase>{
        {"Apposition", "[ana:Ana Lopez], [ana:the mayor], said no."},
        {"AppositionBefore", "[ana:The mayor], [ana:Ana Lopez], said no."},
        {"Byname", "[n:Nabil] [n:the mayor] and [s:Salma] came."},
        {"BynameNearMiss", "They told [n:Nabil] [b:the mayor] was ill."},
        {"RoleLater", "[ana:Mayor Ana Lopez] came. [ana:The mayor] said no."},
        {"OtherRole",
         "[ana:Mayor Ana Lopez] came. [carl:The general] said no."},
        {"She", "[ana:Mrs Lopez] came. [ana:She] said no."},
        {"HeAndShe",
         "[ana:Mrs Lopez] met [carl:Mr Rolfe]. [carl:He] said no. [ana:She] "
         "said yes."},
        {"ItIsNoPerson", "[ana:Mrs Lopez] came. [nobody:It] was cold."},
        {"FirstPerson", "[ana:Mrs Lopez] came. [nobody:We] said no."},
        {"TagOfAnother",
         "[carl:Carl Rolfe] met [hugo:Hugo Berg], a captain. [carl:Rolfe], "
         "[hugo:he] said, had left."},
        {"TagOfAnotherNearMiss",
         "[hugo:Hugo Berg] rose. When [carl:Carl Rolfe] came, [carl:he] said, "
         "it rained."},
        {"NamedInPassing",
         "[i:A captain] who gave his name only as [i:Ilyas] laughed. [i:He] "
         "said no."},
        {"NamedInPassingNearMiss",
         "[c:A captain] who counted [i:Ilyas] as a friend laughed."},
        {"LetterOfWhoeverIssuedIt",
         "The [c:Highland Council] issued a letter. It rained. According to "
         "[c:the letter], nobody came."},
        {"LetterNearMiss",
         "The [c:Highland Council] read a letter. According to "
         "[l:the letter], nobody came."},
        {"UnnamedAreNew",
         "[a:A senior official] said no. [b:A senior official] said yes."},
    }),
    [](const auto& info) { return info.param.name; });

TEST(ResolveCoreferenceTest, TellsTheFullestNameAndTheRoles) {
  const Chains chains =
      Resolve("Mayor Lopez came. Mayor Ana Lopez said no. Lopez left.");
  ASSERT_EQ(chains.coreference.speakers.size(), 1u);
  const ArticleSpeaker& ana = chains.coreference.speakers[0];
  EXPECT_EQ(ana.name, "Ana Lopez");
  EXPECT_EQ(ana.aliases, (std::vector<std::string>{"Ana Lopez", "Lopez"}));
  EXPECT_EQ(ana.roles, (std::vector<std::string>{"Mayor"}));
  EXPECT_EQ(ana.kind, MentionKind::kName);
}

TEST(ResolveCoreferenceTest, GivesAFamilyItsNames) {
  const Chains chains =
      Resolve("The two Haddars, Nabil the mayor and Salma the deputy, spoke.");
  ASSERT_EQ(chains.coreference.speakers.size(), 3u);
  EXPECT_TRUE(chains.coreference.speakers[0].plural);
  EXPECT_EQ(chains.coreference.speakers[1].name, "Nabil Haddar");
  EXPECT_EQ(chains.coreference.speakers[2].name, "Salma Haddar");
}

}  // namespace
}  // namespace onrecord::quotes
