#include "stance/clause.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "stance/reading.h"
#include "tests/stance/scored_text.h"

namespace onrecord::stance {
namespace {

constexpr const char* kRoles[] = {
    "main", "but",     "although", "if",         "unless",
    "when", "because", "whether",  "as long as", "relative"};

// "role: words | role: words".
std::string Split(const std::string& text) {
  const TestScorer& scorer = ScorerOf("troop_withdrawal");
  const text::Document document(text, *scorer.lexicon);
  const Reading reading = scorer.scorer->Read(
      document, {text::Span{0, static_cast<int32_t>(text.size())}});
  std::string result;
  for (const Clause& clause : SplitClauses(reading)) {
    absl::StrAppend(&result, result.empty() ? "" : " | ",
                    kRoles[static_cast<int>(clause.role)], ": ",
                    document.Text(reading.SpanOf(clause.at)));
  }
  return result;
}

struct ClauseCase {
  std::string name, text, clauses;
};

class SplitClausesTest : public testing::TestWithParam<ClauseCase> {};

TEST_P(SplitClausesTest, Cuts) {
  EXPECT_EQ(Split(GetParam().text), GetParam().clauses);
}

INSTANTIATE_TEST_SUITE_P(
    All, SplitClausesTest,
    testing::ValuesIn(std::vector<ClauseCase>{
        {"Sentences", "They go. We stay.", "main: They go. | main: We stay."},
        {"But", "They may go but we stay",
         "main: They may go | but: but we stay"},
        {"NothingButIsNoBut", "They want nothing but peace",
         "main: They want nothing but peace"},
        {"LeadingCondition", "If it rains, we stay",
         "if: If it rains, | main: we stay"},
        {"TrailingCondition", "We stay if it rains",
         "main: We stay | if: if it rains"},
        {"UntilADate", "We stay until 1999", "main: We stay until 1999"},
        {"UntilAClause", "We stay until they go",
         "main: We stay | unless: until they go"},
        {"AndWithSubject", "They go and we stay",
         "main: They go | main: and we stay"},
        {"AndWithoutSubject", "They pack and go", "main: They pack and go"},
        {"WhetherIsOpen", "We ask whether they go",
         "main: We ask | whether: whether they go"},
        {"ConditionWithoutAComma", "If it was theirs they cannot stay",
         "if: If it was theirs | main: they cannot stay"},
        {"ConditionWithAnotherSubjectInside", "If he thinks they will stay",
         "if: If he thinks they will stay"},
        {"WhatElseTheSubjectDoes", "She spoke, turning down a petition",
         "main: She spoke, | main: turning down a petition"},
        {"GerundsInAList", "They were packing, loading the trucks",
         "main: They were packing, loading the trucks"},
        {"InvertedCondition", "Had we gone, they would rule",
         "if: Had we gone, | main: they would rule"},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::stance
