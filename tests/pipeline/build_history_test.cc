#include "pipeline/build_history.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "pipeline/history_proto.h"

namespace onrecord::pipeline {
namespace {

using stance::StanceLabel;

// An article in which one speaker says one thing.
ArticleRecord Record(const std::string& id, const std::string& published,
                     const std::string& speaker, const std::string& text,
                     StanceLabel label) {
  ArticleRecord record;
  record.article.id = id;
  record.article.published = published;
  record.article.outlet = "Outlet " + id;
  record.article.content_sha256 = stance::StableId(speaker + text);
  quotes::ArticleSpeaker person;
  person.name = speaker;
  person.aliases = {speaker};
  record.speakers.push_back(person);
  RecordedQuote quote;
  quote.id = id + "#1";
  quote.text = text;
  quote.speaker = 0;
  quote.said = *text::ParsePartialDate(published);
  stance::Stance stance;
  stance.target = "troop_withdrawal";
  stance.label = label;
  stance.score = label == StanceLabel::kFavor ? 0.9 : -0.9;
  stance.confidence = 0.9;
  quote.stances.push_back(stance);
  record.quotes.push_back(quote);
  return record;
}

std::vector<ArticleRecord> SomeRecords() {
  return {
      Record("a1", "2023-01-05", "Mohammed Tariq al-Sabbari",
             "We still need the foreign soldiers", StanceLabel::kAgainst),
      Record("a2", "2023-02-05", "Mohamed Tareq as-Sabbari",
             "They stay until the passes are quiet", StanceLabel::kAgainst),
      Record("a3", "2023-11-05", "Mohammed Al Sabbari",
             "We are organizing the departure of the mission",
             StanceLabel::kFavor),
      Record("a4", "2023-11-05", "Al-Sabbari",
             "We are organising the departure of the mission",
             StanceLabel::kFavor),
      Record("a5", "2023-12-05", "Mohammed al-Sabbari",
             "The last of them goes home in May", StanceLabel::kFavor),
      Record("a6", "2023-12-05", "", "Nobody will miss them",
             StanceLabel::kFavor),
      Record("a7", "2023-12-05", "Ana Lopez", "No comment", StanceLabel::kNone),
  };
}

std::string Describe(const History& history) {
  std::string out;
  for (const auto& s : history.speakers) {
    absl::StrAppend(&out, s.id, "=", s.name, "\n");
  }
  for (const auto& line : history.timelines) {
    absl::StrAppend(&out, line.speaker_id, ":\n");
    for (const auto& o : line.observations) {
      absl::StrAppend(&out, "  ", o.said.ToString(), " ", o.id, " ", o.text);
      for (const auto& s : o.sources) absl::StrAppend(&out, " ", s.quote_id);
      absl::StrAppend(&out, "\n");
    }
    for (const auto& s : line.shifts) {
      absl::StrAppend(&out, "  shift ", s.by.ToString(), "\n");
    }
  }
  for (const auto& a : history.articles) absl::StrAppend(&out, a.id, "\n");
  for (const auto& w : history.warnings) absl::StrAppend(&out, w, "\n");
  return out;
}

TEST(BuildHistoryTest, FollowsOnePersonAcrossSpellings) {
  const History history = *BuildHistory(SomeRecords(), {});
  ASSERT_EQ(history.timelines.size(), 1u) << Describe(history);
  const stance::Timeline& line = history.timelines[0];
  EXPECT_EQ(line.observations.size(), 4u);
  ASSERT_EQ(line.shifts.size(), 1u);
  EXPECT_EQ(line.shifts[0].tier, stance::ShiftTier::kConfirmed);
  ASSERT_EQ(history.speakers.size(), 1u);
  EXPECT_EQ(history.speakers[0].id, line.speaker_id);
  EXPECT_EQ(history.counts.articles, 7);
  EXPECT_EQ(history.counts.quotes, 7);
  EXPECT_EQ(history.counts.attributed_quotes, 6);
  EXPECT_EQ(history.counts.observations, 4);
  EXPECT_EQ(history.counts.shifts, 1);
  ASSERT_EQ(history.targets.size(), 1u);
  EXPECT_EQ(history.targets[0].name, "troop_withdrawal");
}

TEST(BuildHistoryTest, CountsNoWordsThatNobodySaid) {
  std::vector<ArticleRecord> records = SomeRecords();
  records[0].quotes[0].quote.kind = quotes::QuoteKind::kScare;
  const History history = *BuildHistory(records, {});
  EXPECT_EQ(history.counts.quotes, 6);
  EXPECT_EQ(history.counts.attributed_quotes, 5);
}

TEST(BuildHistoryTest, DependsOnTheSetOnly) {
  std::vector<ArticleRecord> records = SomeRecords();
  const std::string expected = Describe(*BuildHistory(records, {}));
  std::mt19937 random(11);
  for (int round = 0; round < 5; ++round) {
    // Duplicates are part of no set.
    records.push_back(SomeRecords()[random() % 7]);
    std::shuffle(records.begin(), records.end(), random);
    EXPECT_EQ(Describe(*BuildHistory(records, {})), expected);
  }
}

TEST(BuildHistoryTest, KeepsTwoTextsOfOneId) {
  std::vector<ArticleRecord> records = SomeRecords();
  records.push_back(Record("a1", "2023-01-05", "Ana Lopez",
                           "They must leave now", StanceLabel::kFavor));
  const History history = *BuildHistory(records, {});
  EXPECT_EQ(history.counts.articles, 8);
  ASSERT_EQ(history.warnings.size(), 1u);
  EXPECT_EQ(history.warnings[0],
            "a1: 2 articles with this id differ; all are kept");
  ASSERT_EQ(history.timelines.size(), 2u);
  const std::string& id =
      history.timelines[0].observations[0].sources[0].article_id;
  EXPECT_EQ(id.substr(0, 3), "a1~");
}

TEST(BuildHistoryTest, TellsWhomTheSpeakerSpokeForThen) {
  ArticleRecord early =
      Record("a1", "2023-01-05", "Ana Lopez", "Leave", StanceLabel::kFavor);
  early.speakers[0].roles = {"leader of Sovereign"};
  ArticleRecord late = Record("a2", "2024-01-05", "Ana Lopez", "They may stay",
                              StanceLabel::kAgainst);
  late.speakers[0].roles = {"prime minister of Qadara"};
  const History history = *BuildHistory({early, late}, {});
  ASSERT_EQ(history.timelines.size(), 1u);
  const auto& said = history.timelines[0].observations;
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said[0].affiliation.organization, "Sovereign");
  EXPECT_EQ(said[1].affiliation.country, "Qadara");
}

TEST(BuildHistoryTest, SurvivesIndicesThatPointNowhere) {
  ArticleRecord record =
      Record("a1", "2023-01-05", "Ana Lopez", "Leave", StanceLabel::kFavor);
  record.quotes[0].speaker = 7;
  record.reported_shifts.resize(2);
  record.reported_shift_speakers = {-1};
  EXPECT_TRUE(BuildHistory({record}, {})->timelines.empty());
  EXPECT_EQ(BuildHistory({}, {})->counts.articles, 0);
}

TEST(EncodeHistoryTest, GivesTheBytesOfTheMessage) {
  const auto history = BuildHistory(SomeRecords(), {});
  ASSERT_TRUE(history.ok());
  ASSERT_FALSE(history->timelines.empty());
  std::string bytes;
  const auto take = [&bytes](absl::string_view piece) {
    bytes.append(piece.data(), piece.size());
    return absl::OkStatus();
  };
  ASSERT_TRUE(EncodeHistory(*history, take).ok());
  EXPECT_EQ(bytes, ToProto(*history).SerializeAsString());
}

TEST(EncodeHistoryTest, EndsWithTheFirstError) {
  const auto history = BuildHistory(SomeRecords(), {});
  ASSERT_TRUE(history.ok());
  int pieces = 0;
  const auto take = [&pieces](absl::string_view) {
    return ++pieces == 2 ? absl::UnknownError("full") : absl::OkStatus();
  };
  EXPECT_EQ(EncodeHistory(*history, take).message(), "full");
  EXPECT_EQ(pieces, 2);
}

}  // namespace
}  // namespace onrecord::pipeline
