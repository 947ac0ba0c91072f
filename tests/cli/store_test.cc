// track --store, verify and rescue; what `track` shows of a history.
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "store/database.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string Line(const std::string& id, const std::string& published,
                 const std::string& outlet, const std::string& words,
                 const std::string& speaker) {
  return absl::StrCat(R"({"id":")", id, R"(","published":")", published,
                      R"(","outlet":")", outlet, R"(","text":"“)", words,
                      R"(,” said )", speaker, R"(."})", "\n");
}

class StoreCliTest : public testing::Test {
 protected:
  const std::string folder_ = NewFolder();
  const std::string store_ = folder_ + "/s.db";
  const std::string old_ = WriteFile(
      folder_ + "/old.jsonl",
      Line("a", "2024-01-10", "Wire", "We want the foreign troops to leave",
           "Ana Lopez, the president of Teverra") +
          Line("b", "2024-02-10", "Courier", "The foreign troops must stay",
               "Ana Lopez"));
  const std::string new_ = WriteFile(
      folder_ + "/new.jsonl",
      Line("c", "2024-03-10", "Wire", "The foreign troops must stay here",
           "Peter Brandt, the prime minister of Teverra"));

  RunResult Track(const std::string& words) const {
    return RunOnrecord(
        absl::StrCat("track --format=json --store=", store_, " ", words));
  }
};

TEST_F(StoreCliTest, KeepsRecordsBetweenRuns) {
  const RunResult first = Track(old_);
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("s.db: stored 2 articles\n"));
  const std::string wanted =
      RunOnrecord(absl::StrCat("track --format=json ", new_, " ", old_)).out;
  EXPECT_EQ(Track(new_).out, wanted);
  EXPECT_EQ(Track("").out, wanted);
  EXPECT_EQ(Track(old_).out, wanted);
  const RunResult good = RunOnrecord("verify " + store_);
  EXPECT_EQ(good.exit_code, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("ok: store of version 2: 3 articles"));
}

TEST_F(StoreCliTest, WantsAnInputOrAStoreThatExists) {
  EXPECT_EQ(RunOnrecord("track").exit_code, 64);
  const RunResult missing = Track("");
  EXPECT_EQ(missing.exit_code, 74);
  EXPECT_THAT(missing.err, HasSubstr("s.db: cannot read or write: No such"));
  EXPECT_EQ(Track(folder_ + "/nothing.jsonl").exit_code, 74);
  EXPECT_EQ(ReadFileOrEmpty(store_), "");
}

TEST_F(StoreCliTest, AStoreIsNoInput) {
  Track(old_);
  const RunResult result = RunOnrecord("track " + store_);
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("found a store (`onrecord track --store`"));
}

TEST_F(StoreCliTest, ShowsWhatIsSelected) {
  Track(old_ + " " + new_);
  const struct {
    const char* flags;
    bool lopez_first, lopez_second, brandt;
  } cases[] = {
      {"", true, true, true},
      {"--since=2024-02-10", false, true, true},
      {"--since=2024-02-11", false, false, true},
      {"--until=2024-02-10", true, true, false},
      {"--until=2024-02-09", true, false, false},
      {"--outlet=wire", true, false, true},
      {"--outlet=wir", false, false, false},
      {"--speaker='Ana Lopez'", true, true, false},
      {"--speaker=ana-lopez", true, true, false},
      {"--speaker=ana-lopez --outlet=Courier", false, true, false},
      {"--speaker='peter brandt' --quick", false, false, true},
  };
  for (const auto& c : cases) {
    const RunResult result = Track(c.flags);
    EXPECT_EQ(result.exit_code, 0) << c.flags << result.err;
    const auto shows = [&](const char* quote) {
      return absl::StrContains(result.out,
                               absl::StrCat("\"quoteId\": \"", quote));
    };
    EXPECT_EQ(shows("a#1"), c.lopez_first) << c.flags;
    EXPECT_EQ(shows("b#1"), c.lopez_second) << c.flags;
    EXPECT_EQ(shows("c#1"), c.brandt) << c.flags;
  }
  EXPECT_EQ(
      RunOnrecord("track --since=2024-02-11 --format=json " + old_ + " " + new_)
          .out,
      Track("--since=2024-02-11").out);
}

TEST_F(StoreCliTest, SaysThatNobodyHasTheName) {
  Track(old_);
  const RunResult result = Track("--speaker='Nobody Here'");
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("found nobody who has it: Nobody Here"));
  EXPECT_THAT(result.out, Not(HasSubstr("timelines")));
  EXPECT_EQ(Track("--since=2024").exit_code, 64);
  EXPECT_EQ(Track("--quick").exit_code, 64);
  EXPECT_EQ(Track("--quick --speaker=x --corrections=c.txtpb").exit_code, 64);
}

TEST_F(StoreCliTest, AnotherWriterMeansTryAgain) {
  Track(old_);
  const auto writer = store::Database::Open(store_, store::Access::kUse,
                                            absl::Milliseconds(10));
  const auto writing =
      store::Transaction::Begin(*writer, store::Transaction::Kind::kWrite);
  ASSERT_TRUE(writing.ok());
  EXPECT_EQ(Track(new_).exit_code, 75);
  EXPECT_EQ(Track("").exit_code, 0) << "a reader does not wait";
}

TEST_F(StoreCliTest, ADamagedStoreIsRescued) {
  const std::string wanted = Track(old_ + " " + new_).out;
  const std::string records = folder_ + "/r.binpb";
  const std::string rescue = absl::StrCat("rescue ", store_, " -o ", records);
  const RunResult whole = RunOnrecord(rescue);
  EXPECT_EQ(whole.exit_code, 0) << whole.err;
  EXPECT_THAT(whole.err, HasSubstr("s.db: saved 3 articles, lost 0 articles"));
  std::string bytes = ReadFileOrEmpty(store_);
  bytes.replace(0, 4096, 4096, 'x');
  WriteFile(store_, bytes);
  const RunResult damaged = Track("");
  EXPECT_EQ(damaged.exit_code, 65);
  EXPECT_THAT(damaged.err, HasSubstr("found no SQLite database"));
  EXPECT_THAT(damaged.err, HasSubstr(absl::StrCat("`onrecord rescue ", store_,
                                                  " -o RECORDS.binpb`")));
  EXPECT_EQ(RunOnrecord("verify " + store_).exit_code, 65);
  const RunResult rescued = RunOnrecord(rescue);
  EXPECT_EQ(rescued.exit_code, 65) << "nobody knows what else there was";
  EXPECT_THAT(rescued.err, HasSubstr("saved 3 articles, lost at least 0"));
  EXPECT_EQ(RunOnrecord("verify " + records).exit_code, 0);
  EXPECT_EQ(RunOnrecord("track --format=json " + records).out, wanted);
}

TEST_F(StoreCliTest, RescueWritesNothingWhereNothingIs) {
  const std::string other = WriteFile(folder_ + "/x.db", "Not a store.");
  const RunResult result =
      RunOnrecord(absl::StrCat("rescue ", other, " -o ", folder_, "/r.binpb"));
  EXPECT_EQ(result.exit_code, 65);
  EXPECT_THAT(result.err, HasSubstr("want a store, found no article in it"));
  EXPECT_EQ(ReadFileOrEmpty(folder_ + "/r.binpb"), "");
  EXPECT_EQ(
      RunOnrecord(absl::StrCat("rescue ", other, " -o ", other)).exit_code, 64);
  EXPECT_EQ(ReadFileOrEmpty(other), "Not a store.");
}

}  // namespace
}  // namespace onrecord::cli
