#include "quotes/names.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace onrecord::quotes {
namespace {

Nicknames SomeNicknames() {
  return *Nicknames::FromTsv("nicknames.tsv",
                             "# nickname\tfull\n"
                             "bill\twilliam\n"
                             "will\twilliam\n"
                             "kate\tkatherine|catherine\n");
}

struct CompareCase {
  std::string name;
  std::string a, b;
  NameMatch expected;
};

class CompareTest : public testing::TestWithParam<CompareCase> {};

TEST_P(CompareTest, JudgesBothWaysAlike) {
  const CompareCase& c = GetParam();
  const PersonName a = ParsePersonName(c.a), b = ParsePersonName(c.b);
  const Nicknames nicknames = SomeNicknames();
  EXPECT_EQ(Compare(a, b, nicknames), c.expected) << c.a << " / " << c.b;
  EXPECT_EQ(Compare(b, a, nicknames), c.expected) << c.b << " / " << c.a;
}

constexpr NameMatch kSame = NameMatch::kSame;
constexpr NameMatch kComp = NameMatch::kCompatible;
constexpr NameMatch kDiff = NameMatch::kDifferent;

INSTANTIATE_TEST_SUITE_P(
    Plain, CompareTest,
    testing::ValuesIn(std::vector<CompareCase>{
        {"Equal", "Ana Lopez", "Ana Lopez", kSame},
        {"OtherGivenName", "Ana Lopez", "Eva Lopez", kDiff},
        {"OtherFamilyName", "Ana Lopez", "Ana Gomez", kDiff},
        {"SurnameOnly", "Lopez", "Ana Lopez", kComp},
        {"OtherSurnameOnly", "Gomez", "Ana Lopez", kDiff},
        {"Diacritics", "Ana López", "Ana Lopez", kSame},
        {"Titles", "Lt. Gen. Ana Lopez", "Ms. Ana Lopez", kSame},
        {"Office", "Prime Minister Ana Lopez", "Ana Lopez", kSame},
        {"Degree", "Ana Lopez, PhD", "Ana Lopez", kSame},
        {"Possessive", "Ana Lopez's", "Ana Lopez", kSame},
        {"AllCaps", "ANA LOPEZ", "Ana Lopez", kSame},
        {"MiddleName", "Ana Maria Lopez", "Ana Lopez", kComp},
        {"OtherMiddleName", "Ana Maria Lopez", "Ana Clara Lopez", kDiff},
        {"UsedMiddleName", "Willard Bram Rolfe", "Bram Rolfe", kComp},
        {"Initial", "A. Lopez", "Ana Lopez", kComp},
        {"OtherInitial", "B. Lopez", "Ana Lopez", kDiff},
        {"MiddleInitial", "Ana M. Lopez", "Ana Maria Lopez", kComp},
        {"TwoInitials", "J.R. Odell", "John Robert Odell", kComp},
        {"Nickname", "Bill Rolfe", "William Rolfe", kComp},
        {"TwoNicknames", "Bill Rolfe", "Will Rolfe", kComp},
        {"NoNickname", "Bill Rolfe", "Katherine Rolfe", kDiff},
        {"Junior", "Carl Rolfe Jr.", "Carl Rolfe", kDiff},
        {"JuniorAndSenior", "Carl Rolfe Jr.", "Carl Rolfe Sr.", kDiff},
        {"JuniorSpelled", "Carl Rolfe Jr.", "Carl Rolfe Junior", kSame},
        {"JuniorBySurname", "Rolfe", "Carl Rolfe Jr.", kComp},
        {"Apostrophe", "Hannah O’Dell", "Hannah O'Dell", kSame},
        {"HyphenInGiven", "Jean-Luc Morel", "Jean Luc Morel", kSame},
        {"HyphenInFamily", "Ana Ruiz-Cortez", "Ana Ruiz Cortez", kSame},
        {"HalfOfHyphen", "Ana Ruiz-Cortez", "Ana Cortez", kComp},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Traditions, CompareTest,
    testing::ValuesIn(std::vector<CompareCase>{
        {"ArabicArticle", "Mohammed al-Sabbari", "Mohamed Al Sabbari", kSame},
        {"ArabicAssimilated", "Tariq as-Sabbari", "Tareq al-Sabbari", kSame},
        {"ArabicEl", "Nour el-Sabbari", "Nour al-Sabbari", kSame},
        {"ArabicMiddle", "Mohammed Shia al-Sabbari", "Mohammed al-Sabbari",
         kComp},
        {"ArabicLastOfThree", "Shia al-Sabbari", "Mohammed Shia al-Sabbari",
         kComp},
        {"ArabicSurname", "Al Sabbari", "Mohammed al-Sabbari", kComp},
        {"ArabicWithMr", "Mr Al Sabbari", "Mohammed al-Sabbari", kComp},
        {"ArabicVowel", "Yousef ar-Rashidi", "Yusuf al-Rashidi", kSame},
        {"ArabicVowelInside", "Murtada al-Jabiri", "Mortada Al-Jabiri", kSame},
        {"ArabicQ", "Qassem Karimi", "Kasim Karimi", kSame},
        {"ArabicKh", "Khaled Karimi", "Haled Karimi", kSame},
        {"ArabicOu", "Nouri Mahmoud", "Nuri Mahmud", kSame},
        {"ArabicHamza", "Lamia Sa’adoun", "Lamia Saadoun", kSame},
        {"ArabicServant", "Abdul Rahman Karimi", "Abdelrahman Karimi", kSame},
        {"ArabicServantArticle", "Adil Abd al-Mahdi", "Adil Abdul Mahdi",
         kSame},
        {"HassanIsNotHussein", "Hassan Karimi", "Hussein Karimi", kDiff},
        {"MohammedIsNotMahmoud", "Mohammed Karimi", "Mahmoud Karimi", kDiff},
        {"AlIsAGivenName", "Al Gorman", "Tina Gorman", kDiff},
        {"AlIsAnArticle", "Al Gorman", "Tina al-Gorman", kComp},
        {"SlavicEndings", "Oleh Zelenskyy", "Oleh Zelensky", kSame},
        {"SlavicGiven", "Sergei Volkov", "Sergey Volkov", kSame},
        {"SlavicC", "Viktor Petrovic", "Viktor Petrovich", kSame},
        {"HungarianOrder", "Kovacs Bela", "Bela Kovács", kComp},
        {"Iberian", "Pedro Santos Perez-Castell", "Pedro Santos", kComp},
        {"IberianOther", "Pedro Santos Perez-Castell", "Pablo Santos", kDiff},
        {"Germanic", "Ursula van der Berg", "Ursula Van Der Berg", kSame},
        {"GermanicSurname", "van der Berg", "Ursula van der Berg", kComp},
        {"German", "Jörg Müller", "Jorg Muller", kSame},
        {"French", "Le Pennec", "Marine Le Pennec", kComp},
        {"EastAsian", "Xi Daming", "Xi", kComp},
        {"EastAsianHyphen", "Kim Dong-su", "Kim Dong Su", kSame},
        {"EastAsianOther", "Kim Dong-su", "Kim Min-ho", kDiff},
        {"WesternKim", "Kim Vandermeer", "Vandermeer", kComp},
        {"Turkish", "Recep Yıldırım", "Recep Yildirim", kSame},
        {"Vietnamese", "Nguyễn Văn Minh", "Nguyen Van Minh", kSame},
        {"Persian", "Mohammad Javad Zarrin", "Mohammed Zarin", kComp},
        {"PersianPour", "Hossein Karimpour", "Husayn Karimpur", kSame},
        {"PersianOther", "Hassan Rouhi", "Hossein Rouhi", kDiff},
        {"Lusophone", "Joao da Silva Pereira", "João Pereira", kComp},
        {"LusophoneParticle", "Ana dos Santos", "Ana Dos Santos", kSame},
        {"LusophoneOther", "Joao Pereira", "Jose Pereira", kDiff},
        {"IberianAnd", "Ana Lopez y Ruiz", "Ana Lopez", kComp},
        {"Irish", "Sean O'Dell", "Seán O’Dell", kSame},
        {"IrishSurname", "O’Dell", "Sean O'Dell", kComp},
        {"Scottish", "Fiona MacBride", "Fiona Macbride", kSame},
        {"ScottishMc", "Fiona McBride", "Fiona MacBride", kSame},
        {"IndonesianSingle", "Suharyo", "President Suharyo", kSame},
        {"IndonesianOther", "Suharyo", "Sudirjo", kDiff},
        {"BurmeseHonorifics", "U Thein Lwin", "Thein Lwin", kComp},
        {"KazakhEndings", "Nurlan Abayev", "Nurlan Abaev", kSame},
        {"TurkicDotless", "Işıl Yılmaz", "Isil Yilmaz", kSame},
        {"FamilyInCapitals", "LOPEZ Ana", "Ana Lopez", kComp},
        {"FamilyBeforeComma", "Lopez, Ana", "Ana Lopez", kComp},
        {"Burmese", "Suu Lwin", "Daw Aye Suu Lwin", kComp},
    }),
    [](const auto& info) { return info.param.name; });

TEST(ParsePersonNameTest, TakesANameApart) {
  const PersonName name =
      ParsePersonName("Lt. Gen. Mohammed Tariq al-Sabbari Jr.");
  ASSERT_EQ(name.given.size(), 2u);
  EXPECT_EQ(name.given[0].text, "Mohammed");
  EXPECT_EQ(name.given[1].text, "Tariq");
  EXPECT_EQ(name.particle, "al");
  ASSERT_EQ(name.family.size(), 1u);
  EXPECT_EQ(name.family[0].text, "Sabbari");
  EXPECT_EQ(name.suffix, "jr");
  EXPECT_EQ(name.display, "Mohammed Tariq al-Sabbari Jr.");
}

TEST(ParsePersonNameTest, KeepsATitleThatIsTheWholeName) {
  EXPECT_EQ(ParsePersonName("King").display, "King");
  EXPECT_EQ(ParsePersonName("Mrs King").display, "King");
  EXPECT_EQ(ParsePersonName("Pope Anselm").display, "Pope Anselm");
}

TEST(ParsePersonNameTest, LearnsTheSexFromTheTitle) {
  EXPECT_EQ(ParsePersonName("Mrs Haddar").gender, Gender::kFemale);
  EXPECT_EQ(ParsePersonName("King Osric").gender, Gender::kMale);
  EXPECT_EQ(ParsePersonName("Dr Haddar").gender, Gender::kUnknown);
}

TEST(ParsePersonNameTest, SurvivesTextThatIsNoName) {
  EXPECT_TRUE(ParsePersonName("").empty());
  EXPECT_TRUE(ParsePersonName(" . -- ").empty());
  EXPECT_FALSE(ParsePersonName("\xC3").empty() &&
               ParsePersonName("Владимир").empty());
  EXPECT_EQ(ParsePersonName("Владимир Волков").FamilyKey(), "Волков");
}

TEST(PersonKeyTest, IsTheSoundOfTheFirstGivenNameAndTheFamilyName) {
  const std::pair<std::string, std::string> kCases[] = {
      {"Mohammed Tariq al-Sabbari", "muhamad-sabari"},
      {"Mohamed Al Sabbari", "muhamad-sabari"},
      {"Lt. Gen. Nabil Haddar Jr.", "nabil-hadar"},
      {"Salma Haddar", "salma-hadar"},
      {"Haddar", "hadar"},
      {"Xi Adler", "adlir-ksi"},  // The family name stands first.
      {"Abd al-Rahman Haddar", "abdrahman-hadar"},
      {"H.W. Rolfe", "h-rulfi"},
      {"", ""},
      {"—", ""},
  };
  for (const auto& [name, key] : kCases)
    EXPECT_EQ(PersonKey(name), key) << name;
}

TEST(PersonKeyTest, IsThatOfTheParsedName) {
  for (const std::string name :
       {"Prime Minister Ana Maria Lopez", "Ben Gvir", "Kim Jong Un",
        "Abdul Rahman al-Sabbari", "J.R. Odell III", "José Núñez’s"}) {
    const PersonName parsed = ParsePersonName(name);
    const std::string given =
        parsed.given.empty() ? "" : parsed.given.front().sound + "-";
    EXPECT_EQ(PersonKey(name), given + parsed.FamilyKey()) << name;
  }
}

TEST(NicknamesTest, SaysWhereALineIsWrong) {
  const auto nicknames = Nicknames::FromTsv("n.tsv", "# x\nbill\n");
  ASSERT_FALSE(nicknames.ok());
  EXPECT_EQ(nicknames.status().message(), "n.tsv:2: want 2 columns, got 1");
}

TEST(SlugTest, FoldsForIds) {
  EXPECT_EQ(Slug("Mohammed Shia al-Sabbari"), "mohammed-shia-al-sabbari");
  EXPECT_EQ(Slug("Hannah O’Dell"), "hannah-odell");
  EXPECT_EQ(Slug("José Núñez"), "jose-nunez");
  EXPECT_EQ(Slug("..."), "");
  EXPECT_EQ(Slug("- Qadra / Post -- No. 9 -"), "qadra-post-no-9");
  EXPECT_EQ(Slug("Ministry of Housing, Roads and Waterways of Upper Qadra"),
            "ministry-of-housing-roads-and-waterways-of-upper-qadra");
}

}  // namespace
}  // namespace onrecord::quotes
