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

}  // namespace
}  // namespace onrecord::pipeline
