#include "quotes/turn_finder.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "quotes/reporter_view.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: l the label of a turn, a what is said in it, q what is asked in it.
struct TurnCase {
  std::string name;
  std::string marked;
};

class FindTurnsTest : public testing::TestWithParam<TurnCase> {};

TEST_P(FindTurnsTest, FindsWhatIsMarked) {
  const std::string& marked = GetParam().marked;
  const text::Document document = MakeDocument(ReadMarkedText(marked).text);
  const ReporterView view = MakeReporterView(document);
  std::vector<MarkedText::Label> found;
  for (const Turn& turn : FindTurns(document, view)) {
    if (!turn.label.empty()) {
      found.push_back({"l", document.SpanOf(turn.label)});
    }
    found.push_back({turn.question ? "q" : "a", document.SpanOf(turn.content)});
  }
  EXPECT_EQ(WriteMarkedText(document.text(), found), marked);
}

INSTANTIATE_TEST_SUITE_P(
    Transcripts, FindTurnsTest,
    testing::ValuesIn(std::vector<TurnCase>{
        {"Names",
         "[l:LOPEZ]: [a:We leave in May.]\n[l:ROLFE]: [a:In June.]\n"
         "[l:LOPEZ]: [a:No.]"},
        {"FullNames",
         "[l:Ana Lopez]: [a:We leave in May.]\n[l:Carl Rolfe]: [a:In June.]\n"
         "[l:Ana Lopez]: [a:No.]"},
        {"Titles",
         "[l:MR. ROLFE]: [a:We leave in May.]\n[l:THE PRESIDENT]: [a:In "
         "June.]\n[l:MR. ROLFE]: [a:No.]"},
        {"QuestionAndAnswer",
         "[l:Q]: [q:Do you leave?]\n[l:A]: [a:Yes.]\n[l:Q]: [q:In May?]\n"
         "[l:A]: [a:In June.]"},
        {"InterviewerByQuestions",
         "[l:Brezin Herald]: [q:Do you leave?]\n[l:Ana Lopez]: [a:Yes.]\n"
         "[l:Brezin Herald]: [q:In May?]\n[l:Ana Lopez]: [a:In June.]"},
        {"ParagraphWithoutALabelGoesOn",
         "[l:Q]: [q:Do you leave?]\n[l:LOPEZ]: [a:We leave in May.]\n"
         "[a:It is late.]\n[l:Q]: [q:In May?]\n[l:LOPEZ]: [a:Yes.]"},
        {"TimeStamps",
         "10:15 [l:LOPEZ]: [a:We leave in May.]\n[10:17] [l:ROLFE]: [a:In "
         "June.]\n(10:20 p.m.) [l:LOPEZ]: [a:No.]"},
        {"Affiliations",
         "[l:ANA LOPEZ], HOST: [q:Do you leave?]\n[l:CARL ROLFE] (mayor): "
         "[a:In June.]\n[l:ANA LOPEZ]: [q:Why?]"},
        {"LettersWithStops",
         "[l:Q.] [q:Do you leave?]\n[l:A.] [a:We do.]\n[l:Q.] [q:In May?]\n"
         "[l:A.] [a:In June.]"},
        {"AnswersOnly",
         "Do you leave?\n[l:A]: [a:We do.]\nIn May, “sharp”?\n[l:A]: [a:In "
         "June.]\nReally, “June”?\n[l:A]: [a:Yes.]"},
        {"Dashes",
         "[l:Lopez] – [a:We leave in May.]\n[l:Rolfe] – [a:In June.]\n"
         "[l:Lopez] – [a:No.]\n[l:Rolfe] – [a:Yes.]"},
        {"StageDirections",
         "[l:LOPEZ]: (Laughs) [a:We leave.]\n[l:ROLFE]: [a:In June.]\n"
         "[l:LOPEZ]: [a:No.]"},
        {"TurnsAmongTheReportersText",
         "Ana Lopez met Carl Rolfe in Brezin.\n[l:LOPEZ]: [a:We leave.]\n"
         "[l:ROLFE]: [a:In June.]\nLopez poured tea.\n[l:LOPEZ]: [a:No.]\n"
         "The hall emptied."},
        {"SpeechGoesOnInTheFirstPerson",
         "[l:LOPEZ]: [a:We leave.]\n[a:I said so in May.]\n[l:ROLFE]: [a:In "
         "June.]\n[l:LOPEZ]: [a:No.]"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NoTranscript, FindTurnsTest,
    testing::ValuesIn(std::vector<TurnCase>{
        {"OneLabel", "Ana Lopez: We leave in May.\nThe hall emptied."},
        {"OneSpeakerOnly",
         "Ana Lopez: We leave.\nAna Lopez: In May.\nAna Lopez: Yes."},
        {"PageLines",
         "Photo: Ana Lopez in Brezin.\nRELATED: The bridge is closed.\n"
         "Read more: The choir sings.\nNote: This text was changed."},
        {"Quoted",
         "Ana Lopez: “We leave.”\nCarl Rolfe: “In June.”\nAna Lopez: “No.”"},
        {"Figures", "Lopez: 1,769\nRolfe: 1,250\nLopez: 90%\nRolfe: 10%"},
        {"ListOfPoints",
         "Roads: The bridge is closed.\nSchools: The hall is cold.\n"
         "Taxes: They rise in May."},
        {"Dateline",
         "BREZIN — The hall emptied.\nLopez — the mayor — rose.\nRolfe left.\n"
         "It rained."},
        {"Headline",
         "Lopez: We leave in May\nThe hall emptied.\nRolfe: In June.\n"
         "Rolfe: Yes."},
        {"LongLabel",
         "What Ana Lopez told the choir in the old hall: We leave.\n"
         "What Carl Rolfe told the choir in the old hall: In June.\n"
         "What Ana Lopez told the choir in the old hall: No."},
        {"LowerCase", "one thing: leave\nanother thing: stay\nlast thing: go"},
        {"Times", "Monday: rain.\nTuesday: snow.\nWednesday: sun."},
    }),
    [](const auto& info) { return info.param.name; });

TEST(FindTurnsTest, TiesLabelsToMentions) {
  const text::Document document =
      MakeDocument("ANA LOPEZ: We leave.\nQ: In May?\nANA LOPEZ: Yes.");
  const ReporterView view = MakeReporterView(document);
  const std::vector<Turn> turns = FindTurns(document, view);
  ASSERT_EQ(turns.size(), 3u);
  ASSERT_GE(turns[0].mention, 0);
  EXPECT_EQ(document.Text(view.mentions[turns[0].mention].span), "ANA LOPEZ");
  EXPECT_EQ(turns[1].mention, -1);
}

TEST(FindTurnsTest, AnswersAreThePersonInterviewed) {
  const text::Document document = MakeDocument(
      "Ana Lopez, the mayor of Brezin, spoke to the Herald.\n"
      "Q: Do you leave?\nA: Yes.\nQ: In May?\nA: In June.");
  const ReporterView view = MakeReporterView(document);
  const std::vector<Turn> turns = FindTurns(document, view);
  ASSERT_EQ(turns.size(), 4u);
  ASSERT_GE(turns[1].mention, 0);
  EXPECT_EQ(document.Text(view.mentions[turns[1].mention].span), "Ana Lopez");
  EXPECT_TRUE(turns[0].question);
  EXPECT_FALSE(turns[1].question);
}

}  // namespace
}  // namespace onrecord::quotes
