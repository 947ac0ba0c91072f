#include "text/normalize.h"

#include <cstring>

#include "text/unicode.h"

namespace onrecord::text {
namespace {

// The characters of Windows-1252 for 0x80 to 0x9F; 0 has no meaning there.
constexpr char32_t kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

constexpr char32_t kReplacement = 0xFFFD;

// The length of the well-formed sequence at text[i]; 0 if there is none. Code
// points beyond U+10FFFF, surrogates and overlong forms are not well-formed.
int SequenceLength(absl::string_view text, size_t i) {
  const auto byte = [&](size_t k) {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0;
  };
  const auto tail = [&](size_t k) { return (byte(k) & 0xC0) == 0x80; };
  const int lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !tail(1)) return 0;
  if (lead < 0xE0) return 2;
  if (!tail(2)) return 0;
  if (lead < 0xF0) {
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (!tail(3)) return 0;
  if (lead == 0xF0 && byte(1) < 0x90) return 0;
  if (lead == 0xF4 && byte(1) > 0x8F) return 0;
  return 4;
}

// The character that Windows-1252 means by `byte`, 0x80 or more.
char32_t Windows1252(unsigned char byte) {
  if (byte >= 0xA0) return byte;
  const char32_t meaning = kWindows1252[byte - 0x80];
  return meaning == 0 ? kReplacement : meaning;
}

// The ASCII characters that stay: all but controls.
bool IsPlain(unsigned char c) {
  return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
}

// True if all eight bytes lie between the blank and '~': most of any article.
bool ArePrintable(const char* bytes) {
  constexpr uint64_t kEach = 0x0101010101010101u;
  uint64_t eight;
  std::memcpy(&eight, bytes, sizeof(eight));
  const uint64_t below_blank = eight - kEach * 0x20;  // Borrows where one is.
  const uint64_t above_tilde = eight + kEach;         // 0x7F becomes 0x80.
  return ((eight | below_blank | above_tilde) & kEach * 0x80) == 0;
}

// True for the two bytes of a character from U+0080 to U+009F.
bool IsC1Control(absl::string_view text, size_t i, int length) {
  return length == 2 && DecodeAt(text, i).value < 0xA0;
}

// The end of the stretch from `i` that stays as it is.
size_t EndOfGood(absl::string_view raw, size_t i) {
  for (;;) {
    while (raw.size() - i >= 8 && ArePrintable(raw.data() + i)) i += 8;
    if (i == raw.size()) return i;
    const unsigned char byte = static_cast<unsigned char>(raw[i]);
    if (byte < 0x80 && !IsPlain(byte)) return i;
    const int length = SequenceLength(raw, i);
    if (length == 0 || IsC1Control(raw, i, length)) return i;
    i += static_cast<size_t>(length);
  }
}

// Mends what stands at `i` and does not stay; returns how many bytes it was.
size_t Mend(absl::string_view raw, size_t i, NormalizedText* out) {
  const unsigned char byte = static_cast<unsigned char>(raw[i]);
  if (byte == '\r') {
    const bool feed_follows = i + 1 < raw.size() && raw[i + 1] == '\n';
    out->text.push_back(feed_follows ? ' ' : '\n');
    return 1;
  }
  if (byte < 0x80) {
    ++out->controls;
    out->text.push_back(' ');
    return 1;
  }
  ++out->invalid_bytes;
  const bool c1 = SequenceLength(raw, i) != 0;
  AppendUtf8(Windows1252(c1 ? static_cast<unsigned char>(raw[i + 1]) : byte),
             &out->text);
  return c1 ? 2 : 1;
}

void NormalizeUtf8(absl::string_view raw, NormalizedText* out) {
  out->text.reserve(raw.size());
  for (size_t i = 0; i < raw.size();) {
    const size_t end = EndOfGood(raw, i);
    out->text.append(raw.data() + i, end - i);
    i = end;
    if (i < raw.size()) i += Mend(raw, i, out);
  }
}

// Decodes UTF-16 to UTF-8; half of a surrogate pair becomes U+FFFD.
std::string DecodeUtf16(absl::string_view raw, bool big_endian,
                        int32_t* invalid) {
  const auto unit = [&](size_t i) {
    const auto a = static_cast<unsigned char>(raw[i]);
    const auto b = static_cast<unsigned char>(raw[i + 1]);
    return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::string utf8;
  size_t i = 0;
  for (; i + 1 < raw.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = c < 0xDC00 && i + 3 < raw.size() ? unit(i + 2) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      } else {
        c = kReplacement;
        *invalid += 2;
      }
    }
    AppendUtf8(c, &utf8);
  }
  *invalid += static_cast<int32_t>(raw.size() - i);
  return utf8;
}

}  // namespace

NormalizedText Normalize(absl::string_view raw) {
  NormalizedText result;
  const absl::string_view mark = raw.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") {
    result.had_byte_order_mark = true;
    const std::string utf8 =
        DecodeUtf16(raw.substr(2), mark == "\xFE\xFF", &result.invalid_bytes);
    NormalizeUtf8(utf8, &result);
    return result;
  }
  if (raw.substr(0, 3) == "\xEF\xBB\xBF") {
    result.had_byte_order_mark = true;
    raw.remove_prefix(3);
  }
  NormalizeUtf8(raw, &result);
  return result;
}

bool IsValidUtf8(absl::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    uint64_t eight;
    if (i + 8 <= text.size()) {
      std::memcpy(&eight, text.data() + i, 8);
      if ((eight & 0x8080808080808080u) == 0) {
        i += 8;
        continue;
      }
    }
    const int length = SequenceLength(text, i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

}  // namespace onrecord::text
