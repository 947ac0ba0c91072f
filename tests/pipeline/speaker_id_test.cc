#include "pipeline/speaker_id.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

std::string Id(const std::string& name,
               quotes::MentionKind kind = quotes::MentionKind::kName) {
  quotes::ArticleSpeaker speaker;
  speaker.name = name;
  speaker.kind = kind;
  return SpeakerId(speaker);
}

TEST(SpeakerIdTest, SpellingsOfOnePersonAreOne) {
  EXPECT_EQ(Id("Mohammed Tariq al-Sabbari"), Id("Mohamed Tareq as-Sabbari"));
  EXPECT_EQ(Id("Mohammed Tariq al-Sabbari"), Id("Muhammad Al Sabbari"));
}

TEST(SpeakerIdTest, OtherPeopleAreOthers) {
  EXPECT_NE(Id("Nabil Haddar"), Id("Salma Haddar"));
  EXPECT_NE(Id("Nabil Haddar"), Id("Haddar"));
}

TEST(SpeakerIdTest, BodiesKeepAllTheirWords) {
  EXPECT_EQ(Id("Ministry of Defence", quotes::MentionKind::kOrganization),
            "ministry-of-defence");
}

TEST(SpeakerIdTest, TheUnnamedHaveNone) {
  EXPECT_EQ(Id(""), "");
  EXPECT_EQ(Id("", quotes::MentionKind::kAnonymous), "");
}

// Ids are remembered: what was asked before must not show.
TEST(SpeakerIdTest, TheSameWordsCanBeAPersonAndABody) {
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(Id("Mohamed Bakery"), "muhamad-bakiri");
    EXPECT_EQ(Id("Mohamed Bakery", quotes::MentionKind::kOrganization),
              "mohamed-bakery");
  }
}

TEST(SpeakerIdTest, ManyNamesKeepTheirOwnIds) {
  const auto name = [](int i) { return "Union " + std::to_string(i); };
  const auto id = [](int i) { return "union-" + std::to_string(i); };
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 20000; ++i) {
      ASSERT_EQ(Id(name(i), quotes::MentionKind::kOrganization), id(i));
    }
  }
}

TEST(SpeakerIdTest, NamesOfAnyLength) {
  for (size_t letters : {1, 29, 30, 31, 64, 300}) {
    const std::string word(letters, 'b');
    for (int round = 0; round < 2; ++round) {
      EXPECT_EQ(Id(word, quotes::MentionKind::kGroup), word);
    }
  }
  // A short name whose id is longer than it.
  const std::string name = "ÆÆÆÆÆÆÆÆÆÆÆÆÆÆÆ";
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(Id(name, quotes::MentionKind::kGroup).substr(0, 4), "aeae");
    EXPECT_EQ(Id(name, quotes::MentionKind::kGroup).size(), 30u);
  }
}

}  // namespace
}  // namespace onrecord::pipeline
