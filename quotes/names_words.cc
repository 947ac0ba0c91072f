// The words of names that are not names, one table a kind.
#include <cstdint>
#include <iterator>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "quotes/names.h"

namespace onrecord::quotes {
namespace {

// Before a name, in any number and order.
constexpr absl::string_view kTitles[] = {
    "acting",
    "adm",
    "admiral",
    "air",
    "ambassador",
    "archbishop",
    "army",
    "assistant",
    "associate",
    "attorney",
    "ayatollah",
    "baron",
    "baroness",
    "bishop",
    "brig",
    "brigadier",
    "cap",
    "capt",
    "captain",
    "cardinal",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "cmdr",
    "col",
    "colonel",
    "commander",
    "commissioner",
    "congressman",
    "congresswoman",
    "corporal",
    "count",
    "countess",
    "cpl",
    "dame",
    "deputy",
    "det",
    "detective",
    "director",
    "dr",
    "elder",
    "emir",
    "envoy",
    "father",
    "field",
    "first",
    "foreign",
    "former",
    "fr",
    "gen",
    "general",
    "gov",
    "governor",
    "hajj",
    "haji",
    "hon",
    "imam",
    "inspector",
    "judge",
    "justice",
    "lady",
    "lance",
    "lieut",
    "lieutenant",
    "lord",
    "lt",
    "ltgen",
    "madam",
    "madame",
    "maj",
    "major",
    "majorgeneral",
    "marshal",
    "master",
    "mayor",
    "minister",
    "miss",
    "mister",
    "mme",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "mullah",
    "officer",
    "pastor",
    "petty",
    "pm",
    "premier",
    "pres",
    "president",
    "prime",
    "private",
    "prof",
    "professor",
    "pvt",
    "rabbi",
    "rear",
    "rep",
    "representative",
    "retired",
    "rev",
    "reverend",
    "secretary",
    "sen",
    "senator",
    "senor",
    "senora",
    "sergeant",
    "sgt",
    "shaikh",
    "shaykh",
    "sheik",
    "sheikh",
    "sheriff",
    "sir",
    "sister",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "staff",
    "superintendent",
    "supt",
    "technical",
    "the",
    "then",
    "treasurer",
    "vice",
};

constexpr absl::string_view kRegnalTitles[] = {
    "crown",  "duchess",  "duke",  "emperor", "empress", "king",   "pope",
    "prince", "princess", "queen", "saint",   "st",      "sultan", "tsar",
};

constexpr absl::string_view kDegrees[] = {
    "ba",  "cbe", "esq", "frs", "kc",  "kbe", "llb", "llm", "ma",
    "mba", "md",  "mep", "mp",  "msc", "obe", "phd", "qc",
};

constexpr absl::string_view kSuffixes[] = {
    "ii", "iii", "iv", "jnr", "jr", "junior", "snr", "sr",
};

// The Arabic article, its assimilated forms (used with a hyphen only).
constexpr absl::string_view kArticles[] = {
    "ad", "adh", "al", "an", "ar", "as",  "ash", "at", "ath", "az",
    "ed", "el",  "en", "er", "es", "esh", "et",  "ez", "ul",
};

constexpr absl::string_view kParticles[] = {
    "abu", "af",  "av",    "ben", "bin", "bint", "da",  "dal", "das",
    "de",  "del", "della", "den", "der", "des",  "di",  "dos", "du",
    "ibn", "la",  "las",   "le",  "los", "ould", "ten", "ter", "tot",
    "umm", "van", "vom",   "von", "zu",  "zum",  "zur",
};

// "Abdul Rahman", "Abd al-Rahman" and "Abdulrahman" are one name.
constexpr absl::string_view kServants[] = {
    "abd", "abdal", "abdel", "abder", "abdol", "abdul", "abdur", "abdus",
};

constexpr absl::string_view kMaleTitles[] = {
    "archbishop", "baron",    "bishop", "brother", "congressman", "count",
    "duke",       "emperor",  "father", "imam",    "king",        "lord",
    "mister",     "monsieur", "mr",     "mullah",  "pope",        "prince",
    "senor",      "sheik",    "sheikh", "sir",     "spokesman",   "sultan",
};

constexpr absl::string_view kFemaleTitles[] = {
    "baroness", "congresswoman", "countess", "dame",   "duchess", "empress",
    "lady",     "madam",         "madame",   "miss",   "mme",     "mrs",
    "ms",       "princess",      "queen",    "senora", "sister",  "spokeswoman",
};

// Family names that come first, of people whose names news prints that way.
constexpr absl::string_view kFamilyFirst[] = {
    "cai",    "cao",  "chang", "chen",  "cheng", "choi",  "chung", "dang",
    "deng",   "ding", "dong",  "feng",  "gao",   "guo",   "han",   "hoang",
    "hong",   "hu",   "huang", "huynh", "hwang", "jiang", "jin",   "jung",
    "kang",   "kim",  "kwon",  "lai",   "li",    "liang", "liao",  "lim",
    "lin",    "liu",  "lu",    "luo",   "ma",    "mao",   "moon",  "ngo",
    "nguyen", "pan",  "park",  "peng",  "pham",  "phan",  "qin",   "ren",
    "rhee",   "seo",  "shen",  "shi",   "song",  "su",    "sun",   "tan",
    "tang",   "tian", "tran",  "tsai",  "vo",    "vu",    "wang",  "wei",
    "wen",    "wu",   "xi",    "xiao",  "xie",   "xu",    "yan",   "yang",
    "yao",    "ye",   "yoon",  "yu",    "yuan",  "zeng",  "zhang", "zhao",
    "zheng",  "zhou", "zhu",
};

// What a word in a table begins and ends with. Most words of names are in no
// table, and this says so sooner than a map.
class WordFilter {
 public:
  template <size_t n>
  constexpr void Add(const absl::string_view (&table)[n]) {
    for (absl::string_view word : table) {
      bits_[Bit(word) / 64] |= uint64_t{1} << Bit(word) % 64;
    }
  }
  // False: `word` is in no table that was added.
  constexpr bool MayHold(absl::string_view word) const {
    return word.size() > 1 && (bits_[Bit(word) / 64] >> Bit(word) % 64 & 1);
  }

