#ifndef ONRECORD_TEXT_UNICODE_H_
#define ONRECORD_TEXT_UNICODE_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// One decoded character and the bytes it takes.
struct CodePoint {
  char32_t value = 0;
  int length = 1;
};

// Decodes the character at text[i]; i < text.size(). Never reads past the end;
// bytes that are no UTF-8 give U+FFFD of length 1.
inline CodePoint DecodeAt(absl::string_view text, size_t i) {
  const auto byte = [&](size_t k) {
    return static_cast<unsigned char>(text[i + k]);
  };
  const auto tail = [&](size_t k) {
    return i + k < text.size() && (byte(k) & 0xC0) == 0x80;
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && tail(1)) {
    return {char32_t((lead & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && tail(1) && tail(2)) {
    return {char32_t((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 |
                     (byte(2) & 0x3F)),
            3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && tail(1) && tail(2) && tail(3)) {
    return {char32_t((lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 |
                     (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F)),
            4};
  }
  return {0xFFFD, 1};
}

// Appends the UTF-8 bytes of `value`, a valid Unicode scalar value.
void AppendUtf8(char32_t value, std::string* out);

// True for the capital letters of the Latin, Greek and Cyrillic scripts.
bool IsUpper(char32_t value);

// True for white space, and for what is neither seen nor part of a word:
// no-break and zero-width spaces, direction marks, byte-order marks.
bool IsBlank(char32_t value);

// True for soft hyphens and joiners: part of a word, but not of its form.
inline bool IsIgnorable(char32_t value) {
  return value == 0xAD || value == 0x200C || value == 0x200D;
}

// True for what is written inside words: letters, digits and combining marks
// of all scripts. False for punctuation, symbols, white space and emoji.
bool IsWordCharacter(char32_t value);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_UNICODE_H_
