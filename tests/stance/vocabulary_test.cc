#include "stance/vocabulary.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "data/embedded.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

std::vector<data::EmbeddedFile> StanceTables() {
  std::vector<data::EmbeddedFile> tables;
  for (const data::EmbeddedFile& file : data::EmbeddedFiles()) {
    if (absl::StartsWith(file.name, "stance_")) tables.push_back(file);
  }
  return tables;
}

TEST(StanceTablesTest, EveryLineIsValid) {
  ASSERT_GE(StanceTables().size(), 10u);
  const WordForms forms;
  for (const data::EmbeddedFile& file : StanceTables()) {
    if (file.name == "stance_forms.tsv") continue;
    Vocabulary vocabulary;
    const absl::Status status =
        AddTable(file.name, file.contents, forms, &vocabulary);
    EXPECT_TRUE(status.ok()) << status;
  }
}

TEST(StanceTablesTest, AreSortedUniqueAndBeginWithAComment) {
  for (const data::EmbeddedFile& file : StanceTables()) {
    EXPECT_TRUE(absl::StartsWith(file.contents, "# ")) << file.name;
    absl::string_view last;
    for (absl::string_view line : absl::StrSplit(file.contents, '\n')) {
      if (line.empty() || line[0] == '#') continue;
      const absl::string_view entry = line.substr(0, line.find('\t'));
      EXPECT_LT(last, entry) << file.name;
      last = entry;
    }
  }
}

struct BadTableCase {
  std::string name, line, message;
};

class BadTableTest : public testing::TestWithParam<BadTableCase> {};

TEST_P(BadTableTest, TellsPlaceWantedAndFound) {
  Vocabulary vocabulary;
  const absl::Status status =
      AddTable("x.tsv", "# comment\n" + GetParam().line + "\n", WordForms(),
               &vocabulary);
  EXPECT_EQ(status.message(), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(All, BadTableTest,
                         testing::ValuesIn(std::vector<BadTableCase>{
                             {"Columns", "good\tx",
                              "x.tsv:2: want 4 columns, got 2"},
                             {"Inflection", "good\tq\tstance_word\tgood",
                              "x.tsv:2: want inflection v, n or x, got q"},
                             {"Value", "good\tx\tstance_word\tnice",
                              "x.tsv:2: want a known value, got nice"},
                         }),
                         [](const auto& info) { return info.param.name; });

struct FormCase {
  std::string name, lemma;
  char inflection;
  std::string form;
  bool listed;
};

class WordFormsTest : public testing::TestWithParam<FormCase> {};

TEST_P(WordFormsTest, ListsForms) {
  const std::vector<std::string> forms =
      WordForms().Of(GetParam().lemma, GetParam().inflection);
  EXPECT_EQ(forms.front(), GetParam().lemma);
  EXPECT_EQ(
      std::find(forms.begin(), forms.end(), GetParam().form) != forms.end(),
      GetParam().listed);
}

INSTANTIATE_TEST_SUITE_P(
    All, WordFormsTest,
    testing::ValuesIn(std::vector<FormCase>{
        {"IrregularPast", "withdraw", 'v', "withdrew", true},
        {"NoRegularPastBesideIt", "withdraw", 'v', "withdrawed", false},
        {"DoubledLetter", "stop", 'v', "stopping", true},
        {"StanceTable", "drive", 'v', "driven", true},
        {"Plural", "ally", 'n', "allies", true},
        {"ExactHasNoForms", "wise", 'x', "wises", false},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
