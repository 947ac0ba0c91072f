#include "cli/http_accept.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

struct AcceptCase {
  std::string name;
  std::string accept;
  int best;  // Of text/plain and image/png.
};

class BestMediaTypeTest : public testing::TestWithParam<AcceptCase> {};

TEST_P(BestMediaTypeTest, IsWhatTheClientLikesBest) {
  EXPECT_EQ(BestMediaType(GetParam().accept, {"text/plain", "image/png"}),
            GetParam().best);
}

INSTANTIATE_TEST_SUITE_P(
    Headers, BestMediaTypeTest,
    testing::Values(
        AcceptCase{"None", "", 0}, AcceptCase{"Any", "*/*", 0},
        AcceptCase{"First", "text/plain", 0},
        AcceptCase{"Second", "image/png", 1},
        AcceptCase{"InAnyCase", "Image/PNG", 1},
        AcceptCase{"Family", "image/*", 1},
        AcceptCase{"Better", "text/plain;q=0.1, image/png", 1},
        AcceptCase{"Equal", "image/png, text/plain", 0},
        AcceptCase{"TheCloserRangeCounts", "*/*, text/plain;q=0, text/*", 1},
        AcceptCase{"OtherParameters",
                   "text/plain;charset=utf-8;q=0.1,image/*;q=0.2", 1},
        AcceptCase{"Refused", "text/plain;q=0", -1},
        AcceptCase{"BadQuality", "text/plain;q=much", -1},
        AcceptCase{"Another", "text/html", -1},
        AcceptCase{"LongerName", "text/plainer", -1},
        AcceptCase{"Commas", ",,", -1}),
    [](const auto& info) { return info.param.name; });

struct EncodingCase {
  std::string accept_encoding;
  bool gzip;
};

class AcceptsGzipTest : public testing::TestWithParam<EncodingCase> {};

TEST_P(AcceptsGzipTest, IsSaidByTheHeader) {
  EXPECT_EQ(AcceptsGzip(GetParam().accept_encoding), GetParam().gzip);
}

INSTANTIATE_TEST_SUITE_P(Headers, AcceptsGzipTest,
                         testing::Values(EncodingCase{"gzip", true},
                                         EncodingCase{"br, gzip;q=0.5", true},
                                         EncodingCase{"*", true},
                                         EncodingCase{"", false},
                                         EncodingCase{"br", false},
                                         EncodingCase{"xgzip", false},
                                         EncodingCase{"gzip;q=0", false},
                                         EncodingCase{"*, gzip;q=0", false}));

}  // namespace
}  // namespace onrecord::cli
