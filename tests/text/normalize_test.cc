#include "text/normalize.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::text {
namespace {

struct NormalizeCase {
  const char* name;
  std::string raw;
  std::string text;
  int32_t invalid_bytes;
  int32_t controls;
};

class NormalizeTest : public testing::TestWithParam<NormalizeCase> {};

TEST_P(NormalizeTest, MakesValidText) {
  const NormalizedText result = Normalize(GetParam().raw);
  EXPECT_EQ(result.text, GetParam().text);
  EXPECT_EQ(result.invalid_bytes, GetParam().invalid_bytes);
  EXPECT_EQ(result.controls, GetParam().controls);
  EXPECT_TRUE(IsValidUtf8(result.text));
}

using namespace std::string_literals;

const NormalizeCase kCases[] = {
    {"Empty", "", "", 0, 0},
    {"ValidStays", "Ana’s “été” \u00A0\u200B\u00AD👍",
     "Ana’s “été” \u00A0\u200B\u00AD👍", 0, 0},
    {"TabAndLineFeedStay", "a\tb\nc", "a\tb\nc", 0, 0},
    {"CrlfKeepsItsLength", "a\r\nb", "a \nb", 0, 0},
    {"LoneCrIsALine", "a\rb\r", "a\nb\n", 0, 0},
    {"NulBecomesBlank", "a\0b"s, "a b", 0, 1},
    {"ControlsBecomeBlanks", "a\x1B[b\x7F", "a [b ", 0, 2},
    {"SmartQuotes", "\x93No,\x94 Ana\x92s \x96 \x85", "“No,” Ana’s – …", 5, 0},
    {"Latin1", "caf\xE9", "café", 1, 0},
    {"NoMeaning", "a\x81z", "a\uFFFDz", 1, 0},
    {"C1ControlIsWindows1252", "\xC2\x93No\xC2\x94", "“No”", 2, 0},
    {"NoBreakSpaceIsNoC1", "\xC2\xA0", "\u00A0", 0, 0},
    {"Overlong", "\xC0\xAF", "À¯", 2, 0},
    {"Surrogate", "\xED\xA0\x80", "í\u00A0€", 3, 0},
    {"BeyondUnicode", "\xF4\x90\x80\x80", "ô\uFFFD€€", 4, 0},
    {"CutAtTheEnd", "a\xE2\x80", "aâ€", 2, 0},
    {"ByteOrderMarkGoes", "\xEF\xBB\xBFNo", "No", 0, 0},
    {"ByteOrderMarkInsideStays", "a\xEF\xBB\xBFz", "a\uFEFFz", 0, 0},
    {"Utf16LittleEndian", "\xFF\xFEN\0o\0\x1C\x20"s, "No“", 0, 0},
    {"Utf16BigEndian", "\xFE\xFF\0N\xD8\x3D\xDC\x4D"s, "N👍", 0, 0},
    {"Utf16HalfAPair", "\xFF\xFE\x3D\xD8N\0"s, "\uFFFDN", 2, 0},
    {"Utf16OddByte", "\xFF\xFEN\0o"s, "N", 1, 0},
};

INSTANTIATE_TEST_SUITE_P(Cases, NormalizeTest, testing::ValuesIn(kCases),
                         [](const testing::TestParamInfo<NormalizeCase>& info) {
                           return std::string(info.param.name);
                         });

// Eight bytes are looked at together: every byte at every place among them.
TEST(NormalizeEveryByteTest, EveryAsciiCharacterAtEveryPlace) {
  const std::string letters(20, 'z');
  for (int c = 0; c < 0x80; ++c) {
    const bool stays = (c >= 0x20 && c != 0x7F) || c == '\t' || c == '\n';
    for (size_t place = 0; place < letters.size(); ++place) {
      std::string raw = letters;
      raw[place] = static_cast<char>(c);
      std::string text = letters;
      text[place] = static_cast<char>(stays ? c : c == '\r' ? '\n' : ' ');
      EXPECT_EQ(Normalize(raw).text, text) << c << " at " << place;
    }
  }
}

TEST(NormalizeEveryByteTest, EveryOtherByteAtEveryPlaceIsMended) {
  const std::string letters(20, 'z');
  for (int c = 0x80; c <= 0xFF; ++c) {
    for (size_t place = 0; place < letters.size(); ++place) {
      std::string raw = letters;
      raw[place] = static_cast<char>(c);
      const NormalizedText result = Normalize(raw);
      EXPECT_EQ(result.invalid_bytes, 1) << c << " at " << place;
      EXPECT_TRUE(IsValidUtf8(result.text)) << c << " at " << place;
    }
  }
}

TEST(NormalizeMarkTest, TellsOfTheByteOrderMark) {
  EXPECT_TRUE(Normalize("\xEF\xBB\xBFNo").had_byte_order_mark);
  EXPECT_TRUE(Normalize("\xFF\xFE").had_byte_order_mark);
  EXPECT_FALSE(Normalize("No").had_byte_order_mark);
}

TEST(IsValidUtf8Test, KnowsEveryLength) {
  EXPECT_TRUE(IsValidUtf8(""));
  EXPECT_TRUE(IsValidUtf8("abcdefghijklmnop é € 👍"));
  EXPECT_FALSE(IsValidUtf8("abcdefgh\x80"));
  EXPECT_FALSE(IsValidUtf8("\xF0\x9F\x91"));
  EXPECT_FALSE(IsValidUtf8("\xE0\x80\x80"));
}

}  // namespace
}  // namespace onrecord::text
