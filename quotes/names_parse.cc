// How a name is taken apart.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "quotes/names.h"

namespace onrecord::quotes {
namespace {

// A blank-separated word of a name.
struct RawWord {
  absl::string_view text;
  std::string letters;  // As FoldLetters() returns them; never empty.
  NameWordKind kind = NameWordKind::kNone;
};
using RawWords = absl::InlinedVector<RawWord, 6>;

// A word of the name itself, with the particles before it.
struct Piece {
  absl::string_view text;
  absl::string_view letters;  // Without the servant's.
  absl::string_view servant;  // "Abd" of "Abd al-Rahman"; mostly empty.
  std::string particle;
};
using Pieces = absl::InlinedVector<Piece, 4>;

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
  static constexpr absl::string_view kEnds[] = {"'s", "’s"};
  for (absl::string_view end : kEnds) {
    if (absl::EndsWith(text, end)) text.remove_suffix(end.size());
  }
  return text;
}

// "Lieutenant-General" is a title as its parts are.
NameWordKind KindOfRawWord(absl::string_view text, absl::string_view letters) {
  if (!absl::StrContains(text, '-')) return KindOfNameWord(letters);
  for (absl::string_view part : absl::StrSplit(text, '-')) {
    if (KindOfNameWord(FoldLetters(part)) != NameWordKind::kTitle) {
      return NameWordKind::kNone;
    }
  }
  return NameWordKind::kTitle;
}

bool PartsWords(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == ',';
}

RawWords SplitWords(absl::string_view name) {
  name = WithoutPossessive(name);
  RawWords words;
  for (size_t begin = 0; begin < name.size();) {
    size_t end = begin;
    while (end < name.size() && !PartsWords(name[end])) ++end;
    const absl::string_view part = name.substr(begin, end - begin);
    begin = end + 1;
    RawWord& word = words.emplace_back(RawWord{part, FoldLetters(part)});
    if (word.letters.empty()) {
      words.pop_back();
    } else {
      word.kind = KindOfRawWord(part, word.letters);
    }
  }
  return words;
}

// Takes the article from "al-Sudani" and its letters; false if there is none.
bool TakeArticle(absl::string_view* text, absl::string_view* letters) {
  static constexpr absl::string_view kHyphens[] = {"-", "‑", "‐"};
  // Names with a hyphen among the first letters are few.
  if (text->size() < 4 ||
      std::none_of(text->begin(), text->begin() + 4,
                   [](char c) { return c == '-' || c == kHyphens[1][0]; })) {
    return false;
  }
  for (absl::string_view hyphen : kHyphens) {
    const size_t at = text->substr(0, 3 + hyphen.size()).find(hyphen);
    if (at == absl::string_view::npos) continue;
    const std::string article = FoldLetters(text->substr(0, at));
    if (KindOfNameWord(article) != NameWordKind::kArticle) continue;
    text->remove_prefix(at + hyphen.size());
    letters->remove_prefix(article.size());
    return !text->empty();
  }
  return false;
}

// Is words[i] a particle of the word that follows it?
bool IsParticle(absl::Span<const RawWord> words, size_t i) {
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

// "H.W." is two words.
void AddInitials(absl::string_view text, absl::string_view letters,
                 Pieces* pieces) {
  for (size_t i = 0; i < letters.size(); ++i) {
    Piece& piece = pieces->emplace_back();
    piece.text = text.substr(2 * i, 1);
    piece.letters = letters.substr(i, 1);
  }
}

// Joins servants ("Abd al-Rahman") and particles to the words they belong to.
void AddPieces(absl::Span<const RawWord> words, Pieces* pieces) {
  std::string particle;
  absl::string_view servant;
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
    absl::string_view text = raw.text, letters = raw.letters;
    if (TakeArticle(&text, &letters) && servant.empty()) particle = "al";
    if (text.size() > 2 && IsInitials(text)) {
      AddInitials(text, letters, pieces);
      continue;
    }
    Piece& piece = pieces->emplace_back();
    piece.text = servant.empty() ? text : raw.text;
    piece.letters = letters;
    piece.servant = std::exchange(servant, "");
    piece.particle.swap(particle);
  }
}

// A name taken apart, its words not folded to sounds yet. Views of the name.
class NameParts {
 public:
  explicit NameParts(absl::string_view name)
      : all_(SplitWords(name)), words_(all_) {
    StripTitles();
    AddPieces(words_, &pieces_);
    family_first_ =
        pieces_.size() > 1 && pieces_.size() <= 3 &&
        pieces_[0].particle.empty() && IsFamilyFirstName(pieces_[0].letters) &&
        !(IsInitials(pieces_[1].text) && pieces_[1].letters.size() == 1);
  }
  NameParts(const NameParts&) = delete;
  NameParts& operator=(const NameParts&) = delete;

