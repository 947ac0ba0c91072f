#include "store/store.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/build_history.h"
#include "pipeline/history_proto.h"
#include "store/check_store.h"
#include "store/schema.h"
#include "tests/store/sample_records.h"

namespace onrecord::store {
namespace {

using pipeline::ArticleRecord;
using testing::HasSubstr;

class StoreTest : public testing::Test {
 protected:
  const std::string path_ = NewPath();

  Store Open() const { return Store::Open(path_, Access::kCreate).value(); }
  // The database beneath, for what a store would not do.
  Database Raw() const {
    return Database::Open(path_, Access::kCreate, absl::Milliseconds(20))
        .value();
  }
  AddCounts Add(const Records& records) const {
    return Open().Add(records).value();
  }
};

// What every run over a store promises: in whatever portions and order the
// articles came, the history is that of all at once.
TEST_F(StoreTest, TheHistoryIsThatOfAllArticlesAtOnce) {
  const std::string wanted = HistoryBytes(SampleRecords());
  std::mt19937 random(5);
  for (size_t portion : {size_t{1}, size_t{5}, SampleRecords().size()}) {
    const std::string path = NewPath();
    Records records = SampleRecords();
    std::shuffle(records.begin(), records.end(), random);
    for (size_t i = 0; i < records.size(); i += portion) {
      const size_t end = std::min(i + portion, records.size());
      ASSERT_TRUE(Store::Open(path, Access::kCreate)
                      ->Add({records.begin() + i, records.begin() + end})
                      .ok());
    }
    EXPECT_EQ(HistoryBytes(ReadRecords(path)), wanted) << portion;
    EXPECT_EQ(CheckStore(path)->articles,
              static_cast<int64_t>(SampleRecords().size()));
  }
}

TEST_F(StoreTest, AddingTwiceChangesNothing) {
  const auto all = static_cast<int64_t>(SampleRecords().size());
  EXPECT_EQ(Add(SampleRecords()).added, all);
  Records moved = SampleRecords();
  for (ArticleRecord& record : moved) record.article.source = "elsewhere:7";
  const AddCounts again = Add(moved);
  EXPECT_EQ(again.unchanged, all);
  EXPECT_EQ(again.added + again.replaced, 0);
  EXPECT_EQ(Open().CountArticles().value(), all);
}

TEST_F(StoreTest, AChangedArticleTakesThePlaceOfTheOldOne) {
  Add(SampleRecords());
  Records changed = {SampleRecords()[3]};
  changed[0].article.content_sha256 = std::string(64, 'a');
  changed[0].quotes.clear();
  changed[0].reported_shifts.clear();
  changed[0].reported_shift_speakers.clear();
  changed[0].speakers.resize(1);
  const AddCounts counts = Add(changed);
  EXPECT_EQ(counts.replaced, 1);
  EXPECT_EQ(counts.added, 0);
  Records wanted = SampleRecords();
  wanted[3] = changed[0];
  EXPECT_EQ(HistoryBytes(ReadRecords(path_)), HistoryBytes(wanted));
  EXPECT_EQ(CheckStore(path_).status(), absl::OkStatus());
}

TEST_F(StoreTest, AnotherConfigurationTakesThePlaceAsWell) {
  Add(SampleRecords());
  Records other = {SampleRecords()[0]};
  other[0].config_sha256 = std::string(64, 'b');
  EXPECT_EQ(Add(other).replaced, 1);
}

TEST_F(StoreTest, KeepsNoText) {
  Add(SampleRecords());
  for (const ArticleRecord& record : ReadRecords(path_)) {
    EXPECT_EQ(record.article.text, "");
  }
}

TEST_F(StoreTest, GivesTheRecordsThatNameASpeaker) {
  Add(SampleRecords());
  const auto count = [this](const std::string& name) {
    size_t records = 0;
    EXPECT_TRUE(Open()
                    .ReadNaming(name,
                                [&](ArticleRecord) {
                                  ++records;
                                  return absl::OkStatus();
                                })
                    .ok());
    return records;
  };
  const size_t some = count("Claire Whitcombe");
  EXPECT_GT(some, 0u);
  EXPECT_LT(some, SampleRecords().size());
  EXPECT_EQ(count("claire-whitcombe"), some);
  EXPECT_EQ(count("Whitcombe"), some);
  EXPECT_EQ(count("Nobody Ofthisname"), 0u);
}

// What --quick shows is mostly what is shown without it; of the samples always.
TEST_F(StoreTest, TheRecordsThatNameASpeakerGiveTheSameTimelines) {
  Add(SampleRecords());
  const auto all = *pipeline::BuildHistory(SampleRecords(), {});
  ASSERT_GT(all.speakers.size(), 5u);
  for (const quotes::Speaker& speaker : all.speakers) {
    pipeline::BuildHistoryOptions options;
    options.selection.speaker = speaker.id;
    Records some;
    ASSERT_TRUE(Open()
                    .ReadNaming(speaker.id,
                                [&](ArticleRecord record) {
                                  some.push_back(std::move(record));
                                  return absl::OkStatus();
                                })
                    .ok());
    const auto near = pipeline::ToProto(*BuildHistory(some, options));
    const auto exact =
        pipeline::ToProto(*BuildHistory(SampleRecords(), options));
    ASSERT_GT(exact.timelines_size(), 0) << speaker.id;
    ASSERT_EQ(near.timelines_size(), exact.timelines_size()) << speaker.id;
    for (int i = 0; i < exact.timelines_size(); ++i) {
      EXPECT_EQ(near.timelines(i).SerializeAsString(),
                exact.timelines(i).SerializeAsString())
          << speaker.id;
    }
  }
}

TEST_F(StoreTest, ReadersWorkWhileAWriterWrites) {
  Add({SampleRecords()[0]});
  const Database writer = Raw();
  const auto writing =
      Transaction::Begin(writer, Transaction::Kind::kWrite).value();
  ASSERT_TRUE(writer.Execute("UPDATE article SET outlet='X'").ok());
  const Records seen = ReadRecords(path_);
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].article.outlet, SampleRecords()[0].article.outlet);
  EXPECT_EQ(CheckStore(path_).status(), absl::OkStatus());
}

