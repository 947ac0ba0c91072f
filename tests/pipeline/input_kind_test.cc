#include "pipeline/input_kind.h"

#include <string>

#include "gtest/gtest.h"
#include "pipeline/record_file.h"
#include "proto/history.pb.h"

namespace onrecord::pipeline {
namespace {

TEST(InputKindTest, KnowsARecordFile) {
  const std::string bytes = RecordFileEncoder().Finish();
  EXPECT_EQ(InputKindOf(bytes), InputKind::kRecordFile);
}

TEST(InputKindTest, KnowsAHistory) {
  v1::History history;
  history.mutable_header()->set_format(std::string(kHistoryFormat));
  history.mutable_header()->set_generator("0.1.0");
  EXPECT_EQ(InputKindOf(history.SerializeAsString()), InputKind::kHistory);
}

TEST(InputKindTest, KnowsRecordLinesFromArticleLines) {
  EXPECT_EQ(InputKindOf(R"({"article":{"id":"a"}})"), InputKind::kRecordLines);
  EXPECT_EQ(InputKindOf(R"( { "article" : { })"), InputKind::kRecordLines);
  EXPECT_EQ(InputKindOf(R"({"article":"Text."})"), InputKind::kArticles);
  EXPECT_EQ(InputKindOf(R"({"text":"Text."})"), InputKind::kArticles);
}

TEST(InputKindTest, KnowsAStore) {
  EXPECT_EQ(InputKindOf(std::string("SQLite format 3\0\x10", 17)),
            InputKind::kStore);
  EXPECT_EQ(InputKindOf("SQLite format 3 is a file format."),
            InputKind::kArticles);
}

TEST(InputKindTest, TakesEverythingElseForArticles) {
  EXPECT_EQ(InputKindOf(""), InputKind::kArticles);
  EXPECT_EQ(InputKindOf("\n\nText on onrecord.history"), InputKind::kArticles);
}

}  // namespace
}  // namespace onrecord::pipeline
