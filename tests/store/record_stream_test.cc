#include "store/record_stream.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "store/store.h"
#include "tests/store/sample_records.h"

namespace onrecord::store {
namespace {

using testing::HasSubstr;

class RecordStreamTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(Store::Open(path_, Access::kCreate)->Add(SampleRecords()).ok());
  }
  std::unique_ptr<RecordStream> Open() const {
    auto stream = RecordStream::Open(path_, absl::Milliseconds(20));
    EXPECT_TRUE(stream.ok()) << stream.status();
    return *std::move(stream);
  }
  static std::vector<std::string> Ids(RecordStream* stream) {
    std::vector<std::string> ids;
    StoredRecord record;
    while (stream->Next(&record).value()) {
      EXPECT_EQ(record.record.SerializeAsString(), record.bytes);
      ids.push_back(record.record.article().id());
    }
    return ids;
  }

  const std::string path_ = NewPath();
};

TEST_F(RecordStreamTest, GivesTheRecordsInTheirOrder) {
  std::vector<std::string> wanted;
  for (const auto& record : ReadRecords(path_)) {
    wanted.push_back(record.article.id);
  }
  EXPECT_EQ(Ids(Open().get()), wanted);
}

TEST_F(RecordStreamTest, WritersChangeNothingOfIt) {
  const auto stream = Open();
  ASSERT_TRUE(Store::Open(path_, Access::kUse)->Add(ManyRecords(3)).ok());
  EXPECT_EQ(Ids(stream.get()).size(), SampleRecords().size());
  EXPECT_EQ(Ids(Open().get()).size(), 3 * SampleRecords().size());
}

TEST_F(RecordStreamTest, TheDigestIsThatOfTheRecords) {
  const std::string before = Open()->sha256();
  EXPECT_EQ(before.size(), 64u);
  ASSERT_TRUE(Store::Open(path_, Access::kUse)->Add(SampleRecords()).ok());
  EXPECT_EQ(Open()->sha256(), before);
  Records changed = {SampleRecords()[3]};
  changed[0].article.title = "Another title";
  ASSERT_TRUE(Store::Open(path_, Access::kUse)->Add(changed).ok());
  EXPECT_NE(Open()->sha256(), before);
}

TEST_F(RecordStreamTest, NoRecordIsTakenThatIsNotWhatWasWritten) {
  ASSERT_TRUE(Database::Open(path_, Access::kUse, absl::Milliseconds(20))
                  ->Execute("UPDATE article SET outlet='Nobody' WHERE number=2")
                  .ok());
  const auto stream = Open();
  StoredRecord record;
  EXPECT_TRUE(stream->Next(&record).value());
  const auto second = stream->Next(&record);
  EXPECT_EQ(second.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(second.status().message()),
              HasSubstr("outlet: want "));
}

TEST_F(RecordStreamTest, AMissingStoreIsNotMade) {
  EXPECT_FALSE(RecordStream::Open(NewPath(), absl::Milliseconds(20)).ok());
}

}  // namespace
}  // namespace onrecord::store
