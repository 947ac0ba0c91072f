#include "pipeline/roster_file.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

using testing::HasSubstr;

struct BadRoster {
  std::string name, text, error;
};

class BadRosterTest : public testing::TestWithParam<BadRoster> {};

TEST_P(BadRosterTest, IsToldWithItsLine) {
  const auto roster = ReadRoster("r.txtpb", GetParam().text);
  ASSERT_FALSE(roster.ok());
  EXPECT_EQ(roster.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(roster.status().message()),
              HasSubstr(GetParam().error));
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadRosterTest,
    testing::Values(
        BadRoster{"NotARoster", "entry { id: \"a\"\n nam: \"Ana\" }",
                  "r.txtpb:2: want a roster in protobuf text format"},
        BadRoster{"NoId", "\nentry { name: \"Ana Lopez\" }",
                  "r.txtpb:2: want an id of letters, digits, -, _ and ., got "
                  "\"\""},
        BadRoster{"BadId", "entry { id: \"a b\" name: \"Ana\" }",
                  "got \"a b\""},
        BadRoster{"NoName", "entry { id: \"a\" }", "want a name, got none"},
        BadRoster{"NameOfNoLetters", "entry { id: \"a\" name: \"-\" }",
                  "want a person's name, got \"-\""},
        BadRoster{"BadDate",
                  "entry { id: \"a\" name: \"Ana Lopez\" role { title: \"x\" "
                  "from: \"2020-13\" } }",
                  "got \"2020-13\""},
        BadRoster{"DatesTurned",
                  "entry { id: \"a\" name: \"Ana Lopez\" role { title: \"x\" "
                  "from: \"2020\" until: \"2019-05\" } }",
                  "want a role until 2020 or later, got 2019-05"},
        BadRoster{"IdTwice",
                  "entry { id: \"a\" name: \"Ana Lopez\" }\n"
                  "entry { id: \"a\" name: \"Eva Krol\" }",
                  "r.txtpb:2: want each id once, got \"a\", which the entry of "
                  "line 1 has too"},
        BadRoster{"NameTwice",
                  "entry { id: \"a\" name: \"Ana Lopez\" }\n"
                  "entry { id: \"b\" name: \"Eva Krol\" alias: \"ANA LOPEZ\" "
                  "role { title: \"poet\" } }",
                  "r.txtpb:2: want roles that tell \"b\" from \"a\" of line "
                  "1, got the name \"ANA LOPEZ\" for both"}),
    [](const auto& info) { return info.param.name; });

TEST(RosterFileTest, ReadsWhatItWrites) {
  const std::string text =
      "entry {\n"
      "  id: \"Q1\"\n"
      "  name: \"Ana Lopez\"\n"
      "  alias: \"Ana María Lopez\"\n"
      "  gender: GENDER_FEMALE\n"
      "  role {\n"
      "    title: \"mayor of Brezin\"\n"
      "    from: \"2020-02\"\n"
      "  }\n"
      "  external_id: \"x/1\"\n"
      "}\n"
      "entry {\n"
      "  id: \"mod\"\n"
      "  name: \"Ministry of Defence\"\n"
      "  kind: ROSTER_KIND_ORGANIZATION\n"
      "}\n";
  const auto roster = ReadRoster("r.txtpb", text);
  ASSERT_TRUE(roster.ok()) << roster.status();
  ASSERT_EQ(roster->size(), 2u);
  EXPECT_EQ((*roster)[0].roles[0].title, "mayor of Brezin");
  EXPECT_EQ(RosterText(*roster), text);
}

TEST(RosterFileTest, NamesakesWithRolesAreGood) {
  const auto roster = ReadRoster(
      "r.txtpb",
      "entry { id: \"a\" name: \"Ana Lopez\" role { title: \"poet\" } }\n"
      "entry { id: \"b\" name: \"Ana Lopez\" role { title: \"mayor\" } }");
  EXPECT_TRUE(roster.ok()) << roster.status();
}

TEST(RosterFileTest, AnEmptyFileIsAnEmptyRoster) {
  EXPECT_TRUE(ReadRoster("r.txtpb", "# nobody\n")->empty());
}

}  // namespace
}  // namespace onrecord::pipeline
