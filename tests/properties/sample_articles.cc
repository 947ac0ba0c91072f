#include "tests/properties/sample_articles.h"

#include <utility>

#include "gtest/gtest.h"
#include "ingest/reader.h"

namespace onrecord {

std::vector<ingest::Article> SampleArticles(const text::Lexicon& lexicon) {
  std::vector<ingest::Article> articles;
  auto reader = ingest::Reader::Open({"data/sample"}, lexicon);
  EXPECT_TRUE(reader.ok()) << reader.status();
  if (!reader.ok()) return articles;
  ingest::ReadItem item;
  while (true) {
    const absl::StatusOr<bool> more = (*reader)->Next(&item);
    EXPECT_TRUE(more.ok()) << more.status();
    if (!more.ok() || !*more) return articles;
    EXPECT_EQ(item.message, "");
    articles.push_back(std::move(item.article));
  }
}

}  // namespace onrecord
