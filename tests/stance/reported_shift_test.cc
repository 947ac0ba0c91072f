#include "stance/reported_shift.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "data/embedded.h"
#include "gtest/gtest.h"
#include "tests/stance/marked_quotes.h"

namespace onrecord::stance {
namespace {

PhraseTable Phrases() {
  return *ReadShiftPhrases("shift_phrases.tsv",
                           data::EmbeddedContents("shift_phrases.tsv"),
                           TestLexicon());
}

struct ReportCase {
  std::string name, text;
  std::string expected;  // "change A", "constancy B", "" for none.
};

class ReportedShiftTest : public testing::TestWithParam<ReportCase> {};

TEST_P(ReportedShiftTest, ReadsTheReporter) {
  const MarkedQuotes read = ReadMarkedQuotes(GetParam().text);
  const PhraseTable phrases = Phrases();
  const PhraseFinder finder({&phrases}, TestLexicon());
  std::string got;
  for (const FoundReport& r : FindReportedShifts(
           *read.document, absl::CivilDay(2024, 1, 19), read.quotes,
           read.places, phrases, finder.FindAll(*read.document)[0])) {
    absl::StrAppend(&got, got.empty() ? "" : ", ",
                    r.report.reiterated ? "constancy " : "change ",
                    std::string(1, static_cast<char>('A' + r.speaker)));
    EXPECT_EQ(r.report.when.ToString(), "2024-01-19");
    EXPECT_FALSE(r.report.sentence.empty());
  }
  EXPECT_EQ(got, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, ReportedShiftTest,
    testing::ValuesIn(std::vector<ReportCase>{
        {"AShiftFor",
         "The call is a shift for {A:Lopez}, who wanted them to stay.",
         "change A"},
        {"UntilNow",
         "Until now {A:Lopez} has been one of those who wanted them to stay.",
         "change A"},
        {"Reversed", "{A:Lopez} reversed course and angered {B:Gomez}.",
         "change A"},
        {"Abandoning",
         "{A:Lopez} said they would go, abandoning a position of five years.",
         "change A"},
        {"NextSentence",
         "{A:Lopez} said they would go. The reversal is complete.", "change A"},
        {"NegatedChange", "It was not a shift for {A:Lopez}.", ""},
        {"InTheWords", "“{1A:It is a shift for Gomez},” {A:Lopez} {c1:said}.",
         ""},
        {"Reiterated", "{A:Lopez} reiterated that they must go.",
         "constancy A"},
        {"Consistently",
         "{A:Lopez} has consistently called for their departure.",
         "constancy A"},
        {"NobodyNamed", "The reversal is complete.", ""},
        {"Unrelated", "{A:Lopez} drove to the port and shifted gears.", ""},
    }),
    [](const auto& info) { return info.param.name; });

TEST(ReadShiftPhrasesTest, SaysWhatIsWrong) {
  EXPECT_EQ(ReadShiftPhrases("s.tsv", "reversed\tchange\tleft\n", TestLexicon())
                .status()
                .message(),
            "s.tsv: reversed: want one of before, after, any, got left");
}

}  // namespace
}  // namespace onrecord::stance
