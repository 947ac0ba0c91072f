#include "data/embedded.h"

#include "absl/strings/match.h"
#include "gtest/gtest.h"

namespace onrecord::data {
namespace {

TEST(EmbeddedFilesTest, AreSortedByName) {
  const auto files = EmbeddedFiles();
  ASSERT_GT(files.size(), 20u);
  for (size_t i = 1; i < files.size(); ++i) {
    EXPECT_LT(files[i - 1].name, files[i].name);
  }
}

TEST(EmbeddedFilesTest, AreNamedBelowTheFolder) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    EXPECT_FALSE(absl::StartsWith(file.name, "/")) << file.name;
    EXPECT_FALSE(absl::StartsWith(file.name, "data/")) << file.name;
    EXPECT_FALSE(file.contents.empty()) << file.name;
  }
}

TEST(EmbeddedContentsTest, FindsAFileByItsName) {
  EXPECT_TRUE(absl::StartsWith(EmbeddedContents("titles.tsv"), "# "));
}

TEST(EmbeddedContentsTest, KeepsBytesBeyondAscii) {
  EXPECT_TRUE(absl::StrContains(EmbeddedContents("places.tsv"), "são paulo"));
}

TEST(EmbeddedContentsTest, IsEmptyForAnUnknownName) {
  EXPECT_EQ(EmbeddedContents("title.tsv"), "");
  EXPECT_EQ(EmbeddedContents(""), "");
}

struct WordListCase {
  absl::string_view case_name;
  absl::string_view name;
  bool expected;
};

class IsWordListTest : public testing::TestWithParam<WordListCase> {};

TEST_P(IsWordListTest, ByName) {
  EXPECT_EQ(IsWordList(GetParam().name), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Names, IsWordListTest,
    testing::Values(
        WordListCase{"Titles", "titles.tsv", true},
        WordListCase{"CueVerbs", "cue_verbs.tsv", true},
        WordListCase{"IrregularVerbs", "irregular_verbs.tsv", false},
        WordListCase{"Nicknames", "nicknames.tsv", false},
        WordListCase{"ChannelPhrases", "channel_phrases.tsv", false},
        WordListCase{"AttributionWeights", "attribution_weights.tsv", false},
        WordListCase{"Stance", "stance_operators.tsv", false},
        WordListCase{"Target", "targets/troop_withdrawal.txtpb", false},
        WordListCase{"InAFolder", "targets/words.tsv", false},
        WordListCase{"NoTable", "README.md", false}),
    [](const auto& info) { return std::string(info.param.case_name); });

}  // namespace
}  // namespace onrecord::data
