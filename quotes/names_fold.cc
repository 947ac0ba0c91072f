// How names are folded: letters first, then sounds.
#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "quotes/names.h"

namespace onrecord::quotes {
namespace {

// U+00C0 to U+017F, two columns a letter at most; "" is dropped.
constexpr const char* kLatin[] = {
    "a", "a", "a", "a", "a",  "a",  "ae", "c", "e", "e", "e",  "e",  "i",
    "i", "i", "i", "d", "n",  "o",  "o",  "o", "o", "o", "",   "o",  "u",
    "u", "u", "u", "y", "th", "ss", "a",  "a", "a", "a", "a",  "a",  "ae",
    "c", "e", "e", "e", "e",  "i",  "i",  "i", "i", "d", "n",  "o",  "o",
    "o", "o", "o", "",  "o",  "u",  "u",  "u", "u", "y", "th", "y",  // U+00FF
    "a", "a", "a", "a", "a",  "a",  "c",  "c", "c", "c", "c",  "c",  "c",
    "c", "d", "d", "d", "d",  "e",  "e",  "e", "e", "e", "e",  "e",  "e",
    "e", "e", "g", "g", "g",  "g",  "g",  "g", "g", "g", "h",  "h",  "h",
    "h", "i", "i", "i", "i",  "i",  "i",  "i", "i", "i", "i",  "ij", "ij",
    "j", "j", "k", "k", "k",  "l",  "l",  "l", "l", "l", "l",  "l",  "l",
    "l", "l", "n", "n", "n",  "n",  "n",  "n", "n", "n", "n",  "o",  "o",
    "o", "o", "o", "o", "oe", "oe", "r",  "r", "r", "r", "r",  "r",  "s",
    "s", "s", "s", "s", "s",  "s",  "s",  "t", "t", "t", "t",  "t",  "t",
    "u", "u", "u", "u", "u",  "u",  "u",  "u", "u", "u", "u",  "u",  "w",
    "w", "y", "y", "y", "z",  "z",  "z",  "z", "z", "z", "s",  // U+017F
};
static_assert(std::size(kLatin) == 0x180 - 0xC0, "a letter is missing");

struct LetterRange {
  uint32_t first, last;
  const char* letter;
};

// Other Latin letters and signs, by range.
constexpr LetterRange kRanges[] = {
    {0x018F, 0x018F, "a"}, {0x0192, 0x0192, "f"}, {0x01A0, 0x01A1, "o"},
    {0x01AF, 0x01B0, "u"}, {0x0218, 0x0219, "s"}, {0x021A, 0x021B, "t"},
    {0x0259, 0x0259, "a"}, {0x02B0, 0x036F, ""},  // Modifiers, accents.
    {0x1E00, 0x1E01, "a"}, {0x1E02, 0x1E07, "b"}, {0x1E08, 0x1E09, "c"},
    {0x1E0A, 0x1E13, "d"}, {0x1E14, 0x1E1D, "e"}, {0x1E1E, 0x1E1F, "f"},
    {0x1E20, 0x1E21, "g"}, {0x1E22, 0x1E2B, "h"}, {0x1E2C, 0x1E2F, "i"},
    {0x1E30, 0x1E35, "k"}, {0x1E36, 0x1E3D, "l"}, {0x1E3E, 0x1E43, "m"},
    {0x1E44, 0x1E4B, "n"}, {0x1E4C, 0x1E53, "o"}, {0x1E54, 0x1E57, "p"},
    {0x1E58, 0x1E5F, "r"}, {0x1E60, 0x1E69, "s"}, {0x1E6A, 0x1E71, "t"},
    {0x1E72, 0x1E7B, "u"}, {0x1E7C, 0x1E7F, "v"}, {0x1E80, 0x1E89, "w"},
    {0x1E8A, 0x1E8D, "x"}, {0x1E8E, 0x1E8F, "y"}, {0x1E90, 0x1E95, "z"},
    {0x1EA0, 0x1EB7, "a"}, {0x1EB8, 0x1EC7, "e"}, {0x1EC8, 0x1ECB, "i"},
    {0x1ECC, 0x1EE3, "o"}, {0x1EE4, 0x1EF1, "u"}, {0x1EF2, 0x1EF9, "y"},
    {0x2010, 0x2027, ""},  {0x2032, 0x2035, ""},  // Hyphens, marks, primes.
};

// Decodes the code point at `*at` and moves on; a broken byte is itself.
uint32_t NextCodePoint(absl::string_view text, size_t* at) {
  const auto byte = [&](size_t i) {
    return static_cast<unsigned char>(text[i]);
  };
  const unsigned char lead = byte(*at);
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (more == 0 || *at + more >= text.size()) return byte((*at)++);
  uint32_t point = lead & (0x3F >> more);
  for (int i = 1; i <= more; ++i) point = point << 6 | (byte(*at + i) & 0x3F);
  *at += more + 1;
  return point;
}

// Appends the letters that stand for a code point above ASCII.
void AppendFolded(uint32_t point, absl::string_view bytes, std::string* out) {
  if (point >= 0xA0 && point < 0xC0) return;  // Signs.
  if (point >= 0xC0 && point < 0x180) {
    out->append(kLatin[point - 0xC0]);
    return;
  }
  for (const LetterRange& range : kRanges) {
    if (point >= range.first && point <= range.last) {
      out->append(range.letter);
      return;
    }
  }
  out->append(bytes.data(), bytes.size());
}

// What an ASCII byte is folded to; 0: dropped.
struct PlainLetters {
  // `parting`: bytes that are folded to a hyphen.
  constexpr explicit PlainLetters(absl::string_view parting) {
    for (char c : parting) of[static_cast<unsigned char>(c)] = '-';
    for (int c = '0'; c <= '9'; ++c) of[c] = static_cast<char>(c);
    for (int c = 'a'; c <= 'z'; ++c) {
      of[c] = of[c - 'a' + 'A'] = static_cast<char>(c);
    }
  }
  char of[0x80] = {};
};
constexpr PlainLetters kPlainLetters("");
constexpr PlainLetters kSlugLetters(" -/\t\n");

// Appends the folded letters of a word, or of words.
void AppendLetters(absl::string_view word, const PlainLetters& letters,
                   std::string* out) {
  const auto byte = [word](size_t i) {
    return static_cast<unsigned char>(word[i]);
  };
  for (size_t at = 0; at < word.size();) {
    char plain[32];  // What a run of ASCII becomes; most words are one.
    size_t count = 0;
    const size_t end = std::min(word.size(), at + sizeof(plain));
    for (; at < end && byte(at) < 0x80; ++at) {
      plain[count] = letters.of[byte(at)];
      count += plain[count] != 0;
    }
    out->append(plain, count);
    if (at >= word.size() || byte(at) < 0x80) continue;
    const size_t begin = at;
    const uint32_t point = NextCodePoint(word, &at);
    AppendFolded(point, word.substr(begin, at - begin), out);
  }
}

struct Replacement {
  absl::string_view from, to;
};

// Consonants by their first letter, the longest first of each; a letter alone
// stands for itself.
constexpr Replacement kConsonants[] = {
    {"ck", "k"}, {"ch", "c"},   {"dj", "j"},  {"dh", "d"},  {"gh", "g"},
    {"kh", "h"}, {"ph", "f"},   {"q", "k"},   {"sch", "s"}, {"shch", "s"},
    {"sh", "s"}, {"tsch", "c"}, {"tch", "c"}, {"th", "t"},  {"w", "v"},
    {"x", "ks"}, {"zh", "z"},
};

// Where the letters of kConsonants begin and end, by letter.
struct ConsonantRows {
  constexpr ConsonantRows() {
    for (size_t i = 0; i < std::size(kConsonants); ++i) {
      const int letter = kConsonants[i].from[0] - 'a';
      if (rows[letter][1] == 0) rows[letter][0] = static_cast<uint8_t>(i);
      rows[letter][1] = static_cast<uint8_t>(i + 1);
    }
  }
  uint8_t rows[26][2] = {};
};
constexpr ConsonantRows kRowsOf;

// Whole names whose spellings the rules do not bring together.
constexpr Replacement kNames[] = {
    {"mahumid", "muhamad"}, {"mohamd", "muhamad"}, {"muhamd", "muhamad"},
    {"muhamid", "muhamad"}, {"muhd", "muhamad"},   {"mahamad", "muhamad"},
    {"mahamid", "muhamad"}, {"iusuf", "iusif"},    {"kadafi", "gadafi"},
};

enum class LetterKind : uint8_t { kPlain, kVowel, kConsonantRule };

// How FoldSound() reads a byte: alone, as part of a run of vowels, or by
// kConsonants and the rule for "c".
struct LetterKinds {
  constexpr LetterKinds() {
    for (const Replacement& r : kConsonants) {
      of[static_cast<unsigned char>(r.from[0])] = LetterKind::kConsonantRule;
    }
    of[static_cast<unsigned char>('c')] = LetterKind::kConsonantRule;
    for (char c : {'a', 'e', 'i', 'o', 'u', 'y'}) {
      of[static_cast<unsigned char>(c)] = LetterKind::kVowel;
    }
  }
  constexpr LetterKind Of(char c) const {
    return of[static_cast<unsigned char>(c)];
  }
  LetterKind of[256] = {};
};
constexpr LetterKinds kLetterKinds;

bool IsVowel(char c) { return kLetterKinds.Of(c) == LetterKind::kVowel; }

// The sounds of a word while they are put down: never the same one twice in a
// row. On the stack, but for very long words.
class Sounds {
 public:
  // Room for what FoldSound() makes of so many letters: two each at most.
  explicit Sounds(size_t letters)
      : long_(letters > kShort ? 2 * letters : 0, '\0'),
        begin_(letters > kShort ? &long_[0] : short_),
        end_(begin_) {}
  Sounds(const Sounds&) = delete;
  Sounds& operator=(const Sounds&) = delete;

