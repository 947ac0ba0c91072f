// Files of records: written, damaged, merged, verified, tracked.
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

class RecordsTest : public testing::Test {
 protected:
  const std::string folder_ = NewFolder();
  const std::string articles_ =
      Write("a.jsonl", ArticleLine("a", "We want the troops to leave") +
                           ArticleLine("b", "We need the troops here") +
                           ArticleLine("c", "We want all troops to leave now"));

  std::string Path(const std::string& name) const {
    return absl::StrCat(folder_, "/", name);
  }
  std::string Write(const std::string& name, const std::string& contents) {
    return WriteFile(Path(name), contents);
  }
  // Extracts into a file of this name.
  std::string Extract(const std::string& name, const std::string& inputs) {
    const RunResult result =
        RunOnrecord(absl::StrCat("extract -o ", Path(name), " ", inputs));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return Path(name);
  }
};

TEST_F(RecordsTest, TheEndingOfTheOutputNamesTheFormat) {
  EXPECT_THAT(ReadFileOrEmpty(Extract("r.jsonl", articles_)),
              HasSubstr("{\"article\":{\"id\":\"a\""));
  EXPECT_THAT(ReadFileOrEmpty(Extract("r.txtpb", articles_)),
              HasSubstr("records {\n  article {\n    id: \"a\""));
  EXPECT_THAT(ReadFileOrEmpty(Extract("r.txt", articles_)),
              HasSubstr("Ana Lopez, direct"));
  EXPECT_THAT(ReadFileOrEmpty(Extract("r.binpb", articles_)),
              HasSubstr("onrecord.v1"));
}

TEST_F(RecordsTest, TrackReadsEveryFormOfInputAlike) {
  const std::string track = "track --format=json ";
  const std::string wanted = RunOnrecord(track + articles_).out;
  EXPECT_THAT(wanted, HasSubstr("\"speakerName\": \"Ana Lopez\""));
  const std::string binary = Extract("r.binpb", articles_);
  const std::string lines = Extract("r.jsonl", articles_);
  EXPECT_EQ(RunOnrecord(track + binary).out, wanted);
  EXPECT_EQ(RunOnrecord(track + lines).out, wanted);
  EXPECT_EQ(RunOnrecord(absl::StrCat(track, "- <", binary)).out, wanted);
  EXPECT_EQ(RunOnrecord(absl::StrCat("targets >/dev/null; cat ", binary,
                                     " | ./onrecord ", track, "-"))
                .out,
            wanted);
  EXPECT_EQ(RunOnrecord(absl::StrCat("extract ", articles_, " | ./onrecord ",
                                     track, "-"))
                .out,
            wanted);
}

TEST_F(RecordsTest, TrackReadsAFolderOfRecordFiles) {
  ASSERT_EQ(system(("mkdir " + Path("shards")).c_str()), 0);
  Extract("shards/1.binpb", articles_);
  Extract("shards/2.binpb", Write("b.jsonl", ArticleLine("d", "Never")));
  const RunResult result = RunOnrecord("track --format=json " + Path("shards"));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("onrecord: 4 articles"));
}

TEST_F(RecordsTest, ExplainSpeakersSaysWhoIsWho) {
  const RunResult result = RunOnrecord("explain --speakers " + articles_);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("Ana Lopez (ana-lopez)\n"));
  EXPECT_THAT(result.out, HasSubstr("[same name]\n"));
  EXPECT_EQ(
      RunOnrecord("explain --speakers " + Extract("r.binpb", articles_)).out,
      result.out);
  EXPECT_EQ(RunOnrecord("explain --speakers --lines " + articles_).exit_code,
            64);
}

TEST_F(RecordsTest, RecordsWithoutTextGiveTheSameHistory) {
  const std::string slim = Extract("slim.binpb", "--omit_text " + articles_);
  EXPECT_EQ(RunOnrecord("track --format=json " + slim).out,
            RunOnrecord("track --format=json " + articles_).out);
  EXPECT_LT(ReadFileOrEmpty(slim).size(),
            ReadFileOrEmpty(Extract("full.binpb", articles_)).size());
}

