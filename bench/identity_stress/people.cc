#include "bench/identity_stress/people.h"

#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace onrecord::bench {
namespace {

// Names of one tradition. Spellings of one name are parted by '|'. `syllables`
// make further family names, so that there are enough for thousands of people.
struct Tradition {
  const char* article;  // Before family names, in its ways to be written.
  std::vector<std::string> male, female, family, syllables, endings;
  const char* male_title;
  const char* female_title;
};

const std::vector<Tradition>& Traditions() {
  static const auto* const traditions = new std::vector<Tradition>{
      {"al-|Al |El-",
       {"Mohammed|Muhammad|Mohamed", "Ahmed|Ahmad", "Hussein|Husain|Hussain",
        "Yousef|Yusuf|Youssef", "Khaled|Khalid", "Nasser|Nasir", "Omar|Umar",
        "Tariq|Tareq"},
       {"Fatima|Fatimah", "Layla|Leila", "Zaynab|Zainab", "Noura|Nura",
        "Huda|Houda", "Salma|Salmah"},
       {},
       {"sab", "kar", "dul", "maz", "rah", "tam", "bur", "naj", "hal", "zub"},
       {"bari", "imi", "ani", "awi", "idi", "oudi|udi"},
       "Sheikh",
       "Ms"},
      {"",
       {"Dmitry|Dmitri", "Sergei|Sergey", "Alexei|Aleksei", "Yuri|Yury", "Oleg",
        "Pavel", "Viktor|Victor", "Nikolai|Nikolay"},
       {"Irina", "Tatiana|Tatyana", "Natalia|Nataliya", "Galina", "Vera",
        "Ksenia|Kseniya"},
       {},
       {"Bor", "Vlad", "Mir", "Kor", "Zhel", "Tar", "Per", "Gor", "Las", "Dub"},
       {"ovsky|ovskiy", "enko", "kovich", "olenko", "ansky|anskiy", "utin"},
       "Mr",
       "Mrs"},
      {"",
       {"Carlos", "Hugo", "Javier", "Pablo", "Andrés|Andres", "José|Jose",
        "Tomás|Tomas", "Diego"},
       {"Ana", "Lucía|Lucia", "Elena", "Carmen", "Inés|Ines", "Rosa"},
       {},
       {"Mar", "Cal", "Ord", "Bel", "Quin", "Ser", "Alv", "Ber", "Tor", "Vel"},
       {"tínez|tinez", "dero", "óñez|onez", "arco", "esto", "ina"},
       "Señor",
       "Señora"},
      {"",
       {"William|Bill", "Robert|Bob", "James|Jim", "Edward|Ed", "Thomas|Tom",
        "Graham", "Neil", "Simon"},
       {"Elizabeth|Liz", "Margaret|Maggie", "Katherine|Kate", "Susan|Sue",
        "Helen", "Ruth"},
       {},
       {"Whit", "Har", "Ash", "Thorn", "Black", "Mill", "Brad", "West", "Kirk",
        "Stan"},
       {"combe", "ley", "worth", "well", "ford", "stead"},
       "Sir",
       "Dame"},
  };
  return *traditions;
}

// A small generator of our own, so that every machine makes the same people.
class Dice {
 public:
  explicit Dice(uint32_t seed) : state_(seed * 2654435761u + 1) {}
  int Roll(size_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % sides);
  }

 private:
  uint64_t state_;
};

