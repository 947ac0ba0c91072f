// What the program says to wrong words, and how it ends.
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

struct UsageCase {
  std::string name;
  std::string words;
  std::string error;  // Part of the standard error.
};

class UsageErrorTest : public testing::TestWithParam<UsageCase> {};

TEST_P(UsageErrorTest, Ends64AndSaysWhatIsExpected) {
  const RunResult result = RunOnrecord(GetParam().words);
  EXPECT_EQ(result.exit_code, 64) << result.err;
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr(GetParam().error));
}

INSTANTIATE_TEST_SUITE_P(
    Words, UsageErrorTest,
    testing::Values(
        UsageCase{"NoSubcommand", "", "expected: --help --version extract"},
        UsageCase{"UnknownSubcommand", "extrakt x",
                  "onrecord: want a subcommand, found extrakt; is extract "
                  "meant?\nexpected: --help --version extract track"},
        UsageCase{"UnknownSubcommandLikeNone", "bogus",
                  "onrecord: want a subcommand, found bogus\nexpected: "},
        UsageCase{"UnknownSubcommandOfSubcommand", "roster sugest x",
                  "onrecord roster: want a subcommand, found sugest; is "
                  "suggest meant?\nexpected: --help suggest check\n"},
        UsageCase{"UnknownFlag", "extract x --fromat=jsonl",
                  "onrecord extract: want a flag, found --fromat=jsonl; is "
                  "--format meant?\nexpected: --help --target"},
        UsageCase{"UnknownFlagOfTheProgram", "--verison",
                  "onrecord: want a flag, found --verison; is --version "
                  "meant?\n"},
        UsageCase{"OneWordTooMany", "verify a b",
                  "onrecord verify: want no more words, found b\n"},
        UsageCase{"NoValue", "track --speaker= x",
                  "--speaker=: want a value behind the =, found none"},
        UsageCase{"UntilBeforeSince",
                  "track x --until=2024-01-31 --since=2024-02-01",
                  "--until: want a day from --since=2024-02-01 on, found "
                  "2024-01-31\n"},
        UsageCase{"NoInput", "extract", "INPUT is required"},
        UsageCase{"UnknownFormat", "extract x --format=xml",
                  "xml not in {binpb,jsonl,txtpb,text}"},
        UsageCase{"FormatOfAnotherCommand", "track x --format=jsonl",
                  "jsonl not in {binpb,json,txtpb,text}"},
        UsageCase{"BadDate", "extract x --published=2024-02-31",
                  "want a day YYYY-MM-DD, found 2024-02-31"},
        UsageCase{"DateWithoutDay", "extract x --published=2024-02",
                  "want a day YYYY-MM-DD, found 2024-02"},
        UsageCase{"BadRatio", "extract x --max_bad_ratio=2", "--max_bad_ratio"},
        UsageCase{"RatioIsNoNumber", "extract x --max_bad_ratio=nan",
                  "want a number from 0 to 1, found nan"},
        UsageCase{"HalfLifeIsNoNumber", "track x --half_life_days=nan",
                  "want a number from 0.01 to 1e+06, found nan"},
        UsageCase{"NoJobs", "extract x --jobs=0", "--jobs"},
        UsageCase{"UnknownTarget", "extract . --target=taxes",
                  "want one of ceasefire, troop_withdrawal or a file "
                  "FILE.txtpb, found taxes"},
        UsageCase{"TargetTwice",
                  "extract . --target=ceasefire --target=ceasefire",
                  "want each target once, found two named ceasefire"},
        UsageCase{"UnknownTargetToPrint", "targets taxes",
                  "want one of ceasefire, troop_withdrawal, found taxes"}),
    [](const auto& info) { return info.param.name; });

TEST(UsageTest, WhatIsExpectedIsNotToldOfABadValue) {
  EXPECT_EQ(RunOnrecord("track x --jobs=0").err,
            "onrecord track: --jobs: Value 0 not in range 1 to 256\n"
            "see: onrecord track --help\n");
}

TEST(UsageTest, ADayMayBeSinceAndUntil) {
  const std::string file = WriteFile(NewFolder() + "/a.txt", kArticle);
  EXPECT_EQ(RunOnrecord("track --since=2024-02-01 --until=2024-02-01 "
                        "-o /dev/null " +
                        file)
                .exit_code,
            0);
}

TEST(UsageTest, ABadTargetFileIsNamedWithItsLine) {
  const std::string file =
      WriteFile(NewFolder() + "/pears.txtpb", "name: \"pears\"\nquest: 1\n");
  const RunResult result = RunOnrecord("extract . --target=" + file);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr(file + ":2"));
}

