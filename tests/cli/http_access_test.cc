#include "cli/http_access.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;

struct HostCase {
  std::string host;
  bool local;
};

class IsLocalHostTest : public testing::TestWithParam<HostCase> {};

TEST_P(IsLocalHostTest, KnowsThisMachine) {
  EXPECT_EQ(IsLocalHost(GetParam().host), GetParam().local);
}

INSTANTIATE_TEST_SUITE_P(
    Hosts, IsLocalHostTest,
    testing::Values(HostCase{"localhost", true},
                    HostCase{"LOCALHOST:8321", true},
                    HostCase{"127.0.0.1", true},
                    HostCase{"127.0.0.1:8321", true},
                    HostCase{"127.9.9.9:1", true}, HostCase{"[::1]", true},
                    HostCase{"[::1]:8321", true}, HostCase{"", false},
                    HostCase{"127.0.0.1.evil.example", false},
                    HostCase{"localhost.evil.example", false},
                    HostCase{"10.0.0.1", false}, HostCase{"[::2]", false}));

TEST(IsAuthorizedTest, WantsTheWholeToken) {
  EXPECT_TRUE(IsAuthorized("Bearer abc", "abc"));
  EXPECT_TRUE(IsAuthorized("Basic YW55OmFiYw==", "abc"));   // any:abc
  EXPECT_FALSE(IsAuthorized("Basic YWJjOmFueQ==", "abc"));  // abc:any
  EXPECT_FALSE(IsAuthorized("Basic YWJj", "abc"));          // abc
  for (const char* wrong : {"", "abc", "Bearer", "Bearer ab", "Bearer abcd",
                            "Bearer abd", "Token abc", "Basic abc"}) {
    EXPECT_FALSE(IsAuthorized(wrong, "abc")) << wrong;
  }
}

TEST(ContentSecurityPolicyTest, NamesScriptsAndStylesByTheirHash) {
  // printf abc | openssl dgst -sha256 -binary | base64
  constexpr char kAbc[] =
      "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";
  const std::string policy = ContentSecurityPolicy(
      "<style>abc</style><script type=\"module\">abc</script><p>x</p>");
  EXPECT_THAT(policy, HasSubstr(std::string("script-src ") + kAbc + ";"));
  EXPECT_THAT(policy, HasSubstr(std::string("style-src ") + kAbc + ";"));
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
}

TEST(ContentSecurityPolicyTest, TakesNoWordOfAScriptForAnElement) {
  const std::string policy = ContentSecurityPolicy(
      "<span></span><script>'<style>'</script><style>abc</style>");
  EXPECT_THAT(policy, HasSubstr("style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOW"
                                "F3qctBD/YfIAFa0=';"));
}

TEST(ContentSecurityPolicyTest, AllowsNothingWhereNothingStands) {
  const std::string policy = ContentSecurityPolicy("<p>x</p>");
  EXPECT_THAT(policy, HasSubstr("script-src 'none'"));
  EXPECT_THAT(policy, HasSubstr("style-src 'none'"));
}

}  // namespace
}  // namespace onrecord::cli
