// Stores that something happened to: never a crash, never a wrong record.
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/record_proto.h"
#include "store/check_store.h"
#include "store/rescue.h"
#include "store/store.h"
#include "tests/store/sample_records.h"

namespace onrecord::store {
namespace {

using testing::HasSubstr;

constexpr int kTimes = 5;
constexpr size_t kPage = 4096;

std::string ReadBytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class DamageTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string path = NewPath();
    ASSERT_TRUE(
        Store::Open(path, Access::kCreate)->Add(ManyRecords(kTimes)).ok());
    good_ = new std::string(ReadBytes(path));
    for (const auto& record : ReadRecords(path)) {
      (*records_)[record.article.id] =
          pipeline::ToProto(record).SerializeAsString();
    }
  }

  static const std::string& Good() { return *good_; }
  static size_t All() { return records_->size(); }

  const std::string path_ = NewPath();
  void Write(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary) << bytes;
  }

  struct Saved {
    absl::StatusOr<RescueCounts> counts;
    size_t records = 0;
  };
  // False if the store gives out a part of its records for all.
  bool ReadsAllOrFails() const {
    const auto store = Store::Open(path_, Access::kRead);
    if (!store.ok()) return true;
    size_t records = 0;
    const absl::Status status = store->Read([&](pipeline::ArticleRecord) {
      ++records;
      return absl::OkStatus();
    });
    return !status.ok() || records == All();
  }

  // Every record that comes out is one that went in.
  Saved Rescue() const {
    Saved saved;
    saved.counts = RescueRecords(path_, [&](absl::string_view bytes) {
      v1::ArticleRecord record;
      EXPECT_TRUE(record.ParseFromString(std::string(bytes)));
      EXPECT_EQ(std::string(bytes), (*records_)[record.article().id()]);
      ++saved.records;
      return absl::OkStatus();
    });
    return saved;
  }

 private:
  static std::string* good_;
  static std::map<std::string, std::string>* records_;
};
std::string* DamageTest::good_ = nullptr;
std::map<std::string, std::string>* DamageTest::records_ =
    new std::map<std::string, std::string>;

TEST_F(DamageTest, AWholeStoreIsRescuedWhole) {
  Write(Good());
  EXPECT_EQ(CheckStore(path_)->articles, static_cast<int64_t>(All()));
  const Saved saved = Rescue();
  EXPECT_EQ(saved.records, All());
  EXPECT_EQ(saved.counts->lost, 0);
  EXPECT_TRUE(saved.counts->all_known);
}

TEST_F(DamageTest, WithoutItsFirstPageTheRecordsAreStillThere) {
  std::string bytes = Good();
  bytes.replace(0, kPage, kPage, '\xee');
  Write(bytes);
  EXPECT_EQ(CheckStore(path_).status().code(), absl::StatusCode::kDataLoss);
  const Saved saved = Rescue();
  EXPECT_EQ(saved.records, All());
  EXPECT_FALSE(saved.counts->all_known);
}

TEST_F(DamageTest, OfACutStoreTheRestIsSaved) {
  Write(Good().substr(0, Good().size() / 2));
  EXPECT_EQ(CheckStore(path_).status().code(), absl::StatusCode::kDataLoss);
  const Saved saved = Rescue();
  EXPECT_GT(saved.records, 0u);
  EXPECT_LT(saved.records, All());
}

TEST_F(DamageTest, OneBitInARecordIsFound) {
  std::string bytes = Good();
  const size_t at = bytes.find("Aldermark", bytes.size() / 2);
  ASSERT_NE(at, std::string::npos);
  bytes[at] ^= 1;
  Write(bytes);
  EXPECT_EQ(CheckStore(path_).status().code(), absl::StatusCode::kDataLoss);
}

TEST_F(DamageTest, APageThatLostARowIsFound) {
  int pages = 0;
  for (size_t at = kPage; at < Good().size(); at += kPage) {
    if (Good()[at] != '\x0d') continue;  // A leaf of the table of articles.
    if (Good()[at + 4] < 2) continue;    // Its number of rows.
    std::string bytes = Good();
    --bytes[at + 4];
    Write(bytes);
    EXPECT_TRUE(ReadsAllOrFails()) << at;
    EXPECT_FALSE(CheckStore(path_).ok()) << at;
    ++pages;
  }
  EXPECT_GT(pages, 2);
}

// Whatever bytes are overwritten: a record that is given out is a good one, and
// no more than the pages that were hit is lost.
TEST_F(DamageTest, OverwrittenBytesLoseLittle) {
  std::mt19937 random(17);
  const auto below = [&random](size_t n) { return random() % n; };
  for (int round = 0; round < 150; ++round) {
    std::string bytes = Good();
    const size_t size = 1 + below(2 * kPage);
    const size_t at = below(bytes.size() - size);
    for (size_t i = at; i < at + size; ++i) {
      bytes[i] = static_cast<char>(random());
    }
    Write(bytes);
    const absl::Status checked = CheckStore(path_).status();
    EXPECT_THAT(checked.code(), testing::AnyOf(absl::StatusCode::kOk,
                                               absl::StatusCode::kDataLoss,
                                               absl::StatusCode::kUnavailable,
                                               absl::StatusCode::kUnknown))
        << checked;
    EXPECT_TRUE(ReadsAllOrFails()) << "round " << round << " at " << at;
    const Saved saved = Rescue();
    ASSERT_TRUE(saved.counts.ok()) << saved.counts.status();
    EXPECT_GE(saved.records + 10, All()) << "round " << round << " at " << at;
    EXPECT_TRUE(!checked.ok() || saved.records == All()) << round;
    if (saved.counts->all_known) {
      EXPECT_EQ(saved.records + saved.counts->lost, All()) << round;
    }
  }
}

TEST_F(DamageTest, WhatIsNoStoreHasNothingToSave) {
  for (const std::string& bytes :
       {std::string("Not a database."), std::string(3 * kPage, '\x0d'),
        std::string("SQLite format 3\0", 16), std::string()}) {
    Write(bytes);
    const Saved saved = Rescue();
    EXPECT_TRUE(saved.counts.ok());
    EXPECT_EQ(saved.records, 0u);
    EXPECT_FALSE(CheckStore(path_).ok());
  }
}

}  // namespace
}  // namespace onrecord::store
