#include "quotes/names.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace onrecord::quotes {
namespace {

enum Degree { kNo = 0, kMaybe = 1, kYes = 2 };

bool IsVowelLetter(char c) { return c == 'a' || c == 'i' || c == 'u'; }

// "muhamid" and "muhamad": one vowel inside differs.
bool IsVowelVariant(absl::string_view a, absl::string_view b) {
  if (a.size() != b.size() || a.size() < 5) return false;
  int differences = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (i == 0 || i + 1 == a.size()) return false;
    if (!IsVowelLetter(a[i]) || !IsVowelLetter(b[i])) return false;
    ++differences;
  }
  return differences == 1;
}

Degree MatchGivenWord(const NameWord& a, const NameWord& b,
                      const Nicknames& nicknames) {
  if (a.initial || b.initial) {
    if (a.letters.empty() || b.letters.empty()) return kNo;
    if (a.letters[0] != b.letters[0]) return kNo;
    return a.initial && b.initial ? kYes : kMaybe;
  }
  if (a.sound == b.sound) return kYes;
  if (IsVowelVariant(a.sound, b.sound)) return kMaybe;
  return nicknames.Related(a.letters, b.letters) ? kMaybe : kNo;
}

std::string Joined(const std::vector<NameWord>& words) {
  std::string out;
  for (const NameWord& w : words) out += w.letters;
  return FoldSound(out);
}

bool AnyInitial(const std::vector<NameWord>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const NameWord& w) { return w.initial; });
}

// Do all of `few` occur in `many` in order?
Degree MatchGiven(const std::vector<NameWord>& a,
                  const std::vector<NameWord>& b, const Nicknames& nicknames) {
  if (a.empty() || b.empty()) return kMaybe;
  if (!AnyInitial(a) && Joined(a) == Joined(b)) return kYes;
  const std::vector<NameWord>& few = a.size() <= b.size() ? a : b;
  const std::vector<NameWord>& many = a.size() <= b.size() ? b : a;
  Degree degree = few.size() == many.size() ? kYes : kMaybe;
  size_t at = 0;
  for (const NameWord& word : few) {
    Degree found = kNo;
    while (at < many.size() && found == kNo) {
      found = MatchGivenWord(word, many[at++], nicknames);
    }
    if (found == kNo) return kNo;
    degree = std::min(degree, found);
  }
  return degree;
}

// "Ocasio-Cortez" has the part "Cortez".
bool HasFamilyPart(const PersonName& name, absl::string_view key) {
  const std::string& whole = name.family.back().text;
  if (!absl::StrContains(whole, "-")) return false;
  for (absl::string_view part : absl::StrSplit(whole, '-', absl::SkipEmpty())) {
    if (FoldSound(FoldLetters(part)) == key) return true;
  }
  return false;
}

Degree MatchFamily(const PersonName& a, const PersonName& b) {
  const std::string key_a = a.FamilyKey(), key_b = b.FamilyKey();
  if (key_a == key_b) return kYes;
  if (IsVowelVariant(key_a, key_b)) return kMaybe;
  return HasFamilyPart(a, key_b) || HasFamilyPart(b, key_a) ? kMaybe : kNo;
}

// Every word of `few` in `many`, in order, by sound.
bool IsSubsequence(const std::vector<const NameWord*>& few,
                   const std::vector<const NameWord*>& many) {
  size_t at = 0;
  for (const NameWord* word : few) {
    while (at < many.size() && many[at]->sound != word->sound) ++at;
    if (at++ == many.size()) return false;
  }
  return true;
}

std::string JoinedWords(const std::vector<const NameWord*>& words) {
  std::string out;
  for (const NameWord* w : words) out += w->letters;
  return FoldSound(out);
}

// "Al Gore" is no al-Gore: a leading particle counts only where the other name
// has it as a particle too.
bool ParticleContradicts(const PersonName& a, const PersonName& b) {
  if (!a.leading_particle || b.leading_particle) return false;
  return a.particle != b.particle;
}

// The name with its leading particle read as a given name.
PersonName AsGiven(const PersonName& name) {
  PersonName out = name;
  out.given.insert(out.given.begin(), NameWord{name.particle, name.particle,
                                               FoldSound(name.particle)});
  out.particle.clear();
  out.leading_particle = false;
  return out;
}

NameMatch CompareWords(const PersonName& a, const PersonName& b) {
  const auto words_a = a.Words(), words_b = b.Words();
  const auto& few = words_a.size() <= words_b.size() ? words_a : words_b;
  const auto& many = words_a.size() <= words_b.size() ? words_b : words_a;
  if (few.size() < many.size() && IsSubsequence(few, many) &&
      (few.size() > 1 || few[0]->sound == many[0]->sound ||
       few[0]->sound == many.back()->sound)) {
    return NameMatch::kCompatible;
  }
  const bool reversed = few.size() == 2 && many.size() == 2 &&
                        few[0]->sound == many[1]->sound &&
                        few[1]->sound == many[0]->sound;
  return reversed ? NameMatch::kCompatible : NameMatch::kDifferent;
}

}  // namespace

absl::StatusOr<Nicknames> Nicknames::FromTsv(absl::string_view file_name,
                                             absl::string_view tsv) {
  Nicknames out;
  int line_number = 0;
  for (absl::string_view line : absl::StrSplit(tsv, '\n')) {
    ++line_number;
    line = absl::StripTrailingAsciiWhitespace(line);
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (columns.size() != 2) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", line_number, ": want 2 columns, got ",
                       columns.size()));
    }
    auto& full = out.full_[FoldLetters(columns[0])];
    for (absl::string_view name : absl::StrSplit(columns[1], '|')) {
      full.push_back(FoldLetters(name));
    }
  }
  return out;
}

bool Nicknames::Related(absl::string_view a, absl::string_view b) const {
  if (a == b) return false;
  const auto of_a = full_.find(a), of_b = full_.find(b);
  const auto lists = [](const std::vector<std::string>& names,
                        absl::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (of_a != full_.end() && lists(of_a->second, b)) return true;
  if (of_b != full_.end() && lists(of_b->second, a)) return true;
  if (of_a == full_.end() || of_b == full_.end()) return false;
  return std::any_of(
      of_a->second.begin(), of_a->second.end(),
      [&](const std::string& name) { return lists(of_b->second, name); });
}

NameMatch Compare(const PersonName& a, const PersonName& b,
                  const Nicknames& nicknames) {
  if (a.empty() || b.empty()) return NameMatch::kDifferent;
  if (ParticleContradicts(a, b)) return Compare(AsGiven(a), b, nicknames);
  if (ParticleContradicts(b, a)) return Compare(a, AsGiven(b), nicknames);
  const bool both_given = !a.given.empty() && !b.given.empty();
  if (a.suffix != b.suffix &&
      (both_given || (!a.suffix.empty() && !b.suffix.empty()))) {
    return NameMatch::kDifferent;
  }
  // "Ruiz-Cortez" and "Ruiz Cortez".
  if (JoinedWords(a.Words()) == JoinedWords(b.Words())) {
    return NameMatch::kSame;
  }
  const Degree family = MatchFamily(a, b);
  if (family == kYes || (family == kMaybe && both_given)) {
    const Degree given = MatchGiven(a.given, b.given, nicknames);
    if (given == kYes && family == kYes) return NameMatch::kSame;
    if (given != kNo) {
      return a.given.empty() && b.given.empty() ? NameMatch::kSame
                                                : NameMatch::kCompatible;
    }
  }
  return CompareWords(a, b);
}

}  // namespace onrecord::quotes