TEST(UsageTest, ATargetIsCheckedAndTried) {
  const std::string folder = NewFolder();
  const std::string file = WriteFile(
      folder + "/pears.txtpb",
      "name: \"pears\" question: \"Pears?\" object: \"pear\" object_side: "
      "TARGET_SIDE_FAVOR favor { on_object: \"plant\" } against { on_object: "
      "[\"plant\", \"fell\"] }");
  const std::string news = WriteFile(
      folder + "/news.txt", "“We plant pears,” Ana Lopez said in Brezin.\n");
  const RunResult run = RunOnrecord("targets check " + file + " " + news);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith("pears: Pears?\n"));
  EXPECT_THAT(run.out, HasSubstr(file + ": \"plant\" is on both sides: "
                                        "favor.on_object and "
                                        "against.on_object\n"));
  EXPECT_THAT(run.out, HasSubstr("1 article, 1 quotation: "));
  EXPECT_THAT(run.out, HasSubstr("     1 + target:pear\n         " + news));
  EXPECT_THAT(RunOnrecord("targets check troop_withdrawal").out,
              HasSubstr("troop_withdrawal: nothing looks wrong"));
  EXPECT_EQ(RunOnrecord("targets check /nowhere/x.txtpb").exit_code, 74);
}

TEST(UsageTest, AMissingTargetFileIsAnInputError) {
  const RunResult result = RunOnrecord("extract . --target=/nowhere/x.txtpb");
  EXPECT_EQ(result.exit_code, 74);
  EXPECT_THAT(result.err, HasSubstr("/nowhere/x.txtpb: cannot read"));
}

TEST(UsageTest, HelpAndVersionAreData) {
  const RunResult help = RunOnrecord("--help");
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_THAT(help.out, HasSubstr("extract"));
  EXPECT_THAT(help.out, HasSubstr("Exit codes: 0 ok, 64 usage"));
  const RunResult track = RunOnrecord("track --help");
  EXPECT_EQ(track.exit_code, 0);
  EXPECT_THAT(track.out, HasSubstr("--target"));
  EXPECT_THAT(track.out, HasSubstr("Usage: onrecord track [OPTIONS]"));
  const RunResult check = RunOnrecord("roster check --help");
  EXPECT_THAT(check.out, HasSubstr("Usage: onrecord roster check [OPTIONS]"));
  EXPECT_THAT(check.out, HasSubstr("Example: onrecord roster suggest"));
  const RunResult version = RunOnrecord("--version");
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_THAT(version.out, StartsWith("onrecord 0."));
}

TEST(UsageTest, HelpOnAFullDiskIsNoSuccess) {
  EXPECT_EQ(RunOnrecord("--help >/dev/full").exit_code, 74);
}

TEST(UsageTest, ListsTargetsAndPrintsTheirFiles) {
  const RunResult list = RunOnrecord("targets");
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_THAT(list.out,
              HasSubstr("troop_withdrawal\tShould foreign troops leave"));
  const RunResult file = RunOnrecord("targets ceasefire");
  EXPECT_EQ(file.exit_code, 0);
  EXPECT_THAT(file.out, HasSubstr("name: \"ceasefire\""));
}

TEST(UsageTest, APrintedTargetFileIsATarget) {
  const std::string folder = NewFolder();
  const std::string target = folder + "/copy.txtpb";
  ASSERT_EQ(RunOnrecord("targets ceasefire >" + target).exit_code, 0);
  const std::string article = WriteFile(folder + "/a.txt", kArticle);
  const RunResult result =
      RunOnrecord("extract --format=jsonl --target=" + target + " " + article);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("\"target\":\"ceasefire\""));
}

TEST(UsageTest, PrintsTheSchema) {
  EXPECT_THAT(RunOnrecord("schema --format=proto").out,
              HasSubstr("message ArticleRecord {"));
  EXPECT_THAT(RunOnrecord("schema").out, HasSubstr("onrecord.v1"));
}

TEST(UsageTest, RelativePathsMeanTheFolderThatBazelWasCalledIn) {
  const std::string folder = NewFolder();
  WriteFile(folder + "/a.txt", kArticle);
  const RunResult result =
      RunOnrecord("targets >/dev/null; BUILD_WORKING_DIRECTORY=" + folder +
                  " ./onrecord extract --format=jsonl a.txt");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("\"source\":\"a.txt\""));
}

}  // namespace
}  // namespace onrecord::cli
