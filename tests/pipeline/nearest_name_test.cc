#include "pipeline/nearest_name.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

struct NameCase {
  std::string word;
  std::string nearest;
};

class NearestNameTest : public testing::TestWithParam<NameCase> {};

TEST_P(NearestNameTest, FindsWhatWasMeant) {
  EXPECT_EQ(NearestName(GetParam().word, {"extract", "track", "trace", "export",
                                          "cue_verbs.tsv"}),
            GetParam().nearest);
}

INSTANTIATE_TEST_SUITE_P(
    Words, NearestNameTest,
    testing::Values(NameCase{"trak", "track"}, NameCase{"tracks", "track"},
                    NameCase{"trac", "track"}, NameCase{"extrcat", "extract"},
                    NameCase{"cue_verb.tsv", "cue_verbs.tsv"},
                    NameCase{"export", "export"}, NameCase{"bogus", ""},
                    NameCase{"tr", ""}, NameCase{"", ""}));

}  // namespace
}  // namespace onrecord::pipeline
