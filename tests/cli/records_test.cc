// Files of records: written, damaged, merged, verified, tracked.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

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

struct EndingCase {
  const char* words;  // Of the command, up to -o.
  const char* file;
  int exit_code;
};

TEST_F(RecordsTest, AnEndingThatTheCommandDoesNotWriteIsAUsageError) {
  for (const EndingCase& c :
       std::vector<EndingCase>{{"extract", "r.json", 64},
                               {"extract --format=jsonl", "r.json", 0},
                               {"extract", "r.bin", 0},
                               {"track", "h.csv", 64},
                               {"track", "h.jsonl", 64},
                               {"track", "h.json", 0},
                               {"explain", "e.jsonl", 64},
                               {"explain", "e.binpb", 64},
                               {"explain", "e.txt", 0}}) {
    const RunResult result = RunOnrecord(
        absl::StrCat(c.words, " ", articles_, " -o ", Path(c.file)));
    EXPECT_EQ(result.exit_code, c.exit_code) << c.words << " " << c.file;
    EXPECT_EQ(ReadFileOrEmpty(Path(c.file)).empty(), c.exit_code != 0);
  }
  EXPECT_THAT(RunOnrecord("extract . -o r.json").err,
              HasSubstr("--output: want a file that ends in .binpb, .jsonl, "
                        ".txtpb, .txt (or --format), found r.json\n"));
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
                            "errors, 1 segment with good checksums"));
  EXPECT_EQ(RunOnrecord("verify " + Extract("r.jsonl", articles_)).exit_code,
            0);
  const std::string history = Path("h.binpb");
  ASSERT_EQ(RunOnrecord("track -o " + history + " " + articles_).exit_code, 0);
  EXPECT_THAT(RunOnrecord("verify " + history).out, HasSubstr(": ok: history"));
}

TEST_F(RecordsTest, ExtractVerifyAndTargetsCountTheSameQuotations) {
  const std::string title = Write(
      "title.jsonl",
      "{\"id\":\"t\",\"published\":\"2024-02-01\",\"text\":\"“We want the "
      "troops to leave in May,” Ana Lopez said in Brezin on Monday. Her book, "
      "“Harbour Lights”, came out in March.\"}\n");
  const std::string records = Path("r.binpb");
  const RunResult extract =
      RunOnrecord(absl::StrCat("extract -o ", records, " ", title));
  EXPECT_THAT(extract.err, HasSubstr("1 article, 1 quotation, 1 with"));
  const RunResult text = RunOnrecord("extract --format=text " + title);
  EXPECT_THAT(text.out, HasSubstr("\n  2 not speech\n    Harbour Lights\n"));
  EXPECT_THAT(RunOnrecord("verify " + records).out,
              HasSubstr("records: 1 article, 1 quotation, 0 errors, 1 segment "
                        "with"));
  EXPECT_THAT(RunOnrecord("targets check ceasefire " + title).out,
              HasSubstr("1 article, 1 quotation: "));
  const std::string store = Path("s.db");
  RunOnrecord(absl::StrCat("track -o /dev/null --store=", store, " ", title));
  EXPECT_THAT(RunOnrecord("verify " + store).out,
              HasSubstr(": 1 article, 1 quotation, "));
}

TEST_F(RecordsTest, TrackCountsAnArticleOnce) {
  const RunResult result = RunOnrecord(absl::StrCat(
      "track -o /dev/null ", articles_, " ", Extract("r.binpb", articles_)));
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("onrecord: 3 articles, 3 quotations, 3 "
                                    "with a named speaker, 3 repeats left "
                                    "out\n"));
  EXPECT_THAT(RunOnrecord("track -o /dev/null " + articles_).err,
              Not(HasSubstr("repeat")));
}

TEST_F(RecordsTest, ExplainSaysThatThereIsNoText) {
  const RunResult result = RunOnrecord(
      "explain " + Extract("slim.binpb", "--omit_text " + articles_));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("This record has no text"));
  EXPECT_THAT(RunOnrecord("explain " + articles_).out,
              Not(HasSubstr("no text")));
}

