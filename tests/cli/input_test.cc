// Good and bad input: what is read, what is said about it, how the run ends.
#include <unistd.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

int Lines(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

class InputTest : public testing::Test {
 protected:
  const std::string folder_ = NewFolder();

  std::string Write(const std::string& name, const std::string& contents) {
    return WriteFile(absl::StrCat(folder_, "/", name), contents);
  }
  static RunResult Extract(const std::string& inputs) {
    return RunOnrecord("extract --format=jsonl " + inputs);
  }
};

TEST_F(InputTest, ReadsAFile) {
  const RunResult result = Extract(Write("a.txt", kArticle));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("\"speakerName\":\"Ana Lopez\""));
  EXPECT_THAT(result.err, HasSubstr("onrecord: 1 article, 1 quotation"));
}

TEST_F(InputTest, ReadsAFolderSortedAndRecursive) {
  Write("b.txt", kArticle);
  ASSERT_EQ(system(("mkdir " + folder_ + "/a").c_str()), 0);
  Write("a/z.jsonl", ArticleLine("z1", "Never") + ArticleLine("z2", "Ever"));
  const RunResult result = Extract(folder_);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, ContainsRegex("z1(.|\n)*z2(.|\n)*b.txt"));
  EXPECT_EQ(Lines(result.out), 3);
}

TEST_F(InputTest, ReadsTheStandardInput) {
  const RunResult result = Extract("- <" + Write("a", ArticleLine("a", "No")));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("\"id\":\"a\""));
}

TEST_F(InputTest, AMissingPathEnds74WithThePath) {
  const RunResult result = Extract(folder_ + "/none.txt");
  EXPECT_EQ(result.exit_code, 74);
  EXPECT_THAT(result.err, HasSubstr(folder_ + "/none.txt: cannot read: No "
                                              "such file"));
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(InputTest, AMissingPathIsFoundBeforeAnythingIsWritten) {
  const RunResult result =
      Extract(Write("a.txt", kArticle) + " " + folder_ + "/none.txt");
  EXPECT_EQ(result.exit_code, 74);
  EXPECT_THAT(result.out, IsEmpty());
}

struct NothingCase {
  std::string name;
  std::string words;
};
class NoArticleTest : public testing::TestWithParam<NothingCase> {};

TEST_P(NoArticleTest, Ends65) {
  const std::string folder = NewFolder();
  WriteFile(folder + "/empty.txt", "");
  WriteFile(folder + "/blank.txt", " \n\n");
  for (const char* command : {"extract", "track", "explain"}) {
    const RunResult result =
        RunOnrecord(absl::StrCat("targets >/dev/null; cd ", folder,
                                 " && mkdir -p nothing && $OLDPWD/onrecord ",
                                 command, " ", GetParam().words));
    EXPECT_EQ(result.exit_code, 65) << command << result.err;
    EXPECT_THAT(result.err, HasSubstr("want articles, found none"));
    EXPECT_THAT(result.out, IsEmpty());
  }
}

INSTANTIATE_TEST_SUITE_P(Inputs, NoArticleTest,
                         testing::Values(NothingCase{"EmptyFile", "empty.txt"},
                                         NothingCase{"BlankFile", "blank.txt"},
                                         NothingCase{"EmptyFolder", "nothing"},
                                         NothingCase{"EmptyInput",
                                                     "- </dev/null"}),
                         [](const auto& info) { return info.param.name; });

TEST_F(InputTest, ABadLineIsAnEntryAndTheRunGoesOn) {
  const std::string file =
      Write("a.jsonl", ArticleLine("a", "No") + "{\"text\": 7}\nnonsense\n" +
                           "{\"title\":\"x\"}\n" + ArticleLine("b", "Yes") +
                           ArticleLine("c", "Yes"));
  const RunResult result = Extract(file);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(Lines(result.out), 6);
  for (const char* line : {":2: ", ":3: ", ":4: "}) {
    EXPECT_THAT(result.err, HasSubstr(absl::StrCat(file, line)));
    EXPECT_THAT(result.out,
                HasSubstr(absl::StrCat("\"errors\":[\"", file, line)));
  }
  EXPECT_THAT(result.err, HasSubstr("3 articles, 3 quotations"));
  EXPECT_THAT(result.err, HasSubstr("3 could not be read"));
}

TEST_F(InputTest, TooManyBadLinesFailTheRunAtItsEnd) {
  const std::string file = Write("a.jsonl", ArticleLine("a", "No") + "x\ny\n");
  const RunResult result = Extract(file);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_EQ(Lines(result.out), 3);
  EXPECT_THAT(result.err, HasSubstr("2 of 3 articles could not be read, more "
                                    "than --max_bad_ratio=0.5"));
  EXPECT_EQ(Extract("--max_bad_ratio=0.7 " + file).exit_code, 0);
  EXPECT_EQ(Extract("--max_bad_ratio=0 " + file).exit_code, 65);
}

TEST_F(InputTest, OnlyBadLinesEnd65) {
  const RunResult result =
      Extract("--max_bad_ratio=1 " + Write("a.jsonl", "x\n"));
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("none that could be read (1 could not)"));
}

