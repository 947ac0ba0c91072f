#include "cli/record_answer.h"

#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <string>

#include "cli/gzip.h"
#include "gtest/gtest.h"
#include "store/store.h"
#include "tests/store/sample_records.h"

namespace onrecord::cli {
namespace {

// So many times the sample's articles that they are many pieces.
constexpr int kTimes = 40;

std::string NewStore() {
  const std::string path = store::NewPath();
  EXPECT_TRUE(store::Store::Open(path, store::Access::kCreate)
                  ->Add(store::ManyRecords(kTimes))
                  .ok());
  return path;
}

RecordAnswer Answer(const std::string& path, const HistoryFilter& asked,
                    bool gzip) {
  return RecordAnswer(store::RecordStream::Open(path, absl::Seconds(1)).value(),
                      RecordFilter(asked, v1::History()), gzip);
}

struct Taken {
  std::string bytes;
  size_t pieces = 0, longest = 0;
};

Taken TakeAll(RecordAnswer answer) {
  Taken taken;
  std::string piece;
  while (answer.Next(&piece).value()) {
    EXPECT_FALSE(piece.empty());
    taken.bytes += piece;
    ++taken.pieces;
    taken.longest = std::max(taken.longest, piece.size());
  }
  return taken;
}

int64_t CountRecords(const std::string& bytes) {
  google::protobuf::io::ArrayInputStream stream(bytes.data(),
                                                static_cast<int>(bytes.size()));
  pipeline::RecordFileReader reader(&stream, "answer");
  v1::ArticleRecord record;
  while (reader.Next(&record).value()) {
  }
  return reader.records();
}

TEST(RecordAnswerTest, GivesARecordFileInSmallPieces) {
  const Taken taken = TakeAll(Answer(NewStore(), {}, /*gzip=*/false));
  EXPECT_EQ(CountRecords(taken.bytes),
            static_cast<int64_t>(kTimes * store::SampleRecords().size()));
  EXPECT_GT(taken.pieces, 10u);
  EXPECT_LT(taken.longest, 200u << 10);
}

TEST(RecordAnswerTest, CompressesWhatItWouldGive) {
  const std::string path = NewStore();
  const Taken plain = TakeAll(Answer(path, {}, /*gzip=*/false));
  EXPECT_EQ(TakeAll(Answer(path, {}, /*gzip=*/true)).bytes, Gzip(plain.bytes));
}

TEST(RecordAnswerTest, NothingWantedIsAnEmptyRecordFile) {
  HistoryFilter asked;
  asked.outlets = {"Nobody's Paper"};
  const Taken taken = TakeAll(Answer(NewStore(), asked, /*gzip=*/false));
  EXPECT_EQ(taken.pieces, 1u);
  EXPECT_EQ(CountRecords(taken.bytes), 0);
}

TEST(RecordFilterTest, AnArticleWithoutADateIsOutsideOfEveryBound) {
  v1::ArticleRecord undated, dated;
  dated.mutable_article()->set_published("2024-02-29");
  HistoryFilter asked;
  EXPECT_TRUE(RecordFilter(asked, {}).Wants(undated));
  asked.since = absl::CivilDay(2024, 2, 29);
  EXPECT_FALSE(RecordFilter(asked, {}).Wants(undated));
  EXPECT_TRUE(RecordFilter(asked, {}).Wants(dated));
  asked.since = absl::CivilDay(2024, 3, 1);
  EXPECT_FALSE(RecordFilter(asked, {}).Wants(dated));
}

v1::ArticleRecord Quoting(const std::string& id, const std::string& name) {
  v1::ArticleRecord record;
  v1::Attribution& who = *record.add_quotes()->mutable_attribution();
  who.set_speaker_id(id);
  who.set_speaker_name(name);
  return record;
}

TEST(RecordFilterTest, ASpeakerIsKnownByIdNamesAndWhatTheHistoryCites) {
  v1::History history;
  v1::Speaker& speaker = *history.add_speakers();
  speaker.set_id("ana-lopez");
  speaker.set_name("Ana Lopez");
  speaker.add_former_ids("lopez");
  speaker.add_aliases("Anna López");
  v1::Timeline& line = *history.add_timelines();
  line.set_speaker_id("ana-lopez");
  line.add_observations()->add_sources()->set_article_id("a7");
  HistoryFilter asked;
  asked.speakers = {"lopez"};
  const RecordFilter filter(asked, history);

  v1::ArticleRecord cited, other;
  cited.mutable_article()->set_id("a7");
  other.mutable_article()->set_id("a8");
  EXPECT_TRUE(filter.Wants(Quoting("ana-lupiz", "Ana Lopez")));
  EXPECT_TRUE(filter.Wants(Quoting("ana-lupiz", "Anna López")));
  EXPECT_TRUE(filter.Wants(Quoting("lopez", "")));
  EXPECT_TRUE(filter.Wants(cited));
  EXPECT_FALSE(filter.Wants(Quoting("bo-lind", "Bo Lind")));
  EXPECT_FALSE(filter.Wants(Quoting("", "")));
  EXPECT_FALSE(filter.Wants(other));
}

}  // namespace
}  // namespace onrecord::cli
