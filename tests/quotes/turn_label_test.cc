#include "quotes/turn_label.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: n the name or letter, c the content; without them there is no label.
struct LabelCase {
  std::string name;
  std::string marked;
};

class ReadTurnLabelTest : public testing::TestWithParam<LabelCase> {};

TEST_P(ReadTurnLabelTest, ReadsWhatIsMarked) {
  const std::string& marked = GetParam().marked;
  const text::Document document = MakeDocument(ReadMarkedText(marked).text);
  const TurnLabel label =
      ReadTurnLabel(document, document.paragraphs()[0].tokens);
  std::vector<MarkedText::Label> found;
  if (!label.tokens.empty()) {
    found.push_back({"n", document.SpanOf(label.name)});
    found.push_back({"c", document.SpanOf(label.content)});
  }
  EXPECT_EQ(WriteMarkedText(document.text(), found), marked);
}

INSTANTIATE_TEST_SUITE_P(
    All, ReadTurnLabelTest,
    testing::ValuesIn(std::vector<LabelCase>{
        {"Capitals", "[n:LOPEZ]: [c:We leave.]"},
        {"Name", "[n:Ana Lopez]: [c:We leave.]"},
        {"ArabicName", "[n:Murtada al-Jabiri]: [c:We leave.]"},
        {"Title", "[n:MR. ROLFE]: [c:We leave.]"},
        {"Office", "[n:THE PRESIDENT]: [c:We leave.]"},
        {"Party", "[n:SEN. ANA LOPEZ] (Unity-Brezin): [c:We leave.]"},
        {"Post", "[n:ANA LOPEZ], HERALD HOST: [c:We leave.]"},
        {"Letter", "[n:Q]: [c:Do you leave?]"},
        {"LetterWithADash", "[n:A] – [c:We do.]"},
        {"LetterWithAStop", "[n:Q.] [c:Do you leave?]"},
        {"InitialOfAName", "A. Lopez left the hall."},
        {"Article", "A man left the hall."},
        {"Time", "9.30 [n:Lopez]: [c:We leave.]"},
        {"TimeOnly", "9.30: the hall is empty."},
        {"StageDirection", "[n:Lopez]: (laughs) [c:We leave.]"},
        {"Quoted", "Lopez: “We leave.”"},
        {"Number", "Lopez: 51%"},
        {"Page", "Photo: Ana Lopez in Brezin."},
        {"Day", "Monday: we leave."},
        {"Sentence", "There is one thing left: we leave."},
        {"NothingBehind", "Ana Lopez:"},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::quotes
