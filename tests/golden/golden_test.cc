// Articles and the records they are expected to give: NAME.txt beside
// NAME.expected.txtpb. After a wanted change
//   ./bazelw run //tests/golden:golden_test -- --update_golden
// writes the expected files anew; review the difference before you commit it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/reader.h"
#include "pipeline/annotate.h"
#include "pipeline/check_record.h"
#include "pipeline/config.h"
#include "pipeline/message_text.h"
#include "pipeline/record_proto.h"

namespace onrecord::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/golden";
bool update_golden = false;

std::string Contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Names without ending of all articles.
std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".txt")
      names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Leaves out what is in the article beside it and what changes with every
// word list and weight, so that a difference means something.
void KeepWhatMatters(v1::ArticleRecord* record) {
  record->clear_config_sha256();
  record->mutable_article()->clear_text();
  record->mutable_article()->clear_content_sha256();
  record->mutable_article()->clear_source();
  // Everybody who is mentioned, speaking or not; quotations name theirs.
  record->clear_speakers();
  for (v1::ReportedShift& shift : *record->mutable_reported_shifts()) {
    shift.clear_speaker();
  }
  for (v1::Quote& quote : *record->mutable_quotes()) {
    quote.clear_speaker();
    quote.clear_context();
    quote.mutable_attribution()->clear_confidence();
    for (v1::Stance& stance : *quote.mutable_stances()) {
      stance.clear_score();
      stance.clear_confidence();
      for (v1::Evidence& evidence : *stance.mutable_evidence()) {
        evidence.clear_weight();
      }
    }
  }
}

class GoldenTest : public testing::TestWithParam<std::string> {
 protected:
  static void SetUpTestSuite() {
    ConfigOptions options;
    options.targets = {"troop_withdrawal"};
    config_ = Config::Load(options).value().release();
  }
  static v1::ArticleRecord Record(const std::string& path) {
    auto reader = ingest::Reader::Open({path}, config_->lexicon()).value();
    ingest::ReadItem item;
    EXPECT_TRUE(reader->Next(&item).value());
    v1::ArticleRecord record = ToProto(Annotate(item.article, *config_));
    EXPECT_EQ(CheckRecord(record), absl::OkStatus());
    KeepWhatMatters(&record);
    return record;
  }
  static const Config* config_;
};
const Config* GoldenTest::config_ = nullptr;

TEST_P(GoldenTest, GivesTheExpectedRecord) {
  const std::string stem = absl::StrCat(kFolder, "/", GetParam());
  const std::string got = ToTextproto(Record(stem + ".txt"));
  const std::string expected = stem + ".expected.txtpb";
  if (update_golden) {
    const char* source = std::getenv("BUILD_WORKSPACE_DIRECTORY");
    ASSERT_NE(source, nullptr) << "want `./bazelw run` for --update_golden";
    std::ofstream(fs::path(source) / expected, std::ios::binary) << got;
    return;
  }
  EXPECT_EQ(got, Contents(expected))
      << "If this is wanted: ./bazelw run //tests/golden:golden_test -- "
         "--update_golden";
}

INSTANTIATE_TEST_SUITE_P(Articles, GoldenTest, testing::ValuesIn(Names()),
                         [](const auto& info) { return info.param; });

}  // namespace

void SetUpdateGolden() { update_golden = true; }

}  // namespace onrecord::pipeline

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--update_golden") {
      onrecord::pipeline::SetUpdateGolden();
    }
  }
  return RUN_ALL_TESTS();
}
