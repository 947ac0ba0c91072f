#include "pipeline/selection.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

ArticleRecord Article(const std::string& id, const std::string& published,
                      const std::string& outlet) {
  ArticleRecord record;
  record.article.id = id;
  record.article.published = published;
  record.article.outlet = outlet;
  record.article.content_sha256 = "content of " + id;
  return record;
}

struct ArticleCase {
  const char* name;
  Selection selection;
  const char* kept;
};

class SelectArticlesTest : public testing::TestWithParam<ArticleCase> {};

TEST_P(SelectArticlesTest, KeepsWhatIsAskedFor) {
  Corpus corpus = MakeCorpus({Article("a", "2024-01-01", "Wire"),
                              Article("b", "2024-01-02", "Courier"),
                              Article("c", "2024-01-03", "Wire"),
                              Article("d", "", "Wire")});
  CorpusSpeakers speakers;
  speakers.begins = {0, 10, 20, 30};
  SelectArticles(GetParam().selection, &corpus, &speakers);
  EXPECT_EQ(absl::StrJoin(corpus.keys, ""), GetParam().kept);
  ASSERT_EQ(corpus.records.size(), corpus.keys.size());
  ASSERT_EQ(speakers.begins.size(), corpus.keys.size());
  for (size_t i = 0; i < corpus.keys.size(); ++i) {
    EXPECT_EQ(corpus.records[i].article.id, corpus.keys[i]);
    EXPECT_EQ(speakers.begins[i], 10u * (corpus.keys[i][0] - 'a'));
    EXPECT_EQ(corpus.record_of[corpus.keys[i]], i);
  }
  EXPECT_EQ(corpus.record_of.size(), corpus.keys.size());
}

INSTANTIATE_TEST_SUITE_P(
    All, SelectArticlesTest,
    testing::ValuesIn(std::vector<ArticleCase>{
        {"Everything", {}, "abcd"},
        {"Since", {"2024-01-02", "", "", ""}, "bc"},
        {"Until", {"", "2024-01-02", "", ""}, "ab"},
        {"OneDay", {"2024-01-02", "2024-01-02", "", ""}, "b"},
        {"NoDay", {"2024-01-03", "2024-01-02", "", ""}, ""},
        {"OutletInAnyCase", {"", "", "WIRE", ""}, "acd"},
        {"PartOfAnOutlet", {"", "", "Wir", ""}, ""},
        {"OutletAndDay", {"2024-01-02", "", "Wire", ""}, "c"},
        {"ASpeakerHidesNoArticle", {"", "", "", "Ana Lopez"}, "abcd"},
    }),
    [](const auto& info) { return std::string(info.param.name); });

quotes::Speaker Speaker(const std::string& id, const std::string& name,
                        std::vector<std::string> aliases,
                        std::vector<std::string> former_ids) {
  quotes::Speaker speaker;
  speaker.id = id;
  speaker.name = name;
  speaker.aliases = std::move(aliases);
  speaker.former_ids = std::move(former_ids);
  return speaker;
}

struct SpeakerCase {
  const char* name;
  const char* speaker;
  const char* shown;  // Ids.
};

class ShownSpeakersTest : public testing::TestWithParam<SpeakerCase> {};

TEST_P(ShownSpeakersTest, AreThoseWhoAnswerToIt) {
  const std::vector<quotes::Speaker> speakers = {
      Speaker("ana-lopez", "Ana Lopez", {"Ana Lopez", "Lopez"}, {"lopez"}),
      Speaker("lopez-2", "Peter Lopez", {"Lopez", "Peter Lopez"}, {}),
      Speaker("lopez", "Old Lopez", {"Old Lopez"}, {}),
      Speaker("brandt", "Brandt", {"Brandt"}, {"peter-brandt"}),
  };
  Selection selection;
  selection.speaker = GetParam().speaker;
  const ShownSpeakers shown(selection, speakers);
  std::vector<std::string> ids;
  for (const quotes::Speaker& speaker : speakers) {
    if (shown.Has(speaker.id)) ids.push_back(speaker.id);
  }
  EXPECT_EQ(absl::StrJoin(ids, " "), GetParam().shown);
  EXPECT_EQ(shown.empty(), ids.empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, ShownSpeakersTest,
    testing::ValuesIn(std::vector<SpeakerCase>{
        {"Everybody", "", "ana-lopez lopez-2 lopez brandt"},
        {"AnIdBeforeAFormerOneAndAName", "lopez", "lopez"},
        {"AFormerId", "peter-brandt", "brandt"},
        {"AName", "ana lopez", "ana-lopez"},
        {"ASharedName", "LOPEZ", "ana-lopez lopez-2"},
        {"PartOfAName", "Ana", ""},
    }),
    [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace onrecord::pipeline