 private:
  // Of two letters or more: the first two and the last, five bits each.
  static constexpr uint32_t Bit(absl::string_view word) {
    return (word[0] & 31) << 10 | (word[1] & 31) << 5 |
           (word[word.size() - 1] & 31);
  }
  uint64_t bits_[(1 << 15) / 64] = {};
};

constexpr WordFilter kNameWords = [] {
  WordFilter filter;
  filter.Add(kArticles);
  filter.Add(kParticles);
  filter.Add(kTitles);
  filter.Add(kRegnalTitles);
  filter.Add(kSuffixes);
  filter.Add(kDegrees);
  filter.Add(kServants);
  return filter;
}();

constexpr WordFilter kFamilyFirstWords = [] {
  WordFilter filter;
  filter.Add(kFamilyFirst);
  return filter;
}();

using KindMap = absl::flat_hash_map<absl::string_view, NameWordKind>;
using WordSet = absl::flat_hash_set<absl::string_view>;

template <size_t n>
void AddAll(const absl::string_view (&table)[n], NameWordKind kind,
            KindMap* map) {
  for (absl::string_view word : table) map->emplace(word, kind);
}

// The first table that lists a word decides.
const KindMap& Kinds() {
  static const KindMap* const kinds = [] {
    auto* map = new KindMap;
    AddAll(kArticles, NameWordKind::kArticle, map);
    AddAll(kParticles, NameWordKind::kParticle, map);
    AddAll(kTitles, NameWordKind::kTitle, map);
    AddAll(kRegnalTitles, NameWordKind::kRegnalTitle, map);
    AddAll(kSuffixes, NameWordKind::kSuffix, map);
    AddAll(kDegrees, NameWordKind::kDegree, map);
    AddAll(kServants, NameWordKind::kServant, map);
    return map;
  }();
  return *kinds;
}

template <size_t n>
const WordSet* NewSet(const absl::string_view (&table)[n]) {
  return new WordSet(std::begin(table), std::end(table));
}

}  // namespace

NameWordKind KindOfNameWord(absl::string_view letters) {
  if (!kNameWords.MayHold(letters)) return NameWordKind::kNone;
  const auto found = Kinds().find(letters);
  return found == Kinds().end() ? NameWordKind::kNone : found->second;
}

Gender GenderOfTitle(absl::string_view letters) {
  static const WordSet* const male = NewSet(kMaleTitles);
  static const WordSet* const female = NewSet(kFemaleTitles);
  if (male->contains(letters)) return Gender::kMale;
  if (female->contains(letters)) return Gender::kFemale;
  return Gender::kUnknown;
}

bool IsFamilyFirstName(absl::string_view letters) {
  if (!kFamilyFirstWords.MayHold(letters)) return false;
  static const WordSet* const names = NewSet(kFamilyFirst);
  return names->contains(letters);
}

}  // namespace onrecord::quotes
