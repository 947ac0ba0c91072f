#include "stance/phrase_table.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
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

// "on the=2;" for every hit.
std::string Hits(const std::string& text) {
  const auto table =
      PhraseTable::FromTsv("t.tsv", kTable, {"yes", "no"}, TestLexicon());
  if (!table.ok()) return std::string(table.status().message());
  const text::Document document(text, TestLexicon());
  std::string found;
  for (const PhraseHit& hit : table->FindAll(document)) {
    absl::StrAppend(&found, document.Text(hit.tokens), "=",
                    table->row(hit.row).value, ";");
  }
  return found;
}

struct PhraseCase {
  const char* name;
  const char* text;
  const char* hits;
};

class PhraseTableTest : public testing::TestWithParam<PhraseCase> {};

TEST_P(PhraseTableTest, FindsTheLongest) {
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
     "Talks=5;on the record=1;on the=2;talks=5;"},
    {"Empty", "", ""},
};

INSTANTIATE_TEST_SUITE_P(All, PhraseTableTest, testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
