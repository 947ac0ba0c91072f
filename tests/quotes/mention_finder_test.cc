#include "quotes/mention_finder.h"

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "quotes/quote_finder.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: name, nominal, pronoun, body, group, unnamed: a mention of this kind
// with exactly this span; no: nothing in it is a mention.
struct MentionCase {
  std::string name;
  std::string marked;
};

absl::string_view LabelOf(MentionKind kind) {
  switch (kind) {
    case MentionKind::kName:
      return "name";
    case MentionKind::kNominal:
      return "nominal";
    case MentionKind::kPronoun:
      return "pronoun";
    case MentionKind::kOrganization:
      return "body";
    case MentionKind::kGroup:
      return "group";
    case MentionKind::kAnonymous:
      return "unnamed";
  }
  return "";
}

// A document and its mentions.
struct Found {
  text::Document document;
  std::vector<Mention> mentions;
};

Found Find(absl::string_view text) {
  text::Document document = MakeDocument(text);
  std::vector<Mention> mentions =
      FindMentions(document, FindQuotedStretches(document));
  return Found{std::move(document), std::move(mentions)};
}

std::string Describe(const Found& found) {
  std::string all;
  for (const Mention& m : found.mentions) {
    all += std::string(LabelOf(m.kind)) + " [" +
           std::string(found.document.Text(m.span)) + "] ";
  }
  return all;
}

class FindMentionsTest : public testing::TestWithParam<MentionCase> {};

TEST_P(FindMentionsTest, FindsWhatIsMarked) {
  const MarkedText marked = ReadMarkedText(GetParam().marked);
  const Found found = Find(marked.text);
  for (const MarkedText::Label& label : marked.labels) {
    bool hit = false;
    for (const Mention& m : found.mentions) {
      if (label.name == "no") {
        hit |= label.span.Contains(m.span);
      } else {
        hit |= m.span == label.span && LabelOf(m.kind) == label.name;
      }
    }
    EXPECT_EQ(hit, label.name != "no")
        << found.document.Text(label.span) << ": " << Describe(found);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Names, FindMentionsTest,
    testing::ValuesIn(std::vector<MentionCase>{
        {"FullName", "[name:Ana Lopez] said no."},
        {"Surname", "“No,” said [name:Lopez]."},
        {"Title", "[name:President Ana Lopez] said no."},
        {"LongTitle", "[name:Brezin Deputy Prime Minister Ana Lopez] said no."},
        {"Abbreviated", "[name:Lt. Gen. Ana Lopez] said no."},
        {"Honorific", "“No,” said [name:Mrs Lopez]."},
        {"Initial", "[name:Ana M. Lopez] said no."},
        {"Suffix", "[name:Carl Rolfe Jr.] said no."},
        {"ArabicArticle", "[name:Murtada al-Jabiri] said no."},
        {"Particle", "[name:Ursula van der Berg] said no."},
        {"Apostrophe", "[name:Hannah O’Dell] said no."},
        {"LowerCaseRole", "[name:campaign manager Ana Lopez] said no."},
        {"ArticleAndRole", "[name:the cleric Murtada al-Jabiri] said no."},
        {"BeforeAnApposition",
         "[name:Ana Lopez], [nominal:the mayor of Brezin], said no."},
        {"Weekday", "[no:Monday] was cold, said [name:Ana Lopez]."},
        {"Month", "It was cold in [no:January]."},
        {"InsideQuotation", "“[no:Carl Rolfe is late],” [name:Lopez] said."},
        {"HeadlineVerb", "He read Condemn [name:Donald Rolfe] aloud."},
        {"TwoNamesOfAHeadline",
         "It ran: [name:Carl Rolfe] Says [name:Ana Lopez] Must Go."},
        {"SentenceStart", "[no:However], [name:Lopez] said no."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    OtherPhrases, FindMentionsTest,
    testing::ValuesIn(std::vector<MentionCase>{
        {"Nominal", "[nominal:The minister] said no."},
        {"LongNominal", "[nominal:The deputy foreign minister] said no."},
        {"WithComplement", "[nominal:The mayor of Brezin] said no."},
        {"Unnamed", "[unnamed:A senior official] said no."},
        {"UnnamedOne", "[unnamed:One diplomat] said no."},
        {"Group", "[group:Lawmakers] said no."},
        {"GroupWithArticle", "[group:The two ministers] said no."},
        {"Body", "The [body:Defense Ministry] said no."},
        {"LowerCaseBody", "[body:The ministry] said no."},
        {"Pronoun", "[pronoun:She] said no."},
        {"PluralPronoun", "[pronoun:They] said no."},
        {"SpokesmanOfAName", "[nominal:[name:Lopez]’s spokesman] said no."},
        {"SpokeswomanFor", "[unnamed:A spokeswoman for Lopez] said no."},
        {"RelativeWho", "Ana Lopez, [pronoun:who] called it a mistake, left."},
        {"HeadWithoutArticle", "He is [no:head] of the choir."},
        {"VerbThatCouldBeANoun", "They will [no:judge] it soon."},
        {"Thing", "[no:The window] was open."},
    }),
    [](const auto& info) { return info.param.name; });

TEST(FindMentionsTest, TellsNameRoleAndHead) {
  const Found found = Find("The cleric Murtada al-Jabiri said no.");
  ASSERT_FALSE(found.mentions.empty());
  const Mention& m = found.mentions.front();
  EXPECT_EQ(found.document.Text(m.name), "Murtada al-Jabiri");
  EXPECT_EQ(found.document.Text(m.role), "The cleric");
  EXPECT_EQ(found.document.Text(m.head), "al-Jabiri");
}

struct GenderCase {
  std::string name;
  std::string text;
  Gender gender;
  bool plural;
};

class MentionGenderTest : public testing::TestWithParam<GenderCase> {};

TEST_P(MentionGenderTest, ReadsTheFirstMention) {
  const Found found = Find(GetParam().text);
  ASSERT_FALSE(found.mentions.empty());
  EXPECT_EQ(found.mentions[0].gender, GetParam().gender) << Describe(found);
  EXPECT_EQ(found.mentions[0].plural, GetParam().plural) << Describe(found);
}

INSTANTIATE_TEST_SUITE_P(
    All, MentionGenderTest,
    testing::ValuesIn(std::vector<GenderCase>{
        {"He", "He said no.", Gender::kMale, false},
        {"She", "She said no.", Gender::kFemale, false},
        {"It", "It said no.", Gender::kNeuter, false},
        {"They", "They said no.", Gender::kUnknown, true},
        {"Mr", "Mr Lopez said no.", Gender::kMale, false},
        {"Mrs", "Mrs Lopez said no.", Gender::kFemale, false},
        {"Spokeswoman", "The spokeswoman said no.", Gender::kFemale, false},
        {"Minister", "The minister said no.", Gender::kUnknown, false},
        {"Ministry", "The ministry said no.", Gender::kNeuter, false},
        {"Ministers", "The ministers said no.", Gender::kUnknown, true},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::quotes
