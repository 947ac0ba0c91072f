#include "tests/store/sample_records.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "pipeline/annotate.h"
#include "pipeline/build_history.h"
#include "pipeline/config.h"
#include "pipeline/history_proto.h"
#include "store/store.h"
#include "tests/properties/sample_articles.h"

namespace onrecord::store {

using pipeline::ArticleRecord;

const Records& SampleRecords() {
  static const auto* const records = [] {
    const auto config =
        pipeline::Config::Load(pipeline::ConfigOptions()).value();
    auto* all = new Records;
    for (const auto& article : SampleArticles(config->lexicon())) {
      all->push_back(pipeline::Annotate(article, *config));
    }
    return all;
  }();
  return *records;
}

Records ManyRecords(int times) {
  Records all = SampleRecords();
  for (int i = 1; i < times; ++i) {
    for (ArticleRecord record : SampleRecords()) {
      absl::StrAppend(&record.article.id, ".", i);
      all.push_back(std::move(record));
    }
  }
  return all;
}

std::string HistoryBytes(Records records) {
  return pipeline::ToProto(*pipeline::BuildHistory(std::move(records), {}))
      .SerializeAsString();
}

Records ReadRecords(const std::string& path) {
  Records records;
  const auto store = Store::Open(path, Access::kUse);
  EXPECT_TRUE(store.ok()) << store.status();
  if (!store.ok()) return records;
  const absl::Status status = store->Read([&](ArticleRecord record) {
    records.push_back(std::move(record));
    return absl::OkStatus();
  });
  EXPECT_TRUE(status.ok()) << status;
  return records;
}

std::string NewPath() {
  static int number = 0;
  return absl::StrCat(testing::TempDir(), "/store", ++number, ".db");
}

}  // namespace onrecord::store