  void Push(char sound) {
    if (end_ == begin_ || end_[-1] != sound) *end_++ = sound;
  }
  void Push(absl::string_view sounds) {
    for (char sound : sounds) Push(sound);
  }
  absl::string_view view() const {
    return absl::string_view(begin_, static_cast<size_t>(end_ - begin_));
  }

 private:
  static constexpr size_t kShort = 32;

  char short_[2 * kShort];
  std::string long_;
  char* const begin_;
  char* end_;
};

// Appends the class of a run of vowels: "ou" and "o" are u, "ey" and "ai" i;
// "aye" is "ae": "Abayev", "Abaev".
void FoldVowels(absl::string_view run, Sounds* out) {
  const char without_glide[] = {run[0], 'e'};
  if (run.size() == 3 && absl::EndsWith(run, "ye")) {
    run = absl::string_view(without_glide, 2);
  }
  static constexpr Replacement kRuns[] = {
      {"ae", "a"}, {"oe", "u"}, {"ue", "u"}, {"ai", "i"}, {"ay", "i"}};
  if (run.size() == 2) {
    for (const Replacement& r : kRuns) {
      if (run == r.from) return out->Push(r.to);
    }
  }
  for (char c : run) {
    out->Push(c == 'a' ? 'a' : c == 'o' || c == 'u' ? 'u' : 'i');
  }
}

// "abdulaziz", "abdelaziz", "abdurrahman" -> "abdaziz", "abdrahman".
std::string FoldServant(absl::string_view letters) {
  if (!absl::StartsWith(letters, "abd") || letters.size() < 6 ||
      !IsVowel(letters[3])) {
    return std::string(letters);
  }
  const bool article = letters[4] == 'l';
  const bool assimilated = letters[4] == letters[5];
  if (!article && !assimilated) return std::string(letters);
  return "abd" + std::string(letters.substr(5));
}

// Folds the consonants at `rest`'s start, which a rule is for; returns how many
// letters it took.
size_t FoldConsonants(absl::string_view rest, Sounds* out) {
  if (rest == "ch" || rest == "c") {  // "Petrovich", "Petrovic".
    out->Push('k');
    return rest.size();
  }
  const auto& [first, last] = kRowsOf.rows[rest[0] - 'a'];
  for (size_t i = first; i < last; ++i) {
    const Replacement& r = kConsonants[i];
    if (r.from.size() > rest.size() || r.from.back() != rest[r.from.size() - 1])
      continue;
    if (!absl::StartsWith(rest, r.from)) continue;
    out->Push(r.to);
    return r.from.size();
  }
  char sound = rest[0];
  if (sound == 'c') {
    const char next = rest.size() > 1 ? rest[1] : 0;
    sound = next == 'e' || next == 'i' || next == 'y' ? 'c' : 'k';
  }
  out->Push(sound);
  return 1;
}

}  // namespace

std::string FoldLetters(absl::string_view word) {
  std::string out;
  out.reserve(word.size());
  AppendLetters(word, kPlainLetters, &out);
  return out;
}

std::string FoldSound(absl::string_view letters) {
  std::string respelled;
  absl::string_view view = letters;
  if (absl::StartsWith(letters, "abd")) view = respelled = FoldServant(letters);
  if (absl::StartsWith(letters, "mc") && letters.size() > 3) {
    respelled = absl::StrCat("mac", letters.substr(2));
    view = respelled;
  }
  Sounds out(view.size());
  for (size_t i = 0; i < view.size();) {
    switch (kLetterKinds.Of(view[i])) {
      case LetterKind::kPlain:
        out.Push(view[i++]);
        break;
      case LetterKind::kConsonantRule:
        i += FoldConsonants(view.substr(i), &out);
        break;
      case LetterKind::kVowel: {
        size_t end = i;
        while (end < view.size() && IsVowel(view[end])) ++end;
        FoldVowels(view.substr(i, end - i), &out);
        i = end;
        break;
      }
    }
  }
  // "Abdullah" and "Abdulla".
  absl::string_view sounds = out.view();
  if (sounds.size() > 3 && sounds.back() == 'h' &&
      IsVowel(sounds[sounds.size() - 2])) {
    sounds.remove_suffix(1);
  }
  for (const Replacement& r : kNames) {
    if (sounds.size() != r.from.size() || sounds[0] != r.from[0]) continue;
    if (sounds == r.from) return std::string(r.to);
  }
  return std::string(sounds);
}

std::string Skeleton(absl::string_view sound) {
  Sounds out(sound.size());
  for (size_t i = 0; i < sound.size(); ++i) {
    if (i == 0 || !IsVowel(sound[i])) out.Push(sound[i]);
  }
  return std::string(out.view());
}

std::string Slug(absl::string_view name) {
  std::string out;
  out.reserve(name.size());
  AppendLetters(name, kSlugLetters, &out);
  // Words without a letter leave hyphens beside each other, or at the ends.
  const auto both = [](char a, char b) { return a == '-' && b == '-'; };
  out.erase(std::unique(out.begin(), out.end(), both), out.end());
  if (absl::EndsWith(out, "-")) out.pop_back();
  if (absl::StartsWith(out, "-")) out.erase(0, 1);
  return out;
}

}  // namespace onrecord::quotes