std::vector<std::string> Spellings(const std::string& listed) {
  std::vector<std::string> out(1);
  for (char c : listed) {
    if (c == '|') {
      out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  return out;
}

struct Person {
  const Tradition* tradition = nullptr;
  bool female = false;
  std::string given, middle, syllable, ending;  // As listed.
  std::string office;
};

// One spelling of a name that is listed in several; `variant` picks it.
std::string Spelt(const std::string& listed, int variant) {
  const std::vector<std::string> all = Spellings(listed);
  return all[variant % all.size()];
}

std::string FamilyOf(const Person& p, int variant) {
  std::string base = absl::StrCat(p.syllable, Spelt(p.ending, variant));
  base[0] = absl::ascii_toupper(base[0]);
  const std::string article = Spelt(p.tradition->article, variant);
  return absl::StrCat(article, base);
}

// The six ways in which an article may print a name.
std::string Printed(const Person& p, int form, int variant) {
  const std::string given = Spelt(p.given, variant);
  const std::string family = FamilyOf(p, variant);
  switch (form) {
    case 0:
      return absl::StrCat(Spelt(p.given, 0), " ", Spelt(p.middle, 0), " ",
                          FamilyOf(p, 0));
    case 1:
      return absl::StrCat(given, " ", family);
    case 2:
      return absl::StrCat(given, " ", Spelt(p.middle, variant).substr(0, 1),
                          ". ", family);
    case 3:
      return absl::StrCat(given, " ", Spelt(p.middle, variant), " ", family);
    case 4:
      return absl::StrCat(
          p.female ? p.tradition->female_title : p.tradition->male_title, " ",
          given, " ", family);
    default:
      return absl::AsciiStrToUpper(
          absl::StrCat(Spelt(p.given, 0), " ", FamilyOf(p, 0)));
  }
}

std::vector<Person> MakePeople(const StressOptions& options, Dice* dice) {
  std::vector<Person> people;
  std::set<std::string> given_and_family, families;
  while (static_cast<int>(people.size()) < options.people) {
    Person p;
    p.tradition = &Traditions()[dice->Roll(Traditions().size())];
    p.female = dice->Roll(2) == 0;
    const auto& given = p.female ? p.tradition->female : p.tradition->male;
    p.given = given[dice->Roll(given.size())];
    p.middle = given[dice->Roll(given.size())];
    if (p.middle == p.given) continue;
    const auto& syllables = p.tradition->syllables;
    const auto& endings = p.tradition->endings;
    p.syllable = absl::StrCat(
        syllables[dice->Roll(syllables.size())],
        absl::AsciiStrToLower(syllables[dice->Roll(syllables.size())]));
    p.ending = endings[dice->Roll(endings.size())];
    const bool may_share = dice->Roll(100) < options.shared_surnames;
    const std::string family = FamilyOf(p, 0);
    if (families.count(family) > 0 && !may_share) {
      // A syllable more makes the surname new.
      p.syllable +=
          absl::AsciiStrToLower(syllables[dice->Roll(syllables.size())]);
      if (families.count(FamilyOf(p, 0)) > 0) continue;
    }
    if (!given_and_family.insert(absl::StrCat(p.given, " ", FamilyOf(p, 0)))
             .second) {
      continue;
    }
    families.insert(FamilyOf(p, 0));
    people.push_back(std::move(p));
  }
  return people;
}

std::string DayOf(int number) {
  return absl::StrCat(2015 + number % 9, "-0", 1 + number % 9, "-",
                      10 + number % 18);
}

}  // namespace

StressSet InventPeople(const StressOptions& options) {
  Dice dice(options.seed);
  const std::vector<Person> people = MakePeople(options, &dice);
  StressSet set;
  constexpr int kPerArticle = 4;
  std::set<int> here;
  for (int i = 0; i < options.mentions; ++i) {
    const int article = i / kPerArticle;
    if (i % kPerArticle == 0) here.clear();
    int who = dice.Roll(people.size());
    while (!here.insert(who).second) who = dice.Roll(people.size());
    const Person& p = people[who];
    quotes::SpeakerInput input;
    input.article_id = absl::StrCat("s", article);
    input.index = i % kPerArticle;
    input.published = DayOf(article);
    input.name = Printed(p, dice.Roll(6), dice.Roll(3));
    input.gender = p.female ? quotes::Gender::kFemale : quotes::Gender::kMale;
    input.aliases = {input.name};
    set.inputs.push_back(std::move(input));
    set.person.push_back(who);
  }
  return set;
}

}  // namespace onrecord::bench
