#include "quotes/names.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace onrecord::quotes {
namespace {

// A blank-separated word of a name while it is taken apart.
struct RawWord {
  std::string text, letters;
  NameWordKind kind = NameWordKind::kNone;
};

bool IsAllCaps(absl::string_view text) {
  int upper = 0;
  for (char c : text) {
    if (absl::ascii_islower(static_cast<unsigned char>(c))) return false;
    upper += absl::ascii_isupper(static_cast<unsigned char>(c)) != 0;
  }
  return upper > 1;
}

// "J." and "J", and each letter of "H.W."; words of other scripts are none.
bool IsInitials(absl::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const bool letter =
        absl::ascii_isupper(static_cast<unsigned char>(text[i]));
    if (i % 2 == 0 ? !letter : text[i] != '.') return false;
  }
  return !text.empty();
}

absl::string_view WithoutPossessive(absl::string_view text) {
  for (absl::string_view end : {"'s", "’s"}) {
    if (absl::EndsWith(text, end)) text.remove_suffix(end.size());
  }
  return text;
}

// "Lieutenant-General" is a title as its parts are.
NameWordKind KindOfRawWord(absl::string_view text, absl::string_view letters) {
  if (!absl::StrContains(text, "-")) return KindOfNameWord(letters);
  NameWordKind kind = NameWordKind::kTitle;
  for (absl::string_view part : absl::StrSplit(text, '-')) {
    if (KindOfNameWord(FoldLetters(part)) != NameWordKind::kTitle) {
      kind = NameWordKind::kNone;
    }
  }
  return kind;
}

std::vector<RawWord> SplitWords(absl::string_view name) {
  std::vector<RawWord> words;
  for (absl::string_view part :
       absl::StrSplit(WithoutPossessive(name), absl::ByAnyChar(" \t\n,"),
                      absl::SkipEmpty())) {
    RawWord word{std::string(part), FoldLetters(part)};
    if (word.letters.empty()) continue;
    word.kind = KindOfRawWord(part, word.letters);
    words.push_back(std::move(word));
  }
  return words;
}

// Removes titles from the front, degrees and the suffix from the end.
void StripTitles(std::vector<RawWord>* words, PersonName* name,
                 std::string* regnal) {
  const auto is_title = [](const RawWord& w) {
    return w.kind == NameWordKind::kTitle ||
           w.kind == NameWordKind::kRegnalTitle;
  };
  size_t first = 0;
  while (first + 1 < words->size() && is_title((*words)[first])) {
    const RawWord& word = (*words)[first++];
    const Gender gender = GenderOfTitle(word.letters);
    if (gender != Gender::kUnknown) name->gender = gender;
    if (word.kind == NameWordKind::kRegnalTitle) {
      absl::StrAppend(regnal, word.text, " ");
    }
  }
  words->erase(words->begin(), words->begin() + first);
  while (words->size() > 1) {
    const NameWordKind kind = words->back().kind;
    if (kind == NameWordKind::kSuffix) {
      name->suffix = words->back().letters;
      if (absl::StartsWith(name->suffix, "ju")) name->suffix = "jr";
      if (name->suffix == "jnr") name->suffix = "jr";
      if (name->suffix == "snr") name->suffix = "sr";
    } else if (kind != NameWordKind::kDegree) {
      break;
    }
    words->pop_back();
  }
}

NameWord MakeWord(absl::string_view text, absl::string_view letters) {
  NameWord word{std::string(text), std::string(letters), FoldSound(letters)};
  word.initial = IsInitials(text) && letters.size() == 1;
  return word;
}

// "al-Sudani" -> article "al", rest "Sudani"; false if there is no article.
bool SplitArticle(absl::string_view text, absl::string_view* rest) {
  if (text.size() < 4) return false;
  for (absl::string_view hyphen : {"-", "‑", "‐"}) {
    const size_t at = text.substr(0, 3 + hyphen.size()).find(hyphen);
    if (at == absl::string_view::npos) continue;
    if (KindOfNameWord(FoldLetters(text.substr(0, at))) !=
        NameWordKind::kArticle) {
      continue;
    }
    *rest = text.substr(at + hyphen.size());
    return !rest->empty();
  }
  return false;
}

// Is words[i] a particle of the word that follows it?
bool IsParticle(const std::vector<RawWord>& words, size_t i) {
  if (i + 1 >= words.size()) return false;
  const RawWord& word = words[i];
  if (word.kind == NameWordKind::kParticle) return true;
  return word.kind == NameWordKind::kArticle &&
         (word.letters == "al" || word.letters == "el" || word.letters == "ul");
}

