#include "cli/speakers_text.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

pipeline::SpeakerSighting Seen(const std::string& article,
                               const std::string& published,
                               const std::string& name,
                               quotes::IdentityReason reason, int quotations) {
  pipeline::SpeakerSighting sighting;
  sighting.article_id = article;
  sighting.published = published;
  sighting.name = name;
  sighting.reason = reason;
  sighting.quotations = quotations;
  return sighting;
}

TEST(SpeakersTextTest, TellsNamesRolesAndReasons) {
  pipeline::SeenSpeaker ana;
  ana.speaker.id = "ana-lopez";
  ana.speaker.name = "Ana Lopez";
  ana.speaker.aliases = {"Ana Lopez", "Lopez"};
  ana.speaker.roles = {{"mayor", "2024-01-02", "2024-03-01"},
                       {"baker", "2024-05-01", "2024-05-01"}};
  ana.sightings = {
      Seen("a1", "2024-01-02", "Ana Lopez", quotes::IdentityReason::kSameName,
           2),
      Seen("a2", "", "Lopez", quotes::IdentityReason::kSurname, 0)};
  ana.sightings[0].outlet = "Wire";
  ana.sightings[1].ambiguous = true;
  EXPECT_EQ(SpeakersText({ana}, Terminal()),
            "Ana Lopez (ana-lopez)\n"
            "  also Lopez\n"
            "  as mayor, 2024-01-02 to 2024-03-01\n"
            "  as baker, 2024-05-01\n"
            "  2024-01-02  “Ana Lopez”, a1, Wire, 2 quotations [same name]\n"
            "  undated     “Lopez”, a2 [surname of one person] (ambiguous)\n");
}

TEST(SpeakersTextTest, NobodyIsNothing) {
  EXPECT_EQ(SpeakersText({}, Terminal()), "");
}

}  // namespace
}  // namespace onrecord::cli
