#include "pipeline/record_lines.h"

#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

using google::protobuf::io::ArrayInputStream;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

struct Result {
  std::vector<std::string> ids;
  absl::Status status;
};

Result Read(const std::string& bytes) {
  // Small blocks, so that lines lie across their edges.
  ArrayInputStream input(bytes.data(), static_cast<int>(bytes.size()), 5);
  RecordLinesReader reader(&input, "r.jsonl");
  Result result;
  v1::ArticleRecord record;
  while (true) {
    absl::StatusOr<bool> more = reader.Next(&record);
    result.status = more.status();
    if (!more.ok() || !*more) return result;
    result.ids.push_back(record.article().id());
  }
}

TEST(RecordLinesTest, ReadsOneRecordALine) {
  const Result result = Read(
      "{\"article\":{\"id\":\"a\"}}\n\n{\"article\":{\"id\":\"b\"}}\r\n"
      "{\"article\":{\"id\":\"c\"},\"added_later\":1}");
  EXPECT_EQ(result.status, absl::OkStatus());
  EXPECT_THAT(result.ids, ElementsAre("a", "b", "c"));
}

TEST(RecordLinesTest, NothingIsNoRecord) {
  EXPECT_THAT(Read("").ids, IsEmpty());
  EXPECT_THAT(Read("\n \n").ids, IsEmpty());
}

TEST(RecordLinesTest, NamesTheLineThatIsNone) {
  const Result result = Read("{\"article\":{\"id\":\"a\"}}\n\n{\"article\":");
  EXPECT_THAT(result.ids, ElementsAre("a"));
  EXPECT_THAT(std::string(result.status.message()),
              StartsWith("r.jsonl:3: want an article record, found "));
}

}  // namespace
}  // namespace onrecord::pipeline