bool StartsUpper(absl::string_view text) {
  return !text.empty() &&
         absl::ascii_isupper(static_cast<unsigned char>(text[0]));
}

// A name word being built, with the particles before it.
struct Piece {
  NameWord word;
  std::string particle;
};

// Joins servants ("Abd al-Rahman") and particles to the words they belong to.
std::vector<Piece> BuildPieces(const std::vector<RawWord>& words) {
  std::vector<Piece> pieces;
  pieces.reserve(words.size());
  std::string particle, servant;
  for (size_t i = 0; i < words.size(); ++i) {
    const RawWord& raw = words[i];
    if (IsParticle(words, i)) {
      if (servant.empty()) {
        absl::StrAppend(&particle, particle.empty() ? "" : " ", raw.letters);
      }
      continue;
    }
    if (raw.kind == NameWordKind::kServant && i + 1 < words.size()) {
      servant = raw.text;
      continue;
    }
    absl::string_view rest = raw.text;
    if (SplitArticle(raw.text, &rest) && servant.empty()) particle = "al";
    if (rest.size() > 2 && IsInitials(rest) && FoldLetters(rest).size() > 1) {
      for (char c : FoldLetters(rest)) {
        const std::string one(1, absl::ascii_toupper(c));
        pieces.push_back({MakeWord(one, FoldLetters(one)), ""});
      }
      continue;
    }
    Piece piece;
    if (servant.empty()) {
      const bool whole = rest.size() == raw.text.size();
      piece.word = MakeWord(rest, whole ? raw.letters : FoldLetters(rest));
    } else {
      piece.word = MakeWord(absl::StrCat(servant, " ", raw.text),
                            absl::StrCat("abd", FoldLetters(rest)));
      servant.clear();
    }
    piece.particle = std::move(particle);
    particle.clear();
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

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
  out.given.insert(out.given.begin(), MakeWord(name.particle, name.particle));
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

std::string PersonName::FamilyKey() const {
  return absl::StrJoin(family, " ", [](std::string* out, const NameWord& w) {
    out->append(w.sound);
  });
}

std::vector<const NameWord*> PersonName::Words() const {
  std::vector<const NameWord*> words;
  for (const NameWord& w : given) words.push_back(&w);
  for (const NameWord& w : family) words.push_back(&w);
  return words;
}

PersonName ParsePersonName(absl::string_view text) {
  PersonName name;
  std::vector<RawWord> words = SplitWords(text);
  const size_t all = words.size();
  std::string regnal;
  StripTitles(&words, &name, &regnal);
  if (words.empty()) return name;
  name.display = absl::StrCat(
      regnal, absl::StrJoin(words, " ", [](std::string* out, const RawWord& w) {
        out->append(w.text);
      }));
  if (!name.suffix.empty()) {
    absl::StrAppend(&name.display,
                    name.suffix[0] == 'i'
                        ? " " + absl::AsciiStrToUpper(name.suffix)
                    : name.suffix == "jr" ? " Jr."
                                          : " Sr.");
  }
  name.all_caps = IsAllCaps(name.display);
  std::vector<Piece> pieces = BuildPieces(words);
  if (pieces.empty()) return name;
  name.family_first =
      pieces.size() > 1 && pieces.size() <= 3 && pieces[0].particle.empty() &&
      IsFamilyFirstName(pieces[0].word.letters) && !pieces[1].word.initial;
  const size_t family = name.family_first ? 0 : pieces.size() - 1;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i != family) name.given.push_back(std::move(pieces[i].word));
  }
  name.particle = std::move(pieces[family].particle);
  name.family.push_back(std::move(pieces[family].word));
  name.leading_particle = words.size() == 2 && all == words.size() &&
                          pieces.size() == 1 && !name.particle.empty() &&
                          StartsUpper(words[0].text);
  return name;
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

std::string NameKeyId(absl::string_view text) {
  const PersonName name = ParsePersonName(text);
  std::string id;
  const auto add = [&id](absl::string_view sound) {
    absl::StrAppend(&id, id.empty() || sound.empty() ? "" : "-", sound);
  };
  if (!name.given.empty()) add(name.given.front().sound);
  for (const NameWord& word : name.family) add(word.sound);
  add(name.suffix);
  return id;
}

}  // namespace onrecord::quotes