  // Without titles, degrees and the suffix.
  absl::Span<const RawWord> words() const { return words_; }
  absl::Span<const RawWord> titles() const {
    return absl::MakeConstSpan(all_).first(words_.data() - all_.data());
  }
  absl::string_view suffix() const { return suffix_; }  // "jr", "ii"
  absl::Span<Piece> pieces() { return absl::MakeSpan(pieces_); }
  // Indices of the pieces; first_given() is pieces().size() if there is none.
  size_t family() const { return family_first_ ? 0 : pieces_.size() - 1; }
  size_t first_given() const {
    return family_first_ || pieces_.size() == 1 ? 1 : 0;
  }
  bool family_first() const { return family_first_; }
  bool leading_particle() const {
    return all_.size() == 2 && words_.size() == 2 && pieces_.size() == 1 &&
           !pieces_[0].particle.empty() && StartsUpper(words_[0].text);
  }

 private:
  // Takes titles from the front, degrees and the suffix from the end.
  void StripTitles() {
    while (words_.size() > 1 &&
           (words_.front().kind == NameWordKind::kTitle ||
            words_.front().kind == NameWordKind::kRegnalTitle)) {
      words_.remove_prefix(1);
    }
    while (words_.size() > 1) {
      const RawWord& last = words_.back();
      if (last.kind == NameWordKind::kSuffix) {
        suffix_ = last.letters;
        if (absl::StartsWith(suffix_, "ju") || suffix_ == "jnr") suffix_ = "jr";
        if (suffix_ == "snr") suffix_ = "sr";
      } else if (last.kind != NameWordKind::kDegree) {
        break;
      }
      words_.remove_suffix(1);
    }
  }

  RawWords all_;
  absl::Span<const RawWord> words_;  // Of `all_`.
  absl::string_view suffix_;
  Pieces pieces_;
  bool family_first_ = false;
};

std::string LettersOf(const Piece& piece) {
  return absl::StrCat(piece.servant.empty() ? "" : "abd", piece.letters);
}

NameWord MakeWord(const Piece& piece) {
  NameWord word;
  word.text = piece.servant.empty()
                  ? std::string(piece.text)
                  : absl::StrCat(piece.servant, " ", piece.text);
  word.letters = LettersOf(piece);
  word.sound = FoldSound(word.letters);
  word.initial = IsInitials(word.text) && word.letters.size() == 1;
  return word;
}

std::string SoundOf(const Piece& piece) {
  return FoldSound(piece.servant.empty() ? piece.letters : LettersOf(piece));
}

// The words of the name, the regnal titles before and the suffix behind them.
std::string DisplayOf(const NameParts& parts) {
  std::string display;
  for (const RawWord& title : parts.titles()) {
    if (title.kind == NameWordKind::kRegnalTitle) {
      absl::StrAppend(&display, title.text, " ");
    }
  }
  absl::StrAppend(&display, absl::StrJoin(parts.words(), " ",
                                          [](std::string* out, const auto& w) {
                                            absl::StrAppend(out, w.text);
                                          }));
  const absl::string_view suffix = parts.suffix();
  if (!suffix.empty()) {
    absl::StrAppend(&display, suffix[0] == 'i'
                                  ? " " + absl::AsciiStrToUpper(suffix)
                              : suffix == "jr" ? " Jr."
                                               : " Sr.");
  }
  return display;
}

}  // namespace

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
  NameParts parts(text);
  for (const RawWord& title : parts.titles()) {
    const Gender gender = GenderOfTitle(title.letters);
    if (gender != Gender::kUnknown) name.gender = gender;
  }
  name.suffix = std::string(parts.suffix());
  if (parts.words().empty()) return name;
  name.display = DisplayOf(parts);
  name.all_caps = IsAllCaps(name.display);
  const absl::Span<Piece> pieces = parts.pieces();
  if (pieces.empty()) return name;
  name.family_first = parts.family_first();
  name.leading_particle = parts.leading_particle();
  const size_t family = parts.family();
  name.particle = std::move(pieces[family].particle);
  name.given.reserve(pieces.size() - 1);
  for (size_t i = 0; i < pieces.size(); ++i) {
    (i == family ? name.family : name.given).push_back(MakeWord(pieces[i]));
  }
  return name;
}

std::string PersonKey(absl::string_view name) {
  NameParts parts(name);
  const absl::Span<const Piece> pieces = parts.pieces();
  if (pieces.empty()) return "";
  const std::string family = SoundOf(pieces[parts.family()]);
  const size_t given = parts.first_given();
  if (given == pieces.size()) return family;
  return absl::StrCat(SoundOf(pieces[given]), "-", family);
}

}  // namespace onrecord::quotes
