#ifndef ONRECORD_QUOTES_NAMES_H_
#define ONRECORD_QUOTES_NAMES_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "quotes/mention.h"

namespace onrecord::quotes {

// Which given names are short forms of which ("bill" of "william").
//
//   Threads: const after construction, share freely.
class Nicknames {
 public:
  Nicknames() = default;
  // Reads `nickname <TAB> full|full` lines; # starts a comment. An error reads
  // "file:line: want 2 columns, got 1".
  static absl::StatusOr<Nicknames> FromTsv(absl::string_view file_name,
                                           absl::string_view tsv);
  // True if the two names, folded by FoldLetters(), can be one person's: one
  // is short for the other or both for a third. Not true of equal names.
  bool Related(absl::string_view a, absl::string_view b) const;

 private:
  // Nickname to full names, both folded.
  absl::flat_hash_map<std::string, std::vector<std::string>> full_;
};

// One word of a person's name, as written and folded.
struct NameWord {
  std::string text;      // "Sa’adoun"
  std::string letters;   // "saadoun": case, marks and apostrophes folded.
  std::string sound;     // "sadun": transliterations folded as well.
  bool initial = false;  // "J."
};

// A person's name taken apart. Titles, ranks and offices are gone; so are
// degrees; a generational suffix is kept apart.
//
//   Example: `Lt. Gen. Mohammed Shia al-Sudani Jr.` -> given {Mohammed, Shia},
//   particle "al", family {Sudani}, suffix "jr".
//   Invariant: `family` is not empty unless the whole name is.
struct PersonName {
  std::string display;           // The words of the name, without titles.
  std::vector<NameWord> given;   // Given and middle names, in their order.
  std::string particle;          // Lower case: "al", "van der"; mostly empty.
  std::vector<NameWord> family;  // One word; two of "García Márquez".
  std::string suffix;            // "jr", "sr", "ii", "iii"; mostly empty.
  Gender gender = Gender::kUnknown;  // Of an honorific: "Mrs", "King".
  bool all_caps = false;
  bool family_first = false;  // "Xi Jinping".
  // The name starts with a word that is a particle or a given name: "Al Gore",
  // "Al Sudani", "Ben Gvir", "Van Morrison".
  bool leading_particle = false;

  bool empty() const { return family.empty(); }
  // Family name as a key: its sounds, one blank apart.
  std::string FamilyKey() const;
  // All words in order given, family.
  std::vector<const NameWord*> Words() const;
};

PersonName ParsePersonName(absl::string_view name);

// Lower-case ASCII letters of a word: diacritics, apostrophes, hyphens and full
// stops are gone. Letters of other scripts stay as they are.
std::string FoldLetters(absl::string_view word);

// The same for all spellings of a name in Latin letters that are common in
// news: "Mohammed", "Muhammad"; "Qassem", "Kasem"; "Yousef", "Yusef";
// "Zelensky", "Zelenskyy". Takes what FoldLetters() returns.
std::string FoldSound(absl::string_view letters);

// The sound without its vowels (the first letter stays): what blocks are made
// of, so that spellings that differ in a vowel still meet.
std::string Skeleton(absl::string_view sound);

// How a name's words are taken apart, blanks and hyphens between them folded
// to one hyphen: "mohammed-shia-al-sudani".
std::string Slug(absl::string_view name);

// A key of a person's name that its spellings share, for where an id must come
// from one article alone: the sounds of the first given name and of the family
// name. "Mohammed Tariq al-Sabbari" and "Mohamed Al Sabbari" are both
// "muhamad-sabari". Empty if no name is left without its titles.
std::string PersonKey(absl::string_view name);

enum class NameMatch {
  kDifferent,   // Two people.
  kCompatible,  // One contains the other, an initial, a nickname, a spelling.
  kSame,        // The same words, but for transliteration.
};

// Compares two names. Symmetric. An empty name is different from any.
NameMatch Compare(const PersonName& a, const PersonName& b,
                  const Nicknames& nicknames);

// What a word of a name can be beside a name; see names_words.cc.
enum class NameWordKind {
  kNone,
  kTitle,        // Goes: "Mr", "Gen.", "President".
  kRegnalTitle,  // Goes, but the display keeps it: "Pope", "Queen".
  kDegree,       // Goes: "PhD", "MP".
  kSuffix,       // "Jr."
  kArticle,      // Arabic article: al, el, as, ad.
  kParticle,     // de, van, bin.
  kServant,      // Abd, Abdul: one name with the word that follows.
};
// `letters` as FoldLetters() returns them.
NameWordKind KindOfNameWord(absl::string_view letters);
// The sex that an honorific tells of; kUnknown if none.
Gender GenderOfTitle(absl::string_view letters);
// A family name that stands before the given name: Xi, Kim, Nguyen.
bool IsFamilyFirstName(absl::string_view letters);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_NAMES_H_
