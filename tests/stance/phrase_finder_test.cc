#include "stance/phrase_finder.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "stance/phrase_table.h"
#include "tests/stance/marked_quotes.h"
#include "text/document.h"

namespace onrecord::stance {
namespace {

// The lexicon lists neither "qorvian" nor "qo'vian".
constexpr char kTable[] =
    "# phrase\tkind\tvalue\n"
    "on the record\tyes\t1\n"
    "on the\tno\t2\n"
    "off-the-record qorvian\tyes\t3\n"
    "qorvian talks\tyes\t4\n"
    "talks\tno\t5\n"
    "qo'vian\tno\t6\n";
// Of words that the other table has too.
constexpr char kSecondTable[] = "the record on\tyes\t7\n";

// "on the=2;" for every hit of the first table, then those of the second.
std::string Hits(const std::string& text) {
  std::vector<PhraseTable> tables;
  for (const char* tsv : {kTable, kSecondTable}) {
    auto table =
        PhraseTable::FromTsv("t.tsv", tsv, {"yes", "no"}, TestLexicon());
    if (!table.ok()) return std::string(table.status().message());
    tables.push_back(*std::move(table));
  }
  const PhraseFinder finder({&tables[0], &tables[1]}, TestLexicon());
  const text::Document document(text, TestLexicon());
  const auto hits = finder.FindAll(document);
  std::string found;
  for (size_t i = 0; i < tables.size(); ++i) {
    for (const PhraseHit& hit : hits[i]) {
      absl::StrAppend(&found, document.Text(hit.tokens), "=",
                      tables[i].row(hit.row).value, ";");
    }
  }
  return found;
}

struct PhraseCase {
  const char* name;
  const char* text;
  const char* hits;
};

class PhraseFinderTest : public testing::TestWithParam<PhraseCase> {};

TEST_P(PhraseFinderTest, FindsTheLongest) {
  EXPECT_EQ(Hits(GetParam().text), GetParam().hits);
}

constexpr PhraseCase kCases[] = {
    {"Longest", "He said it on the record.", "on the record=1;"},
    {"Shorter", "He sat on the chair.", "on the=2;"},
    {"Case", "On THE Record", "On THE Record=1;"},
    {"CutAtTheEnd", "He sat on the", "on the=2;"},
    {"FirstWordAtTheEnd", "He went on", ""},
    {"None", "He went on a record.", ""},
    {"UnlistedFirst", "the Qorvian talks", "Qorvian talks=4;"},
    {"UnlistedSecond", "an off-the-record Qorvian",
     "off-the-record Qorvian=3;"},
    {"UnlistedWithTheSameEnds", "the Qosmian talks", "talks=5;"},
    {"CurlyApostrophe", "a Qo’vian and a qo'vian", "Qo’vian=6;qo'vian=6;"},
    {"Several", "Talks on the record on the talks",
     "Talks=5;on the record=1;on the=2;talks=5;the record on=7;"},
    {"AnchorNearTheStart", "Record, he said, on the record on",
     "on the record=1;the record on=7;"},
    {"Empty", "", ""},
};

INSTANTIATE_TEST_SUITE_P(All, PhraseFinderTest, testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