TEST_F(RecordsTest, VerifyAcceptsWhatWasWritten) {
  const std::string records = Extract("r.binpb", articles_);
  const RunResult result = RunOnrecord("verify " + records);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              ContainsRegex(": ok: records: 3 articles, [0-9]+ quotations, 0 "
                            "errors, 1 segments with good checksums"));
  EXPECT_EQ(RunOnrecord("verify " + Extract("r.jsonl", articles_)).exit_code,
            0);
  const std::string history = Path("h.binpb");
  ASSERT_EQ(RunOnrecord("track -o " + history + " " + articles_).exit_code, 0);
  EXPECT_THAT(RunOnrecord("verify " + history).out, HasSubstr(": ok: history"));
}

TEST_F(RecordsTest, ATruncatedFileIsNamedWithThePlace) {
  const std::string bytes = ReadFileOrEmpty(Extract("r.binpb", articles_));
  const std::string cut = Write("cut.binpb", bytes.substr(0, bytes.size() - 3));
  for (const char* command : {"verify ", "track ", "merge -o /dev/null "}) {
    const RunResult result = RunOnrecord(command + cut);
    EXPECT_EQ(result.exit_code, 65) << command;
    EXPECT_THAT(result.err,
                ContainsRegex("cut.binpb: byte [0-9]+ \\(after 3 records\\): "
                              "want .*, found the end of the file"));
  }
}

TEST_F(RecordsTest, ADamagedFileIsNotTracked) {
  std::string bytes = ReadFileOrEmpty(Extract("r.binpb", articles_));
  bytes[bytes.find("Lopez")] = 'X';
  const RunResult result = RunOnrecord("track " + Write("bad.binpb", bytes));
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("want checksum"));
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(RecordsTest, ABadRecordLineIsNamed) {
  const std::string lines = ReadFileOrEmpty(Extract("r.jsonl", articles_));
  const RunResult result =
      RunOnrecord("verify " + Write("bad.jsonl", lines + "{\"article\":"));
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err,
              HasSubstr("bad.jsonl:4: want an article record, found "));
}

TEST_F(RecordsTest, VerifyRefusesWhatIsNeither) {
  const RunResult result = RunOnrecord("verify " + articles_);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err,
              HasSubstr("want a record file, a history or a store"));
  EXPECT_EQ(RunOnrecord("verify /nowhere").exit_code, 74);
}

TEST_F(RecordsTest, ACutHistoryIsNoticed) {
  const std::string history = Path("h.binpb");
  ASSERT_EQ(RunOnrecord("track -o " + history + " " + articles_).exit_code, 0);
  const std::string bytes = ReadFileOrEmpty(history);
  for (const size_t size : {bytes.size() - 1, bytes.size() / 2, size_t{60}}) {
    const RunResult result =
        RunOnrecord("verify " + Write("cut.binpb", bytes.substr(0, size)));
    EXPECT_EQ(result.exit_code, 65) << size;
  }
}

TEST_F(RecordsTest, MergeIsASetUnion) {
  const std::string ab = Extract(
      "ab.binpb",
      Write("ab.jsonl", ArticleLine("a", "No") + ArticleLine("b", "Yes")));
  const std::string bc = Extract(
      "bc.binpb",
      Write("bc.jsonl", ArticleLine("c", "Never") + ArticleLine("b", "Yes")));
  const std::string both = Path("both.binpb"), other = Path("other.binpb");
  ASSERT_EQ(
      RunOnrecord(absl::StrCat("merge -o ", both, " ", ab, " ", bc)).exit_code,
      0);
  ASSERT_EQ(
      RunOnrecord(absl::StrCat("merge -o ", other, " ", bc, " ", ab, " ", both))
          .exit_code,
      0);
  EXPECT_EQ(ReadFileOrEmpty(both), ReadFileOrEmpty(other));
  EXPECT_THAT(RunOnrecord("verify " + both).out, HasSubstr("4 articles"));
}

TEST_F(RecordsTest, MergeRefusesArticles) {
  const RunResult result = RunOnrecord("merge -o /dev/null " + articles_);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("want a record file"));
}

TEST_F(RecordsTest, FilesPutBehindOneAnotherAreOneFile) {
  const std::string records = Extract("r.binpb", articles_);
  const std::string twice =
      Write("twice.binpb", ReadFileOrEmpty(records) + ReadFileOrEmpty(records));
  EXPECT_THAT(RunOnrecord("verify " + twice).out, HasSubstr("6 articles"));
  EXPECT_EQ(RunOnrecord("track --format=json " + twice).out,
            RunOnrecord("track --format=json " + records).out);
}

}  // namespace
}  // namespace onrecord::cli
