// Laws that hold for every article: spans lie inside the text on code-point
// edges, the parts of quotations never overlap, and nothing but the article and
// the configuration decides what a record says.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/annotate.h"
#include "pipeline/check_record.h"
#include "pipeline/config.h"
#include "pipeline/record_proto.h"
#include "tests/properties/sample_articles.h"
#include "text/normalize.h"

namespace onrecord::pipeline {
namespace {

class RecordLawsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    config_ = Config::Load(ConfigOptions()).value().release();
  }
  static v1::ArticleRecord Record(const ingest::Article& article) {
    return ToProto(Annotate(article, *config_));
  }
  static const Config* config_;
};
const Config* RecordLawsTest::config_ = nullptr;

TEST_F(RecordLawsTest, SamplesHaveSomethingToHoldLawsFor) {
  int quotes = 0, positions = 0;
  for (const ingest::Article& article : SampleArticles(config_->lexicon())) {
    const v1::ArticleRecord record = Record(article);
    quotes += record.quotes_size();
    for (const v1::Quote& quote : record.quotes()) {
      for (const v1::Stance& stance : quote.stances()) {
        positions += stance.label() != v1::STANCE_LABEL_NONE;
      }
    }
  }
  EXPECT_GT(quotes, 100);
  EXPECT_GT(positions, 20);
}

TEST_F(RecordLawsTest, RecordsKeepThePromisesOfTheSchema) {
  for (const ingest::Article& article : SampleArticles(config_->lexicon())) {
    EXPECT_EQ(CheckRecord(Record(article)), absl::OkStatus()) << article.id;
  }
}

// Texts cut anywhere, so that marks stay open and words are halved.
TEST_F(RecordLawsTest, CutTextsKeepThemToo) {
  for (const ingest::Article& whole : SampleArticles(config_->lexicon())) {
    for (size_t size = 1; size < whole.text.size(); size += 97) {
      ingest::Article article = whole;
      article.text = text::Normalize(whole.text.substr(0, size)).text;
      EXPECT_EQ(CheckRecord(Record(article)), absl::OkStatus())
          << article.id << " cut at " << size;
    }
  }
}

// Texts with marks put into them, taken out, and turned into others.
TEST_F(RecordLawsTest, TextsWithDamagedMarksKeepThemToo) {
  const std::vector<std::string> marks = {"“",    "”", "\"",  "‘", "’", "\n",
                                          "\n\n", "«", "...", "—", "é"};
  int number = 0;
  for (const ingest::Article& whole : SampleArticles(config_->lexicon())) {
    for (const std::string& mark : marks) {
      ingest::Article article = whole;
      size_t at = (++number * 131) % whole.text.size();
      while (at > 0 && (article.text[at] & 0xC0) == 0x80) --at;
      article.text.insert(at, mark);
      EXPECT_EQ(CheckRecord(Record(article)), absl::OkStatus())
          << article.id << " with " << mark << " at " << at;
    }
  }
}

// Contents of quotations that are not one inside the other.
TEST_F(RecordLawsTest, ContentsOfTwoQuotationsNeverCross) {
  for (const ingest::Article& article : SampleArticles(config_->lexicon())) {
    const ArticleRecord record = Annotate(article, *config_);
    std::vector<text::Span> spans;
    for (const RecordedQuote& quote : record.quotes) {
      for (text::Span span : quote.quote.content) spans.push_back(span);
    }
    for (text::Span a : spans) {
      for (text::Span b : spans) {
        EXPECT_TRUE(!a.Overlaps(b) || a.Contains(b) || b.Contains(a))
            << article.id << ": " << a.begin << "-" << a.end << " and "
            << b.begin << "-" << b.end;
      }
    }
  }
}

TEST_F(RecordLawsTest, TheSameArticleGivesTheSameBytes) {
  const std::unique_ptr<const Config> again =
      Config::Load(ConfigOptions()).value();
  EXPECT_EQ(again->sha256(), config_->sha256());
  for (const ingest::Article& article : SampleArticles(config_->lexicon())) {
    EXPECT_EQ(Record(article).SerializeAsString(),
              ToProto(Annotate(article, *again)).SerializeAsString());
  }
}

TEST_F(RecordLawsTest, QuotationsAreNumberedInTextOrder) {
  for (const ingest::Article& article : SampleArticles(config_->lexicon())) {
    const v1::ArticleRecord record = Record(article);
    int last = 0;
    for (int i = 0; i < record.quotes_size(); ++i) {
      const v1::Quote& quote = record.quotes(i);
      EXPECT_EQ(quote.id(), absl::StrCat(article.id, "#", i + 1));
      EXPECT_GE(quote.content(0).begin(), last);
      last = quote.content(0).begin();
    }
  }
}

}  // namespace
}  // namespace onrecord::pipeline
