// Laws that hold for every set of articles: the history is a function of the
// set, whatever its order, its duplicates and the files it comes in; and it
// keeps the promises of the schema.
#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/annotate.h"
#include "pipeline/build_history.h"
#include "pipeline/check_record.h"
#include "pipeline/config.h"
#include "pipeline/history_proto.h"
#include "pipeline/record_proto.h"
#include "tests/properties/sample_articles.h"

namespace onrecord::pipeline {
namespace {

using Records = std::vector<ArticleRecord>;

class HistoryLawsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::unique_ptr<const Config> config =
        Config::Load(ConfigOptions()).value();
    records_ = new Records;
    for (const auto& article : SampleArticles(config->lexicon())) {
      records_->push_back(Annotate(article, *config));
    }
  }
  static v1::History History(Records records) {
    return ToProto(*BuildHistory(std::move(records), BuildHistoryOptions()));
  }
  static std::string Bytes(Records records) {
    return History(std::move(records)).SerializeAsString();
  }
  static const Records& All() { return *records_; }

 private:
  static Records* records_;
};
Records* HistoryLawsTest::records_ = nullptr;

TEST_F(HistoryLawsTest, TheSamplesHaveAHistory) {
  const v1::History history = History(All());
  EXPECT_GT(history.timelines_size(), 10);
  EXPECT_GT(history.counts().observations(), 30);
  EXPECT_GT(history.counts().shifts(), 0);
}

TEST_F(HistoryLawsTest, TheOrderOfTheArticlesMakesNoDifference) {
  const std::string wanted = Bytes(All());
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    Records records = All();
    std::shuffle(records.begin(), records.end(), random);
    EXPECT_EQ(Bytes(std::move(records)), wanted) << round;
  }
}

TEST_F(HistoryLawsTest, DuplicatesMakeNoDifference) {
  Records twice = All();
  for (const ArticleRecord& record : All()) twice.push_back(record);
  EXPECT_EQ(Bytes(std::move(twice)), Bytes(All()));
}

// What `track` reads from a record file is what it would have made itself.
TEST_F(HistoryLawsTest, TheWayThroughFilesMakesNoDifference) {
  Records stored;
  for (const ArticleRecord& record : All()) {
    v1::ArticleRecord proto = ToProto(record);
    proto.mutable_article()->clear_text();
    stored.push_back(FromProto(proto));
  }
  EXPECT_EQ(Bytes(std::move(stored)), Bytes(All()));
}

TEST_F(HistoryLawsTest, KeepsThePromisesOfTheSchema) {
  EXPECT_EQ(CheckHistory(History(All())), absl::OkStatus());
  // Of any half of the articles as well.
  std::mt19937 random(11);
  for (int round = 0; round < 10; ++round) {
    Records records = All();
    std::shuffle(records.begin(), records.end(), random);
    records.resize(records.size() / 2);
    EXPECT_EQ(CheckHistory(History(std::move(records))), absl::OkStatus());
  }
}

TEST_F(HistoryLawsTest, EveryObservationIsAQuotationOfAnArticle) {
  const v1::History history = History(All());
  std::vector<std::string> ids;
  for (const ArticleRecord& record : All()) {
    for (const RecordedQuote& quote : record.quotes) ids.push_back(quote.id);
  }
  for (const v1::Timeline& timeline : history.timelines()) {
    for (const v1::Observation& observation : timeline.observations()) {
      for (const v1::Source& source : observation.sources()) {
        EXPECT_THAT(ids, testing::Contains(source.quote_id()));
      }
    }
  }
}

TEST_F(HistoryLawsTest, NoArticlesHaveAnEmptyHistory) {
  const v1::History history = History({});
  EXPECT_EQ(history.timelines_size(), 0);
  EXPECT_EQ(CheckHistory(history), absl::OkStatus());
}

}  // namespace
}  // namespace onrecord::pipeline
