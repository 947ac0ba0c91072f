#ifndef ONRECORD_TEXT_CHARACTER_H_
#define ONRECORD_TEXT_CHARACTER_H_

#include <array>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "text/token.h"
#include "text/unicode.h"

namespace onrecord::text {

// What a byte can begin or continue, as bits.
enum ByteBits : uint8_t {
  kLowerByte = 1,
  kUpperByte = 2,
  kDigitByte = 4,
  kUnderscoreByte = 8,
  kHighByte = 16,  // Part of a character beyond ASCII.
  kBlankByte = 32,
  kEndByte = 64,  // Ends every word before it, the blanks too.
};
inline constexpr uint8_t kLetterByte = kLowerByte | kUpperByte;
inline constexpr uint8_t kWordByte = kLetterByte | kDigitByte | kUnderscoreByte;

constexpr std::array<uint8_t, 256> MakeByteBits() {
  std::array<uint8_t, 256> bits{};
  for (int c = 0; c < 256; ++c) {
    if (c >= 'a' && c <= 'z') bits[c] = kLowerByte;
    if (c >= 'A' && c <= 'Z') bits[c] = kUpperByte;
    if (c >= '0' && c <= '9') bits[c] = kDigitByte;
    if (c == '_') bits[c] = kUnderscoreByte;
    if (c >= 0x80) bits[c] = kHighByte;
    if (c == ' ' || (c >= '\t' && c <= '\r')) bits[c] = kBlankByte | kEndByte;
  }
  for (const char c : {';', '?', '!', '(', ')', '[', ']', '{', '}', '"', '<',
                       '>', '=', '|', '*', '#', '\\'}) {
    bits[static_cast<unsigned char>(c)] = kEndByte;
  }
  return bits;
}
inline constexpr std::array<uint8_t, 256> kByteBits = MakeByteBits();

// A view of a text that can be asked about any position: past the end there is
// white space.
class Characters {
 public:
  explicit Characters(absl::string_view text) : text_(text) {}

  size_t size() const { return text_.size(); }
  absl::string_view text() const { return text_; }
  char Byte(size_t i) const { return i < text_.size() ? text_[i] : '\n'; }
  uint8_t Bits(size_t i) const {
    return kByteBits[static_cast<unsigned char>(Byte(i))];
  }
  // The bytes of the blank at i, of any width; 0 if there is none.
  size_t BlankAt(size_t i) const {
    const uint8_t bits = Bits(i);
    if (bits & kBlankByte) return 1;
    if (!(bits & kHighByte)) return 0;
    const CodePoint c = DecodeAt(text_, i);
    return IsBlank(c.value) ? static_cast<size_t>(c.length) : 0;
  }
  bool DigitAt(size_t i) const { return (Bits(i) & kDigitByte) != 0; }
  // The bytes of the character at i, which must be inside the text.
  int LengthAt(size_t i) const { return DecodeAt(text_, i).length; }
  // A letter, digit, underscore or combining mark of any script.
  bool WordCharacterAt(size_t i) const {
    const uint8_t bits = Bits(i);
    if (bits & kHighByte) return IsWordCharacter(DecodeAt(text_, i).value);
    return (bits & kWordByte) != 0;
  }
  bool LetterAt(size_t i) const {
    return (Bits(i) & (kDigitByte | kUnderscoreByte)) == 0 &&
           WordCharacterAt(i);
  }
  bool UpperAt(size_t i) const {
    const uint8_t bits = Bits(i);
    if (bits & kHighByte) return IsUpper(DecodeAt(text_, i).value);
    return (bits & kUpperByte) != 0;
  }
  // The end of the run of word characters that starts at i.
  size_t RunEnd(size_t i) const {
    while (WordCharacterAt(i)) i += LengthAt(i);
    return i;
  }
  // The first position from i on that is no blank of this line.
  size_t SkipBlanks(size_t i) const {
    while (i < text_.size() && Byte(i) != '\n') {
      const size_t blank = BlankAt(i);
      if (blank == 0) break;
      i += blank;
    }
    return i;
  }
  // The bytes of an apostrophe at i (straight, curly, backtick, acute); 0 if
  // there is none.
  size_t ApostropheAt(size_t i) const {
    const char c = Byte(i);
    if (c == '\'' || c == '`') return 1;
    if (c == '\xC2' && Byte(i + 1) == '\xB4') return 2;
    const bool curly = c == '\xE2' && Byte(i + 1) == '\x80' &&
                       (Byte(i + 2) == '\x98' || Byte(i + 2) == '\x99');
    return curly ? 3 : 0;
  }
  // The bytes of a hyphen at i (ASCII, U+2010, U+2011); 0 if there is none.
  size_t HyphenAt(size_t i) const {
    if (Byte(i) == '-') return 1;
    const bool wide = Byte(i) == '\xE2' && Byte(i + 1) == '\x80' &&
                      (Byte(i + 2) == '\x90' || Byte(i + 2) == '\x91');
    return wide ? 3 : 0;
  }

 private:
  absl::string_view text_;
};

// Which punctuation a character is; kOther for all that is no word character
// and has no kind of its own.
Punct PunctOf(char32_t value);

// "$", "£", "€" and the other signs that stand before an amount.
inline bool IsCurrency(char32_t value) {
  return value == '$' || (value >= 0xA2 && value <= 0xA5) ||
         (value >= 0x20A0 && value <= 0x20CF);
}

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_CHARACTER_H_
