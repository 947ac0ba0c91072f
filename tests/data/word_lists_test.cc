// Reads every table of data/ that the program holds and checks what a reader
// of the list cannot see at a glance: order, doubles, columns, classes.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "data/embedded.h"
#include "gtest/gtest.h"
#include "text/word_class.h"

namespace onrecord::data {
namespace {

struct Row {
  int line = 0;
  std::vector<absl::string_view> columns;
};

std::vector<Row> RowsOf(absl::string_view file) {
  std::vector<Row> rows;
  int line = 0;
  for (absl::string_view text : absl::StrSplit(EmbeddedContents(file), '\n')) {
    ++line;
    if (text.empty() || text[0] == '#') continue;
    rows.push_back({line, absl::StrSplit(text, '\t')});
  }
  return rows;
}

bool IsClass(absl::string_view name) {
  const auto end = std::end(text::kWordClassNames);
  return std::find(std::begin(text::kWordClassNames), end, name) != end;
}

bool HasClass(const Row& row, absl::string_view name) {
  const std::vector<absl::string_view> names =
      absl::StrSplit(row.columns[2], ',');
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<absl::string_view> FilesWhere(bool (*wanted)(absl::string_view)) {
  std::vector<absl::string_view> names;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (wanted(file.name)) names.push_back(file.name);
  }
  return names;
}

bool IsTable(absl::string_view name) { return absl::EndsWith(name, ".tsv"); }

std::string CaseName(const testing::TestParamInfo<absl::string_view>& info) {
  return absl::StrReplaceAll(absl::StripSuffix(info.param, ".tsv"),
                             {{"/", "_"}, {".", "_"}});
}

class TableTest : public testing::TestWithParam<absl::string_view> {};

TEST_P(TableTest, BeginsWithThreeComments) {
  const std::vector<absl::string_view> lines =
      absl::StrSplit(EmbeddedContents(GetParam()), '\n');
  ASSERT_GT(lines.size(), 3u);
  EXPECT_TRUE(absl::StartsWith(lines[0], "# ")) << lines[0];
  EXPECT_TRUE(absl::StartsWith(lines[1], "# ")) << lines[1];
  EXPECT_TRUE(absl::StartsWith(lines[2], "# source: ")) << lines[2];
}

TEST_P(TableTest, HasCleanLines) {
  const absl::string_view contents = EmbeddedContents(GetParam());
  EXPECT_TRUE(absl::EndsWith(contents, "\n"));
  EXPECT_FALSE(absl::StrContains(contents, "\r"));
  EXPECT_FALSE(absl::StrContains(contents, "  "));
  EXPECT_FALSE(absl::StrContains(contents, " \t"));
  EXPECT_FALSE(absl::StrContains(contents, "\t "));
  EXPECT_FALSE(absl::StrContains(contents, "\n\n"));
}

INSTANTIATE_TEST_SUITE_P(Tables, TableTest,
                         testing::ValuesIn(FilesWhere(IsTable)), CaseName);

class WordListTest : public testing::TestWithParam<absl::string_view> {};

TEST_P(WordListTest, IsSortedAndUnique) {
  const std::vector<Row> rows = RowsOf(GetParam());
  ASSERT_FALSE(rows.empty());
  for (size_t i = 1; i < rows.size(); ++i) {
    EXPECT_LT(rows[i - 1].columns[0], rows[i].columns[0])
        << GetParam() << ":" << rows[i].line;
  }
}

TEST_P(WordListTest, HasFourColumnsAndKnownClasses) {
  for (const Row& row : RowsOf(GetParam())) {
    SCOPED_TRACE(testing::Message() << GetParam() << ":" << row.line);
    ASSERT_EQ(row.columns.size(), 4u);
    EXPECT_FALSE(row.columns[0].empty());
    EXPECT_TRUE(row.columns[1] == "v" || row.columns[1] == "n" ||
                row.columns[1] == "x")
        << row.columns[1];
    for (absl::string_view name : absl::StrSplit(row.columns[2], ',')) {
      EXPECT_TRUE(IsClass(name)) << "\"" << name << "\"";
    }
  }
}

TEST_P(WordListTest, IsLowerCase) {
  for (const Row& row : RowsOf(GetParam())) {
    EXPECT_EQ(row.columns[0], absl::AsciiStrToLower(row.columns[0]))
        << GetParam() << ":" << row.line;
  }
}

TEST_P(WordListTest, GivesVerbsOnlyVerbInflection) {
  for (const Row& row : RowsOf(GetParam())) {
    const bool verb = HasClass(row, "verb") || row.columns[1] == "x";
    EXPECT_TRUE(row.columns[1] != "v" || verb) << GetParam() << ":" << row.line;
    EXPECT_FALSE(row.columns[1] == "n" && HasClass(row, "verb"))
        << GetParam() << ":" << row.line;
  }
}

INSTANTIATE_TEST_SUITE_P(Lists, WordListTest,
                         testing::ValuesIn(FilesWhere(IsWordList)), CaseName);

struct Floor {
  absl::string_view file;
  size_t rows;
};

class FloorTest : public testing::TestWithParam<Floor> {};

TEST_P(FloorTest, IsPassed) {
  EXPECT_GE(RowsOf(GetParam().file).size(), GetParam().rows) << GetParam().file;
}

INSTANTIATE_TEST_SUITE_P(
    Counts, FloorTest,
    testing::Values(
        Floor{"abbreviations.tsv", 300}, Floor{"capital_words.tsv", 200},
        Floor{"cue_nouns.tsv", 400}, Floor{"cue_verbs.tsv", 900},
        Floor{"demonyms.tsv", 500}, Floor{"function_words.tsv", 900},
        Floor{"given_names.tsv", 2500}, Floor{"nicknames.tsv", 500},
        Floor{"org_nouns.tsv", 250}, Floor{"organizations.tsv", 1000},
        Floor{"places.tsv", 1000}, Floor{"role_nouns.tsv", 1200},
        Floor{"titles.tsv", 600}, Floor{"verbs.tsv", 1500}));

// A word that holds a sentence together is never a title, a person or a place
// as well: the capital at a sentence's start would make it one.
TEST(WordListsTest, KeepFunctionWordsOutOfTheNamingLists) {
  absl::flat_hash_set<absl::string_view> function_words;
  for (const Row& row : RowsOf("function_words.tsv")) {
    function_words.insert(row.columns[0]);
  }
  // Month and modal; the country, in capitals.
  const absl::flat_hash_set<absl::string_view> allowed = {"may", "will", "us"};
  for (absl::string_view file :
       {"given_names.tsv", "titles.tsv", "role_nouns.tsv", "places.tsv",
        "organizations.tsv", "org_nouns.tsv", "demonyms.tsv"}) {
    for (const Row& row : RowsOf(file)) {
      EXPECT_TRUE(!function_words.contains(row.columns[0]) ||
                  allowed.contains(row.columns[0]))
          << file << ":" << row.line << ": " << row.columns[0];
    }
  }
}

TEST(WordListsTest, LetOnlyGivenNamesBelongToBothSexes) {
  for (absl::string_view file : FilesWhere(IsWordList)) {
    if (file == "given_names.tsv") continue;
    for (const Row& row : RowsOf(file)) {
      EXPECT_FALSE(HasClass(row, "male") && HasClass(row, "female"))
          << file << ":" << row.line;
    }
  }
}

TEST(WordListsTest, GiveEveryNameASex) {
  for (const Row& row : RowsOf("given_names.tsv")) {
    EXPECT_TRUE(HasClass(row, "given")) << row.columns[0];
    EXPECT_TRUE(HasClass(row, "male") || HasClass(row, "female"))
        << row.columns[0];
  }
}

// The word of an entry that takes its inflection: the first of a verb phrase,
// the last of a noun phrase, the part after a hyphen.
absl::string_view InflectedWord(const Row& row) {
  const std::vector<absl::string_view> words =
      absl::StrSplit(row.columns[0], ' ');
  const absl::string_view word =
      row.columns[1] == "v" ? words.front() : words.back();
  const size_t hyphen = word.rfind('-');
  return hyphen == word.npos ? word : word.substr(hyphen + 1);
}

absl::flat_hash_set<absl::string_view> Lemmas(absl::string_view inflection) {
  absl::flat_hash_set<absl::string_view> lemmas;
  for (absl::string_view file : FilesWhere(IsWordList)) {
    for (const Row& row : RowsOf(file)) {
      if (row.columns[1] != inflection) continue;
      lemmas.insert(InflectedWord(row));
      lemmas.insert(row.columns[0]);
    }
  }
  return lemmas;
}

TEST(IrregularVerbsTest, BelongToListedVerbs) {
  const auto verbs = Lemmas("v");
  for (const Row& row : RowsOf("irregular_verbs.tsv")) {
    ASSERT_EQ(row.columns.size(), 5u) << row.line;
    EXPECT_TRUE(verbs.contains(row.columns[0])) << row.columns[0];
  }
}

TEST(IrregularNounsTest, BelongToListedNouns) {
  const auto nouns = Lemmas("n");
  for (const Row& row : RowsOf("irregular_nouns.tsv")) {
    ASSERT_EQ(row.columns.size(), 2u) << row.line;
    EXPECT_TRUE(nouns.contains(row.columns[0])) << row.columns[0];
  }
}

TEST(NicknamesTest, NameSomebodyElse) {
  for (const Row& row : RowsOf("nicknames.tsv")) {
    ASSERT_EQ(row.columns.size(), 2u) << row.line;
    for (absl::string_view full : absl::StrSplit(row.columns[1], '|')) {
      EXPECT_FALSE(full.empty()) << row.line;
      EXPECT_NE(full, row.columns[0]) << row.line;
    }
  }
}

}  // namespace
}  // namespace onrecord::data
