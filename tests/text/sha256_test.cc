#include "text/sha256.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::text {
namespace {

// Test vectors of FIPS 180-4.
constexpr char kEmpty[] =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char kAbc[] =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char kMillion[] =
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(Sha256Hex(""), kEmpty);
  EXPECT_EQ(Sha256Hex("abc"), kAbc);
  EXPECT_EQ(Sha256Hex(std::string(1000000, 'a')), kMillion);
}

TEST(Sha256, DoesNotDependOnThePieces) {
  Sha256 hash;
  hash.Add("a");
  hash.Add("");
  hash.Add("bc");
  EXPECT_EQ(hash.Hex(), kAbc);
}

TEST(Sha256, IsAsNewAfterwards) {
  Sha256 hash;
  hash.Add("tulip");
  EXPECT_NE(hash.Hex(), kAbc);
  hash.Add("abc");
  EXPECT_EQ(hash.Hex(), kAbc);
}

}  // namespace
}  // namespace onrecord::text
