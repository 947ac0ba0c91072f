#include "ingest/plain_text.h"

#include <string>

#include "gtest/gtest.h"

namespace onrecord::ingest {
namespace {

struct TitleCase {
  const char* name;
  std::string text;
  std::string title;
};

class TitleLineTest : public testing::TestWithParam<TitleCase> {};

TEST_P(TitleLineTest, IsTheShortFirstLine) {
  EXPECT_EQ(TitleLine(GetParam().text), GetParam().title);
}

const TitleCase kTitleCases[] = {
    {"Title", "Talks end\n\nThey left.", "Talks end"},
    {"BlankLinesBefore", "\n\nTalks end \n\nThey left.", "Talks end"},
    {"Question", "Will the talks end?\n\nThey left.", "Will the talks end?"},
    {"Crlf", "Talks end\r\n\r\nThey left.", "Talks end"},
    {"NoBlankLine", "Talks end\nThey left.", ""},
    {"Sentence", "The talks end.\n\nThey left.", ""},
    {"TooLong", std::string(201, 'x') + "\n\nThey left.", ""},
    {"OneLine", "Talks end", ""},
    {"Empty", "", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, TitleLineTest, testing::ValuesIn(kTitleCases),
                         [](const testing::TestParamInfo<TitleCase>& info) {
                           return std::string(info.param.name);
                         });

}  // namespace
}  // namespace onrecord::ingest
