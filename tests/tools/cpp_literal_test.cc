#include "tools/cpp_literal.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::tools {
namespace {

TEST(CppLiteralTest, EscapesWhatIsNoPlainLetter) {
  EXPECT_EQ(CppLiteral("a\"b\n"), "\"a\\\"b\\012\"\n");
  EXPECT_EQ(CppLiteral("\\"), "\"\\\\\"\n");
  EXPECT_EQ(CppLiteral("\xC3\xA9"), "\"\\303\\251\"\n");
  EXPECT_EQ(CppLiteral(std::string("\0001", 2)), "\"\\0001\"\n");
}

TEST(CppLiteralTest, CutsLinesBetweenBytes) {
  EXPECT_EQ(CppLiteral(std::string(65, '\n')).find("\"\n\"\\012\"\n"),
            1 + 4 * 64u);
}

TEST(CppLiteralTest, NothingIsALiteralToo) {
  EXPECT_EQ(CppLiteral(""), "\"\"\n");
}

}  // namespace
}  // namespace onrecord::tools