TEST_F(RecordsTest, ExplainSaysOnlyThatALineWasNotRead) {
  const RunResult result =
      RunOnrecord("explain " + Write("bad.jsonl", "{\"id\":\"x\"}\n"));
  EXPECT_THAT(result.out, ContainsRegex("^not read: [^\n]*\n\n$"));
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

TEST_F(RecordsTest, VerifyMakesTotalsAgain) {
  const std::string history = Path("h.binpb");
  ASSERT_EQ(RunOnrecord("track -o " + history + " " + articles_).exit_code, 0);
  const std::string bytes = ReadFileOrEmpty(history);
  // Another target "x", first without totals, then with an empty move.
  const std::string bare("\x12\x03\x0a\x01x", 5);
  const std::string moved("\x12\x07\x0a\x01x\x1a\x02\x12\x00", 9);
  EXPECT_EQ(
      RunOnrecord("verify " + Write("bare.binpb", bytes + bare)).exit_code, 0);
  const RunResult result =
      RunOnrecord("verify " + Write("moved.binpb", bytes + moved));
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("moved.binpb: x: moves: want no more"));
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
  EXPECT_THAT(RunOnrecord("verify " + both).out, HasSubstr("3 articles"));
}

TEST_F(RecordsTest, MergeDoesNotLookAtOrderOrGrouping) {
  std::vector<std::string> shards;
  for (const char* ids : {"ab", "bc", "da"}) {
    std::string lines;
    for (const char* id = ids; *id != 0; ++id) {
      lines += ArticleLine(std::string(1, *id), "We want the troops to leave");
    }
    shards.push_back(Extract(absl::StrCat(ids, ".binpb"),
                             Write(absl::StrCat(ids, ".in.jsonl"), lines)));
  }
  const auto merge = [&](const std::string& name, const std::string& inputs) {
    const std::string path = Path(name);
    EXPECT_EQ(
        RunOnrecord(absl::StrCat("merge -o ", path, " ", inputs)).exit_code, 0);
    return path;
  };
  const std::string wanted =
      ReadFileOrEmpty(merge("all.binpb", absl::StrJoin(shards, " ")));
  std::vector<int> order = {0, 1, 2};
  do {
    const std::string& last = shards[order[2]];
    const std::string pair = merge(
        "pair.binpb", absl::StrCat(shards[order[0]], " ", shards[order[1]]));
    const std::string lines =
        merge("pair.jsonl", absl::StrCat(shards[order[1]], " ", pair));
    for (const std::string& inputs :
         {absl::StrCat(pair, " ", last), absl::StrCat(last, " ", lines),
          absl::StrCat(pair, " ", last, " ", last, " ", lines)}) {
      EXPECT_EQ(ReadFileOrEmpty(merge("again.binpb", inputs)), wanted);
    }
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_THAT(RunOnrecord("verify " + Path("all.binpb")).out,
              HasSubstr("4 articles"));
}

TEST_F(RecordsTest, MergeSalvagesWhatACutFileHas) {
  const std::string bytes = ReadFileOrEmpty(Extract("r.binpb", articles_));
  const std::string cut = Write("cut.binpb", bytes.substr(0, bytes.size() / 2));
  const std::string out = Path("out.binpb");
  EXPECT_EQ(RunOnrecord(absl::StrCat("merge -o ", out, " ", cut)).exit_code,
            65);
  EXPECT_THAT(ReadFileOrEmpty(out), IsEmpty());
  const RunResult result =
      RunOnrecord(absl::StrCat("merge --skip_damaged -o ", out, " ", cut));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, ContainsRegex("cut.binpb: byte [0-9]+ .after 1 "));
  EXPECT_THAT(result.err,
              HasSubstr("kept 1 intact records, left out 0 and all behind"));
  EXPECT_THAT(RunOnrecord("verify " + out).out, HasSubstr("1 article,"));
}

