#include "text/inflection.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace onrecord::text {
namespace {

// Verbs of two syllables and more whose stress lies on the last one, so that
// their last consonant doubles; and the few that double without it.
constexpr absl::string_view kDoubling[] = {
    "abet",     "abhor",     "abut",    "acquit",  "admit",    "allot",
    "annul",    "backpedal", "befit",   "beget",   "begin",    "commit",
    "compel",   "concur",    "confer",  "control", "debar",    "debug",
    "defer",    "demur",     "deter",   "disbar",  "disinter", "dispel",
    "embed",    "emit",      "enrol",   "entrap",  "equip",    "excel",
    "expel",    "extol",     "forbid",  "forget",  "fulfil",   "handicap",
    "impel",    "incur",     "infer",   "instil",  "inter",    "kidnap",
    "leapfrog", "occur",     "offset",  "omit",    "outwit",   "patrol",
    "permit",   "prefer",    "program", "propel",  "rebel",    "rebut",
    "recap",    "recur",     "refer",   "regret",  "remit",    "repel",
    "reset",    "resubmit",  "sandbag", "submit",  "transfer", "transmit",
    "unplug",   "unwrap",    "upset",   "wiretap", "worship",  "zigzag",
};

// Nouns and verbs in -o that take -es.
constexpr absl::string_view kOes[] = {
    "cargo",   "echo",    "embargo",  "forego",  "forgo",  "go",
    "hero",    "mango",   "mosquito", "negro",   "potato", "tomato",
    "torpedo", "undergo", "veto",     "volcano",
};

// Endings in -man that are no compound of "man".
constexpr absl::string_view kNotMen[] = {
    "brahman", "caiman", "german", "human",    "norman",
    "ottoman", "roman",  "shaman", "talisman", "turkoman",
};

// Endings in -ch that are spoken as a k.
constexpr absl::string_view kHardCh[] = {"garch",   "iarch", "narch",
                                         "stomach", "epoch", "czech"};

template <size_t n>
bool Contains(const absl::string_view (&sorted)[n], absl::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// The vowel at word[i]; the u of "qu" is none.
bool VowelAt(absl::string_view word, size_t i) {
  if (word[i] == 'u' && i > 0 && word[i - 1] == 'q') return false;
  return IsVowel(word[i]) || (word[i] == 'y' && i > 0);
}

// The stem that inflection sees: "co-host" -> "host".
absl::string_view LastPart(absl::string_view word) {
  const size_t hyphen = word.rfind('-');
  return hyphen == word.npos ? word : word.substr(hyphen + 1);
}

// A single vowel and a single consonant at the end: "plan", "admit".
bool EndsInShortSyllable(absl::string_view word) {
  const size_t n = word.size();
  if (n < 2) return false;
  const char last = word[n - 1];
  if (IsVowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!VowelAt(word, n - 2)) return false;
  return n < 3 || !VowelAt(word, n - 3);
}

int CountVowelGroups(absl::string_view word) {
  int groups = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    if (VowelAt(word, i) && (i == 0 || !VowelAt(word, i - 1))) ++groups;
  }
  return groups;
}

enum class Doubling { kNo, kYes, kBoth };

// Whether the last consonant doubles before -ed and -ing. -el and -al without
// stress double in British spelling only, so both are listed.
Doubling DoublingOf(absl::string_view verb) {
  const absl::string_view stem = LastPart(verb);
  if (!EndsInShortSyllable(stem)) return Doubling::kNo;
  if (CountVowelGroups(stem) == 1 || Contains(kDoubling, stem)) {
    return Doubling::kYes;
  }
  const bool british = absl::EndsWith(stem, "el") ||
                       absl::EndsWith(stem, "al") || absl::EndsWith(stem, "il");
  return british ? Doubling::kBoth : Doubling::kNo;
}

bool EndsInConsonantY(absl::string_view word) {
  const size_t n = word.size();
  return n > 1 && word[n - 1] == 'y' && !VowelAt(word, n - 2);
}

std::string AddS(absl::string_view word) {
  const absl::string_view stem = LastPart(word);
  if (EndsInConsonantY(word)) {
    return absl::StrCat(word.substr(0, word.size() - 1), "ies");
  }
  const bool hard = std::any_of(
      std::begin(kHardCh), std::end(kHardCh),
      [stem](absl::string_view e) { return absl::EndsWith(stem, e); });
  if (absl::EndsWith(stem, "quiz")) return absl::StrCat(word, "zes");
  const bool hissing = absl::EndsWith(word, "s") || absl::EndsWith(word, "x") ||
                       absl::EndsWith(word, "z") ||
                       absl::EndsWith(word, "sh") ||
                       (absl::EndsWith(word, "ch") && !hard);
  return absl::StrCat(word, hissing || Contains(kOes, stem) ? "es" : "s");
}

// The stems to which -ed and -ing are added for verbs that do not end in e.
std::vector<std::string> Stems(absl::string_view base) {
  if (absl::EndsWith(base, "ic")) return {absl::StrCat(base, "k")};
  const std::string doubled = absl::StrCat(base, base.substr(base.size() - 1));
  switch (DoublingOf(base)) {
    case Doubling::kNo:
      return {std::string(base)};
    case Doubling::kYes:
      return {doubled};
    case Doubling::kBoth:
      return {std::string(base), doubled};
  }
  return {};
}

}  // namespace

VerbForms InflectRegularVerb(absl::string_view base) {
  VerbForms forms;
  if (base.empty()) return forms;
  const absl::string_view short_base = base.substr(0, base.size() - 1);
  forms.third = {AddS(base)};
  if (absl::EndsWith(base, "e")) {
    forms.past = {absl::StrCat(base, "d")};
    const bool keeps_e = absl::EndsWith(base, "ee") ||
                         absl::EndsWith(base, "oe") ||
                         absl::EndsWith(base, "ye");
    if (absl::EndsWith(base, "ie")) {
      forms.gerund = {absl::StrCat(base.substr(0, base.size() - 2), "ying")};
    } else {
      forms.gerund = {absl::StrCat(keeps_e ? base : short_base, "ing")};
    }
  } else if (EndsInConsonantY(base)) {
    forms.past = {absl::StrCat(short_base, "ied")};
    forms.gerund = {absl::StrCat(base, "ing")};
  } else {
    for (const std::string& stem : Stems(base)) {
      forms.past.push_back(absl::StrCat(stem, "ed"));
      forms.gerund.push_back(absl::StrCat(stem, "ing"));
    }
  }
  forms.participle = forms.past;
  return forms;
}

std::string RegularPlural(absl::string_view singular) {
  const absl::string_view stem = LastPart(singular);
  const absl::string_view cut = singular.substr(0, singular.size() - 2);
  if (stem.size() > 3 && absl::EndsWith(stem, "sis")) {
    return absl::StrCat(cut, "es");
  }
  const bool person = absl::EndsWith(stem, "man") && stem.size() > 4;
  if (stem == "man" || (person && !Contains(kNotMen, stem))) {
    return absl::StrCat(cut, "en");
  }
  return AddS(singular);
}

}  // namespace onrecord::text
