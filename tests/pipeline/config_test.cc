#include "pipeline/config.h"

#include <sys/stat.h>

#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string Sha256(const ConfigOptions& options) {
  auto config = Config::Load(options);
  EXPECT_TRUE(config.ok()) << config.status();
  return config.ok() ? (*config)->sha256() : "";
}

// A data folder with one file of its own.
std::string FolderWith(const std::string& name, const std::string& contents) {
  static int number = 0;
  const std::string folder =
      testing::TempDir() + "/data" + std::to_string(++number);
  ::mkdir(folder.c_str(), 0777);
  std::ofstream(folder + "/" + name) << contents;
  return folder;
}

TEST(ConfigTest, AsksAllBuiltInTargetsWhereNoneIsNamed) {
  auto config = Config::Load(ConfigOptions()).value();
  EXPECT_THAT(BuiltInTargets(), ElementsAre("ceasefire", "troop_withdrawal"));
  ASSERT_EQ(config->targets().size(), 2u);
  EXPECT_EQ(config->targets()[0].name, "ceasefire");
  EXPECT_EQ(config->scorers()[1].target_name(), "troop_withdrawal");
}

TEST(ConfigTest, TheOrderOfTargetsMakesNoDifference) {
  ConfigOptions one, other;
  one.targets = {"ceasefire", "troop_withdrawal"};
  other.targets = {"troop_withdrawal", "ceasefire"};
  EXPECT_EQ(Config::Load(other).value()->targets()[0].name, "ceasefire");
  EXPECT_EQ(Sha256(one), Sha256(other));
  EXPECT_EQ(Sha256(one), Sha256(ConfigOptions()));
}

TEST(ConfigTest, TheChecksumTellsOtherTargetsAndWordsApart) {
  ConfigOptions fewer, changed;
  fewer.targets = {"ceasefire"};
  changed.data_dir = FolderWith("nicknames.tsv", "# None.\n");
  const std::string all = Sha256(ConfigOptions());
  EXPECT_EQ(all.size(), 64u);
  EXPECT_NE(Sha256(fewer), all);
  EXPECT_NE(Sha256(changed), all);
}

TEST(ConfigTest, AFolderStandsForTheFilesThatItHas) {
  ConfigOptions options;
  options.data_dir = FolderWith("nicknames.tsv", "# One.\nzuzu\tzuleika\n");
  auto config = Config::Load(options).value();
  EXPECT_TRUE(config->nicknames().Related("zuzu", "zuleika"));
  EXPECT_NE(config->lexicon().Find("say"), 0u);
}

TEST(ConfigTest, ErrorsNameTheFileAndTheirKind) {
  ConfigOptions bad;
  bad.data_dir = FolderWith("nicknames.tsv", "# Bad.\nzuzu\n");
  const absl::Status table = Config::Load(bad).status();
  EXPECT_EQ(table.code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(table.message()),
              HasSubstr(bad.data_dir + "/nicknames.tsv:2: want"));
  bad.data_dir = "/nowhere";
  EXPECT_EQ(Config::Load(bad).status().code(), absl::StatusCode::kNotFound);
  bad.data_dir = "";
  bad.targets = {"taxes"};
  EXPECT_EQ(Config::Load(bad).status().code(),
            absl::StatusCode::kInvalidArgument);
  bad.targets = {testing::TempDir() + "/none.txtpb"};
  EXPECT_EQ(Config::Load(bad).status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace onrecord::pipeline
