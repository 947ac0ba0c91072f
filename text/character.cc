#include "text/character.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace onrecord::text {
namespace {

struct Mark {
  char32_t value;
  Punct punct;
};

// Sorted by code point; all else is kOther.
constexpr Mark kMarks[] = {
    {'!', Punct::kExclaim},     {'"', Punct::kMark},
    {'\'', Punct::kMark},       {'(', Punct::kOpen},
    {')', Punct::kClose},       {',', Punct::kComma},
    {'-', Punct::kHyphen},      {'.', Punct::kPeriod},
    {'/', Punct::kSlash},       {':', Punct::kColon},
    {';', Punct::kSemicolon},   {'?', Punct::kQuestion},
    {'[', Punct::kOpen},        {']', Punct::kClose},
    {'`', Punct::kMark},        {'{', Punct::kOpen},
    {'|', Punct::kSlash},       {'}', Punct::kClose},
    {0xAB, Punct::kMark},       {0xB4, Punct::kMark},
    {0xB7, Punct::kSlash},      {0xBB, Punct::kMark},
    {0x60C, Punct::kComma},     {0x61B, Punct::kSemicolon},
    {0x61F, Punct::kQuestion},  {0x6D4, Punct::kPeriod},
    {0x2010, Punct::kHyphen},   {0x2011, Punct::kHyphen},
    {0x2012, Punct::kDash},     {0x2013, Punct::kDash},
    {0x2014, Punct::kDash},     {0x2015, Punct::kDash},
    {0x2018, Punct::kMark},     {0x2019, Punct::kMark},
    {0x201A, Punct::kMark},     {0x201B, Punct::kMark},
    {0x201C, Punct::kMark},     {0x201D, Punct::kMark},
    {0x201E, Punct::kMark},     {0x201F, Punct::kMark},
    {0x2022, Punct::kSlash},    {0x2023, Punct::kSlash},
    {0x2026, Punct::kEllipsis}, {0x2039, Punct::kMark},
    {0x203A, Punct::kMark},     {0x203C, Punct::kExclaim},
    {0x2047, Punct::kQuestion}, {0x2048, Punct::kQuestion},
    {0x2049, Punct::kExclaim},  {0x2212, Punct::kDash},
    {0x2219, Punct::kSlash},    {0x25AA, Punct::kSlash},
    {0x25CF, Punct::kSlash},    {0x25E6, Punct::kSlash},
    {0x2E3A, Punct::kDash},     {0x2E3B, Punct::kDash},
    {0x3001, Punct::kComma},    {0x3002, Punct::kPeriod},
    {0x300C, Punct::kMark},     {0x300D, Punct::kMark},
    {0x300E, Punct::kMark},     {0x300F, Punct::kMark},
    {0xFF01, Punct::kExclaim},  {0xFF08, Punct::kOpen},
    {0xFF09, Punct::kClose},    {0xFF0C, Punct::kComma},
    {0xFF0E, Punct::kPeriod},   {0xFF1F, Punct::kQuestion},
};

constexpr char32_t kAsciiEnd = 0x80;

constexpr std::array<Punct, kAsciiEnd> MakeAsciiMarks() {
  std::array<Punct, kAsciiEnd> puncts{};
  for (Punct& punct : puncts) punct = Punct::kOther;
  for (const Mark& mark : kMarks) {
    if (mark.value < kAsciiEnd) puncts[mark.value] = mark.punct;
  }
  return puncts;
}
constexpr std::array<Punct, kAsciiEnd> kAsciiMarks = MakeAsciiMarks();

}  // namespace

Punct PunctOf(char32_t value) {
  if (value < kAsciiEnd) return kAsciiMarks[value];  // Nearly all of them.
  const Mark* at = std::lower_bound(
      std::begin(kMarks), std::end(kMarks), value,
      [](const Mark& mark, char32_t v) { return mark.value < v; });
  return at != std::end(kMarks) && at->value == value ? at->punct
                                                      : Punct::kOther;
}

}  // namespace onrecord::text