TEST_F(InputTest, AFolderThatContainsItselfIsReadOnce) {
  Write("a.txt", kArticle);
  ASSERT_EQ(symlink(folder_.c_str(), (folder_ + "/loop").c_str()), 0);
  const RunResult result = Extract(folder_);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(Lines(result.out), 1);
  EXPECT_THAT(result.err, HasSubstr(folder_ + "/loop: "));
}

TEST_F(InputTest, ALinkThatPointsToItselfIsAnError) {
  const std::string link = folder_ + "/self.txt";
  ASSERT_EQ(symlink(link.c_str(), link.c_str()), 0);
  const RunResult result = Extract(link);
  EXPECT_EQ(result.exit_code, 74);
  EXPECT_THAT(result.err, HasSubstr(link));
}

TEST_F(InputTest, OneLineOf64MiBIsOneArticle) {
  std::string words;
  while (words.size() < (size_t{64} << 20)) {
    words += "The river rose again and nobody in the valley slept. ";
  }
  const std::string file = Write("a.txt", words);
  const RunResult result =
      RunOnrecord("extract --max_article_mb=68 -o /dev/null " + file);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("onrecord: 1 article, 0 quotations"));
  const RunResult refused = RunOnrecord("extract -o /dev/null " + file);
  EXPECT_EQ(refused.exit_code, 65);
  EXPECT_THAT(refused.err,
              HasSubstr("a.txt: wanted an article of at most 1.0 MB "
                        "(--max_article_mb), found 67.1 MB"));
}

TEST_F(InputTest, BytesThatAreNotUtf8AreMendedAndToldOf) {
  const RunResult result =
      Extract(Write("a.txt", "\xef\xbb\xbf\x93No,\x94 said Ana Lopez.\r\n"));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("UTF-8"));
  EXPECT_THAT(result.out, HasSubstr("“No,” said Ana Lopez."));
}

TEST_F(InputTest, OneIdWithTwoTextsIsToldOfAndBothCount) {
  const std::string file =
      Write("a.jsonl", ArticleLine("a", "The troops must leave") +
                           ArticleLine("a", "The troops must stay"));
  const RunResult result = RunOnrecord("track --format=json " + file);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("2 articles with this id differ"));
  EXPECT_THAT(result.out, HasSubstr("\"articles\": 2"));
}

TEST_F(InputTest, OneArticleTwiceCountsOnce) {
  const std::string line = ArticleLine("a", "The troops must leave");
  const RunResult once =
      RunOnrecord("track --format=json " + Write("a.jsonl", line));
  const RunResult twice =
      RunOnrecord("track --format=json " + Write("b.jsonl", line + line));
  EXPECT_EQ(once.out, twice.out);
  EXPECT_THAT(twice.err, Not(HasSubstr("differ")));
}

TEST_F(InputTest, ExtractRefusesRecords) {
  const std::string article = Write("a.txt", kArticle);
  const std::string records = folder_ + "/a.binpb";
  ASSERT_EQ(RunOnrecord("extract -o " + records + " " + article).exit_code, 0);
  const RunResult result = Extract(records);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr(records + ": want articles, found article "
                                              "records"));
}

TEST_F(InputTest, ABadDataFolderIsNamed) {
  const RunResult missing = Extract("--data_dir=/nowhere .");
  EXPECT_EQ(missing.exit_code, 74);
  EXPECT_THAT(missing.err, HasSubstr("/nowhere: want a folder"));
  Write("cue_verbs.tsv", "# Verbs.\nsay\tv\n");
  const RunResult bad = Extract(absl::StrCat("--data_dir=", folder_, " ."));
  EXPECT_EQ(bad.exit_code, 65);
  EXPECT_THAT(bad.err, HasSubstr(folder_ + "/cue_verbs.tsv:2: want 4 columns"));
}

}  // namespace
}  // namespace onrecord::cli
