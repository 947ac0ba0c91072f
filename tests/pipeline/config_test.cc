#include "pipeline/config.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "data/compiled.h"
#include "data/embedded.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "pipeline/built_in_targets.h"
#include "quotes/attribution_model.h"
#include "text/document.h"

namespace onrecord::pipeline {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
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

// What a configuration makes of a text, before any rule looks at it.
std::string TokensOf(const Config& config, const std::string& text) {
  const text::Document document(text, config.lexicon());
  std::string out;
  for (const text::Token& token : document.tokens()) {
    absl::StrAppend(&out, token.begin, ":", token.word, ":", token.classes,
                    " ");
  }
  for (const text::PhraseMatch& match : document.phrases()) {
    const text::PhraseInfo phrase = config.lexicon().phrase(match.phrase);
    absl::StrAppend(&out, match.tokens.begin, "-", match.tokens.end, "=",
                    phrase.form, ":", phrase.classes, " ");
  }
  return out;
}

constexpr char kText[] =
    "The Prime Minister of Ruritania said on Monday: \"Cease fire now.\"\n\n"
    "\"We'd rather not,\" Gen. Otto Lind told the Courier, according to an "
    "aide. The talks' zorbulation went on record.\n";

TEST(ConfigTest, AFolderThatChangesNothingMakesTheBuiltInLexicon) {
  ConfigOptions built;
  built.data_dir = FolderWith("notes.txt", "Nothing to read.\n");
  auto compiled = Config::Load(ConfigOptions()).value();
  auto config = Config::Load(built).value();
  EXPECT_EQ(compiled->lexicon().image().data(), data::LexiconImage().data());
  EXPECT_NE(config->lexicon().image().data(), data::LexiconImage().data());
  EXPECT_TRUE(config->lexicon().image() == compiled->lexicon().image());
  EXPECT_EQ(TokensOf(*config, kText), TokensOf(*compiled, kText));
  EXPECT_EQ(config->sha256(), compiled->sha256());
}

TEST(ConfigTest, CompiledWeightsAreThoseOfTheTable) {
  const absl::string_view table =
      data::EmbeddedContents("attribution_weights.tsv");
  const auto read = quotes::AttributionModel::Parse("weights", table).value();
  const auto config = Config::Load(ConfigOptions()).value();
  EXPECT_TRUE(config->attribution_model().Image() == read.Image());
  ConfigOptions own;
  own.data_dir = FolderWith("attribution_weights.tsv", "rule\t1\t0.50\n");
  EXPECT_EQ(Config::Load(own).value()->attribution_model().ToTsv(0.01f),
            "rule\t1\t0.50\n");
}

TEST(ConfigTest, LineEndsOfOtherSystemsMakeNoDifference) {
  for (const std::string file :
       {"attribution_weights.tsv", "nicknames.tsv", "titles.tsv"}) {
    const std::string table(data::EmbeddedContents(file));
    ConfigOptions unix_ends, other;
    unix_ends.data_dir = FolderWith(file, table);
    other.data_dir =
        FolderWith(file, absl::StrReplaceAll(table, {{"\n", "\r\n"}}));
    EXPECT_EQ(Sha256(other), Sha256(unix_ends)) << file;
  }
}

TEST(ConfigTest, WordsDoNotDependOnTheTargetsThatAreAsked) {
  ConfigOptions one;
  one.targets = {"ceasefire"};
  EXPECT_EQ(TokensOf(*Config::Load(one).value(), kText),
            TokensOf(*Config::Load(ConfigOptions()).value(), kText));
}

TEST(ConfigTest, AnOwnTargetOnlyAddsWords) {
  const std::string path = FolderWith("own.txtpb", "") + "/own.txtpb";
  std::ofstream(path) << absl::StrReplaceAll(
      BuiltInTargetFile("ceasefire"), {{"name: \"ceasefire\"", "name: \"own\""},
                                       {"\"truce\"", "\"zorbulation\""}});
  ConfigOptions options;
  options.targets = {path};
  auto built = Config::Load(options).value();
  auto compiled = Config::Load(ConfigOptions()).value();
  const text::Lexicon& more = built->lexicon();
  const text::Lexicon& all = compiled->lexicon();
  ASSERT_GT(more.size(), all.size());
  EXPECT_NE(more.Find("zorbulation"), 0u);
  for (text::WordId id = 1; id < all.size(); ++id) {
    const text::WordInfo want = all.word(id);
    const text::WordInfo got = more.word(more.Find(want.form));
    ASSERT_EQ(got.form, want.form);
    ASSERT_EQ(got.classes, want.classes) << want.form;
    ASSERT_EQ(more.word(got.lemma).form, all.word(want.lemma).form);
    ASSERT_EQ(got.value, want.value) << want.form;
  }
  ASSERT_EQ(more.phrase_count(), all.phrase_count());
  for (int32_t i = 0; i < static_cast<int32_t>(all.phrase_count()); ++i) {
    const text::PhraseInfo want = all.phrase(i), got = more.phrase(i);
    ASSERT_EQ(got.form, want.form);
    ASSERT_EQ(got.classes, want.classes) << want.form;
    ASSERT_EQ(got.value, want.value) << want.form;
    ASSERT_EQ(more.FindPhrase(want.form), i);
  }
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
  bad.targets = {FolderWith("pears.txtpb", "quest: 1\n") + "/pears.txtpb"};
  EXPECT_EQ(Config::Load(bad).status().code(), absl::StatusCode::kDataLoss);
  bad.targets = {"taxes"};
  EXPECT_EQ(Config::Load(bad).status().code(),
            absl::StatusCode::kInvalidArgument);
  bad.targets = {testing::TempDir() + "/none.txtpb"};
  EXPECT_EQ(Config::Load(bad).status().code(), absl::StatusCode::kNotFound);
}

// What loading with this data folder says.
std::string ErrorWith(const std::string& folder) {
  ConfigOptions options;
  options.data_dir = folder;
  return std::string(Config::Load(options).status().message());
}

TEST(ConfigTest, AnEmptyFileDoesNotStandForTheBuiltInOne) {
  for (const char* name : {"nicknames.tsv", "titles.tsv", "opinion_weights.tsv",
                           "attribution_weights.tsv"}) {
    EXPECT_THAT(ErrorWith(FolderWith(name, "")),
                HasSubstr(absl::StrCat(name,
                                       ": want a table or target, got an "
                                       "empty file")));
  }
}

TEST(ConfigTest, AFileThatCannotBeReadDoesNotStandForTheBuiltInOne) {
  const std::string folder = FolderWith("notes.txt", "Nothing.\n");
  ASSERT_EQ(::symlink("nowhere", (folder + "/nicknames.tsv").c_str()), 0);
  EXPECT_THAT(ErrorWith(folder), HasSubstr("/nicknames.tsv: cannot read: No"));
}

TEST(ConfigTest, AMisspeltDataFileIsNamed) {
  EXPECT_THAT(ErrorWith(FolderWith("cue_verb.tsv", "# None.\n")),
              HasSubstr("/cue_verb.tsv: want the name of a data file, got "
                        "cue_verb.tsv; is cue_verbs.tsv meant?"));
  EXPECT_THAT(ErrorWith(FolderWith("pianoforte.tsv", "# None.\n")),
              EndsWith("/pianoforte.tsv: want the name of a data file, got "
                       "pianoforte.tsv"));
  const std::string folder = FolderWith("notes.txt", "Nothing.\n");
  ASSERT_EQ(::mkdir((folder + "/targets").c_str(), 0777), 0);
  EXPECT_EQ(ErrorWith(folder), "");
  std::ofstream(folder + "/targets/cease_fire.txtpb") << "# None.\n";
  EXPECT_THAT(ErrorWith(folder),
              HasSubstr("is targets/ceasefire.txtpb meant?"));
}

}  // namespace
}  // namespace onrecord::pipeline