TEST_F(RecordsTest, MergeGoesOnBehindADamagedSegment) {
  std::string bad = ReadFileOrEmpty(Extract("r.binpb", articles_));
  bad[bad.find("Lopez")] = 'X';
  const std::string good = ReadFileOrEmpty(
      Extract("s.binpb", Write("s.jsonl", ArticleLine("d", "Never"))));
  const std::string out = Path("out.binpb");
  const std::string mixed = Write("mixed.binpb", good + bad + good);
  EXPECT_EQ(RunOnrecord(absl::StrCat("merge -o ", out, " ", mixed)).exit_code,
            65);
  const RunResult result =
      RunOnrecord(absl::StrCat("merge --skip_damaged -o ", out, " ", mixed));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("want checksum"));
  EXPECT_THAT(result.err, HasSubstr("kept 2 intact records, left out 3\n"));
  EXPECT_EQ(ReadFileOrEmpty(out), good);
}

TEST_F(RecordsTest, MergeLeavesOutABadLine) {
  const std::string lines = ReadFileOrEmpty(Extract("r.jsonl", articles_));
  const std::string bad = Write("bad.jsonl", lines + "{\"article\":\n" + lines);
  const std::string out = Path("out.jsonl");
  const RunResult result =
      RunOnrecord(absl::StrCat("merge --skip_damaged -o ", out, " ", bad));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("bad.jsonl:4: want an article record"));
  EXPECT_THAT(result.err, HasSubstr("kept 6 intact records, left out 1\n"));
  EXPECT_EQ(ReadFileOrEmpty(out), lines);
}

TEST_F(RecordsTest, MergeRefusesArticles) {
  const RunResult result = RunOnrecord("merge -o /dev/null " + articles_);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("want a record file"));
  EXPECT_THAT(result.err, HasSubstr("found other data"));
}

TEST_F(RecordsTest, MergeSaysThatItFoundAHistory) {
  const std::string history = Path("h.binpb");
  ASSERT_EQ(RunOnrecord("track -o " + history + " " + articles_).exit_code, 0);
  const RunResult result = RunOnrecord("merge -o /dev/null " + history);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("found a history\n"));
}

TEST_F(RecordsTest, FilesPutBehindOneAnotherAreOneFile) {
  const std::string records = Extract("r.binpb", articles_);
  const std::string twice =
      Write("twice.binpb", ReadFileOrEmpty(records) + ReadFileOrEmpty(records));
  EXPECT_THAT(RunOnrecord("verify " + twice).out, HasSubstr("6 articles"));
  EXPECT_EQ(RunOnrecord("track --format=json " + twice).out,
            RunOnrecord("track --format=json " + records).out);
}

TEST_F(RecordsTest, HalfLifeAndTotalsAreAsked) {
  const std::string days =
      Write("days.jsonl", ArticleLine("a", "We want the troops to leave"));
  EXPECT_THAT(RunOnrecord("track --format=json " + days).out,
              HasSubstr("\"halfLifeDays\": 180"));
  EXPECT_THAT(
      RunOnrecord("track --format=json --half_life_days=30 " + days).out,
      HasSubstr("\"halfLifeDays\": 30"));
  EXPECT_EQ(RunOnrecord("track --half_life_days=0 " + days).exit_code, 64);
  const std::string text = RunOnrecord("track --format=text " + days).out;
  const std::string more =
      RunOnrecord("track --format=text --totals " + days).out;
  EXPECT_THAT(text, Not(HasSubstr("Totals:")));
  EXPECT_THAT(more, StartsWith(text));
  EXPECT_THAT(more, ContainsRegex("by country +FAVOR AGAINST +MIXED\n"
                                  "  Teverra +1\n    2024-02 +1\n"));
}

}  // namespace
}  // namespace onrecord::cli
