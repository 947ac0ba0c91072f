#include "text/unicode.h"

namespace onrecord::text {
namespace {

struct Range {
  char32_t first, last;
};

// Characters from U+0080 on that are not written inside words.
constexpr Range kNotInWords[] = {
    {0x0080, 0x00A9},   {0x00AB, 0x00AC}, {0x00AE, 0x00B4}, {0x00B6, 0x00B9},
    {0x00BB, 0x00BF},   {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x055A, 0x055F},
    {0x0589, 0x058A},   {0x05BE, 0x05BE}, {0x060C, 0x060D}, {0x061B, 0x061F},
    {0x066A, 0x066D},   {0x06D4, 0x06D4}, {0x1680, 0x1680}, {0x2000, 0x200B},
    {0x200E, 0x206F},   {0x20A0, 0x20CF}, {0x2100, 0x2BFF}, {0x2E00, 0x2E7F},
    {0x3000, 0x3004},   {0x3008, 0x3020}, {0x3030, 0x3030}, {0xD800, 0xFAFF},
    {0xFD3E, 0xFD3F},   {0xFE10, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF00, 0xFF0F},
    {0xFF1A, 0xFF20},   {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},
    {0x1F000, 0x1FAFF},
};

}  // namespace

void AppendUtf8(char32_t value, std::string* out) {
  const auto put = [out](char32_t byte) {
    out->push_back(static_cast<char>(byte));
  };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6);
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18);
    put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c < 0x180) {
    // Pairs of capital and small letter; the capital is odd in two stretches.
    const bool odd_capitals =
        (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c == 0x138 || c == 0x149 || c == 0x17F) return false;
    if (c == 0x178) return true;
    return (c % 2 == 1) == odd_capitals;
  }
  if (c >= 0x386 && c <= 0x3AB) return c != 0x390 && c != 0x387;
  if (c >= 0x400 && c <= 0x42F) return true;
  if (c >= 0x460 && c <= 0x52F) {
    return c % 2 == (c >= 0x4C1 && c <= 0x4CE ? 1 : 0);
  }
  if (c >= 0x1E00 && c <= 0x1EFF) {
    return c % 2 == 0 && !(c >= 0x1E96 && c < 0x1E9E);
  }
  return false;
}

bool IsBlank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200F && c != 0x200C && c != 0x200D) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x2069) ||
         c == 0x3000 || c == 0xFEFF;
}

bool IsWordCharacter(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || c == '_';
  }
  for (const Range& range : kNotInWords) {
    if (c < range.first) return true;
    if (c <= range.last) return false;
  }
  return true;
}

}  // namespace onrecord::text
