#ifndef ONRECORD_TEXT_TOKEN_H_
#define ONRECORD_TEXT_TOKEN_H_

#include <cstdint>

#include "text/span.h"
#include "text/word_class.h"

namespace onrecord::text {

// What a token is when it is not a word.
enum class Punct : uint8_t {
  kNone,       // A word or a number.
  kPeriod,     // .
  kComma,      // ,
  kColon,      // :
  kSemicolon,  // ;
  kQuestion,   // ?
  kExclaim,    // !
  kOpen,       // ( [ {
  kClose,      // ) ] }
  kDash,       // an em or en dash, " - ", "--"
  kHyphen,     // a hyphen that joins nothing
  kEllipsis,   // ... or the one character; ". . ." is one token too
  kSlash,      // / | •
  kMark,       // any quotation mark, single ones and apostrophes included
  kOther,      // everything else
};

// How a word is written, as bits.
using Shape = uint8_t;
inline constexpr Shape kCapitalized = 1;  // First letter is upper case.
inline constexpr Shape kAllCaps = 2;      // Two letters or more, all upper.
inline constexpr Shape kHasDigit = 4;
inline constexpr Shape kSpaceBefore = 8;     // White space or paragraph start.
inline constexpr Shape kSentenceFirst = 16;  // First word of its sentence.
inline constexpr Shape kClitic = 32;         // 's split from its noun.
inline constexpr Shape kHasHyphen = 64;      // "Iran-linked", "al-Sudani".
inline constexpr Shape kOwnStop = 128;       // Ends with its own full stop.

// One word, number or punctuation character of a Document.
//
// "U.S.", "Gen." (abbreviations with their full stop), "don't", "al-Sudani",
// "2,500", "$300" and "90%" are one token each; a possessive 's is a token of
// its own (kClitic); a word longer than 65,535 bytes is cut.
struct Token {
  uint32_t begin = 0;   // Byte offset into the document's text.
  uint16_t length = 0;  // Bytes.
  Punct punct = Punct::kNone;
  Shape shape = 0;
  uint32_t word = 0;        // Lexicon id, 0 = not listed.
  WordClasses classes = 0;  // Of that word; 0 = not listed.

  bool Has(WordClasses any) const { return (classes & any) != 0; }
  bool HasShape(Shape any) const { return (shape & any) != 0; }
  bool is_word() const { return punct == Punct::kNone; }
  bool Is(Punct p) const { return punct == p; }
  Span span() const {
    return Span{static_cast<int32_t>(begin),
                static_cast<int32_t>(begin + length)};
  }
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_TOKEN_H_
