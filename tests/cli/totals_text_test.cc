#include "cli/totals_text.h"

#include <google/protobuf/text_format.h>

#include <string>

#include "gtest/gtest.h"

namespace onrecord::cli {
namespace {

v1::History Parse(const std::string& text) {
  v1::History history;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &history));
  return history;
}

TEST(TotalsTextTest, PrintsGroupsAndMoves) {
  const std::string text = TotalsText(
      Parse(R"pb(
        targets {
          name: "t"
          question: "Should they go?"
          aggregates {
            groups {
              kind: GROUP_KIND_COUNTRY
              name: "Teverra"
              months { month: "2023-01" favor: 2 }
              months { month: "2023-02" favor: 1 against: 3 mixed: 1 }
            }
            groups {
              kind: GROUP_KIND_ORGANIZATION
              months { against: 1 }
            }
            moves {
              speaker_id: "a"
              speaker_name: "Ana Lopez"
              country: "Teverra"
              from: STANCE_LABEL_AGAINST
              to: STANCE_LABEL_FAVOR
              by: "2023-01-01"
              order: 1
            }
            moves {
              speaker_id: "b"
              speaker_name: "Ben Ruiz"
              organization: "Reed Party"
              from: STANCE_LABEL_MIXED
              to: STANCE_LABEL_FAVOR
              by: "2023-01-02"
              order: 2
              after_speaker_id: "a"
              days_after: 1
            }
          }
        }
        targets {
          name: "u"
          question: "Nothing said?"
          aggregates {}
        }
        speakers { id: "a" name: "Ana Lopez" }
      )pb"),
      Terminal());
  EXPECT_EQ(text, R"(Totals: Should they go?

by country                             FAVOR AGAINST   MIXED
  Teverra                                  3       3       1
    2023-01                                2
    2023-02                                1       3       1

by organisation                        FAVOR AGAINST   MIXED
  (unknown)                                        1
    undated                                        1

who moved to FAVOR
  1.  2023-01-01  Ana Lopez, Teverra, from AGAINST
  2.  2023-01-02  Ben Ruiz, Reed Party, from MIXED, 1 day after Ana Lopez
)");
}

TEST(TotalsTextTest, IsEmptyWithoutStatements) {
  EXPECT_EQ(TotalsText(v1::History(), Terminal()), "");
}

}  // namespace
}  // namespace onrecord::cli