TEST_F(StoreTest, ASecondWriterIsToldToTryAgain) {
  Add({SampleRecords()[0]});
  const Database writer = Raw();
  absl::Status busy;
  {
    const auto writing =
        Transaction::Begin(writer, Transaction::Kind::kWrite).value();
    StoreOptions options;
    options.busy_timeout = absl::Milliseconds(10);
    busy = Store::Open(path_, Access::kUse, options)
               ->Add(SampleRecords())
               .status();
  }
  EXPECT_EQ(busy.code(), absl::StatusCode::kUnavailable) << busy;
  EXPECT_THAT(std::string(busy.message()), HasSubstr("try again"));
  EXPECT_TRUE(Open().Add(SampleRecords()).ok());
}

TEST_F(StoreTest, AMissingFileIsOnlyMadeWhereOneIsWanted) {
  const absl::Status status = Store::Open(path_, Access::kUse).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnknown);
  EXPECT_THAT(std::string(status.message()), HasSubstr("No such file"));
  EXPECT_FALSE(std::ifstream(path_).good());
}

TEST_F(StoreTest, RefusesANewerVersionAndSaysWhatToDo) {
  Add(SampleRecords());
  ASSERT_TRUE(Raw().Execute("PRAGMA user_version=99").ok());
  const absl::Status status = Store::Open(path_, Access::kCreate).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("found version 99: use the newer onrecord"));
  EXPECT_EQ(CheckStore(path_).status(), status);
}

TEST_F(StoreTest, LeavesAnotherProgramsDatabaseAsItIs) {
  ASSERT_TRUE(Raw().Execute("CREATE TABLE mine(x)").ok());
  const absl::Status status = Store::Open(path_, Access::kCreate).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()), HasSubstr("another program's"));
  EXPECT_EQ(Raw().Number("SELECT count(*) FROM sqlite_schema").value(), 1);
}

// The tables of version 1, as they were.
constexpr char kVersion1[] = R"(
PRAGMA application_id=0x4f6e5263; PRAGMA user_version=1;
CREATE TABLE article(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content_sha256 TEXT NOT NULL,
  config_sha256 TEXT NOT NULL,
  outlet TEXT NOT NULL,
  published TEXT NOT NULL,
  record_sha256 TEXT NOT NULL,
  record BLOB NOT NULL
) STRICT;
CREATE INDEX article_by_published ON article(published, outlet);
CREATE INDEX article_by_outlet ON article(outlet, published);
CREATE TABLE speaker(
  article INTEGER NOT NULL REFERENCES article(number),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY(article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_by_id ON speaker(id);
CREATE INDEX speaker_by_name ON speaker(name);
)";

TEST_F(StoreTest, BringsAnOldVersionUpToDate) {
  const std::string present = NewPath();
  ASSERT_TRUE(Store::Open(present, Access::kCreate)->Add(SampleRecords()).ok());
  const Database old = Raw();
  ASSERT_TRUE(old.Execute(kVersion1).ok());
  ASSERT_TRUE(
      old.Execute(absl::StrCat(
                      "ATTACH '", present, "' AS present;",
                      "INSERT INTO article SELECT * FROM present.article;",
                      "INSERT INTO speaker SELECT article, position, id, name",
                      " FROM present.speaker; DETACH present;"))
          .ok());
  const absl::Status looked = CheckStore(path_).status();
  EXPECT_EQ(looked.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(looked.message()),
              HasSubstr("found version 1: `onrecord track --store="));
  EXPECT_EQ(HistoryBytes(ReadRecords(path_)), HistoryBytes(SampleRecords()));
  EXPECT_EQ(old.Number("PRAGMA user_version").value(), kSchemaVersion);
  EXPECT_EQ(CheckStore(path_).status(), absl::OkStatus());
}

}  // namespace
}  // namespace onrecord::store
