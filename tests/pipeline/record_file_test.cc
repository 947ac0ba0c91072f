#include "pipeline/record_file.h"

#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

using google::protobuf::io::ArrayInputStream;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Record(const std::string& id) {
  v1::ArticleRecord record;
  record.mutable_article()->set_id(id);
  return record.SerializeAsString();
}

std::string File(const std::vector<std::string>& ids,
                 RecordFileOptions options = {}) {
  RecordFileEncoder encoder(options);
  std::string bytes;
  for (const std::string& id : ids) {
    const std::string record = Record(id);
    bytes += encoder.Head(record);
    bytes += record;
  }
  return bytes + encoder.Finish();
}

RecordFileOptions TwoRecordsASegment() {
  RecordFileOptions options;
  options.segment_records = 2;
  return options;
}

struct Result {
  std::vector<std::string> ids;
  absl::Status status;
  int64_t segments = 0;
};

// Reads with buffers of `block` bytes, so that fields lie across their edges.
Result Read(const std::string& bytes, int block = 7) {
  ArrayInputStream input(bytes.data(), static_cast<int>(bytes.size()), block);
  RecordFileReader reader(&input, "f.binpb");
  Result result;
  v1::ArticleRecord record;
  while (true) {
    absl::StatusOr<bool> more = reader.Next(&record);
    result.status = more.status();
    if (!more.ok() || !*more) break;
    result.ids.push_back(record.article().id());
  }
  result.segments = reader.segments();
  return result;
}

TEST(RecordFileTest, GivesBackTheRecordsInOrder) {
  const Result result = Read(File({"a", "b", "c"}));
  EXPECT_TRUE(result.status.ok()) << result.status;
  EXPECT_THAT(result.ids, ElementsAre("a", "b", "c"));
  EXPECT_EQ(result.segments, 1);
}

TEST(RecordFileTest, AFileWithoutRecordsIsComplete) {
  const Result result = Read(File({}));
  EXPECT_TRUE(result.status.ok()) << result.status;
  EXPECT_THAT(result.ids, IsEmpty());
}

TEST(RecordFileTest, EndsSegmentsByRecordsAndBytes) {
  EXPECT_EQ(Read(File({"a", "b", "c"}, TwoRecordsASegment())).segments, 2);
  RecordFileOptions bytes;
  bytes.segment_bytes = 1;
  EXPECT_EQ(Read(File({"a", "b", "c"}, bytes)).segments, 3);
}

TEST(RecordFileTest, IsOneValidMessage) {
  v1::RecordFile file;
  ASSERT_TRUE(file.ParseFromString(File({"a", "b"})));
  EXPECT_EQ(file.format(), "onrecord.v1");
  ASSERT_EQ(file.records_size(), 2);
  EXPECT_EQ(file.records(1).article().id(), "b");
  EXPECT_EQ(file.segments(0).records(), 2);
}

TEST(RecordFileTest, FilesCanBePutBehindOneAnother) {
  const Result result = Read(File({"a", "b"}) + File({}) + File({"c"}));
  EXPECT_TRUE(result.status.ok()) << result.status;
  EXPECT_THAT(result.ids, ElementsAre("a", "b", "c"));
}

TEST(RecordFileTest, StartsWithItsMagic) {
  EXPECT_EQ(File({"a"}).substr(0, kRecordFileMagic.size()), kRecordFileMagic);
}

// Whatever the place, a file that was cut never reads as complete.
TEST(RecordFileTest, NoticesEveryTruncation) {
  const std::string bytes = File({"a", "b", "c"}, TwoRecordsASegment());
  for (size_t size = 0; size < bytes.size(); ++size) {
    const Result result = Read(bytes.substr(0, size));
    EXPECT_EQ(result.status.code(), absl::StatusCode::kDataLoss) << size;
    EXPECT_THAT(result.status.message(), HasSubstr("the end of the file"));
  }
}

// Whatever the bit, a damaged file never gives other records and reads as good.
TEST(RecordFileTest, NoticesEveryFlippedBit) {
  const std::string bytes = File({"a", "b", "c"}, TwoRecordsASegment());
  int good = 0;
  for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string damaged = bytes;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
    const Result result = Read(damaged);
    if (!result.status.ok()) continue;
    ++good;
    EXPECT_THAT(result.ids, ElementsAre("a", "b", "c")) << bit;
  }
  // Other ways to write `true` in SegmentEnd.continues.
  EXPECT_LE(good, 7);
}

TEST(RecordFileTest, SaysWhereTheDamageIs) {
  std::string bytes = File({"a", "b"});
  const size_t a = bytes.find(
      "\x0a\x01"
      "a");
  ASSERT_NE(a, std::string::npos);
  bytes[a + 2] = 'x';
  const Result result = Read(bytes);
  EXPECT_THAT(result.ids, ElementsAre("x", "b"));
  EXPECT_THAT(std::string(result.status.message()),
              testing::MatchesRegex("f.binpb: byte [0-9]+ \\(after 2 "
                                    "records\\): want checksum [0-9a-f]{8}, "
                                    "found [0-9a-f]{8}"));
}

TEST(RecordFileTest, AMissingRecordIsNoticed) {
  const std::string bytes = File({"a", "b"});
  const std::string field = std::string("\x0a\x05") + Record("a");
  const size_t at = bytes.find(field);
  ASSERT_NE(at, std::string::npos);
  const Result result =
      Read(bytes.substr(0, at) + bytes.substr(at + field.size()));
  EXPECT_THAT(std::string(result.status.message()),
              HasSubstr("want 2 records in this segment, found 1"));
}

TEST(RecordFileTest, RefusesAnotherFormat) {
  std::string bytes = File({"a"});
  bytes[kRecordFileMagic.size() - 1] = '9';
  EXPECT_THAT(std::string(Read(bytes).status.message()),
              HasSubstr("want format onrecord.v1, found onrecord.v9"));
}

}  // namespace
}  // namespace onrecord::pipeline
