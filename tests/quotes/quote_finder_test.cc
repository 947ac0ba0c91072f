#include "quotes/quote_finder.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// The stretches of `marked` are labelled with what they are:
//   q   closed          u   its closing mark is missing
//   cq  continues the paragraph before, closed    cu  likewise, unclosed
struct FindCase {
  std::string name;
  std::string marked;
};

std::string Find(const std::string& marked) {
  const text::Document document = MakeDocument(ReadMarkedText(marked).text);
  std::vector<MarkedText::Label> found;
  for (const QuotedStretch& s : FindQuotedStretches(document)) {
    std::string label = s.continues ? "c" : "";
    label += s.closed ? "q" : "u";
    found.push_back({label, s.content});
  }
  return WriteMarkedText(document.text(), found);
}

class FindQuotedStretchesTest : public testing::TestWithParam<FindCase> {};

TEST_P(FindQuotedStretchesTest, FindsWhatIsMarked) {
  EXPECT_EQ(Find(GetParam().marked), GetParam().marked);
}

INSTANTIATE_TEST_SUITE_P(
    Families, FindQuotedStretchesTest,
    testing::ValuesIn(std::vector<FindCase>{
        {"None", "Ana Lopez said that they would leave in May."},
        {"CurlyDouble", "“[q:We leave in May,]” said Ana Lopez."},
        {"StraightDouble", "\"[q:We leave in May,]\" said Ana Lopez."},
        {"LowAndHigh", "„[q:We leave in May,]“ said Ana Lopez."},
        {"LowAndCurly", "„[q:We leave in May,]” said Ana Lopez."},
        {"Latex", "``[q:We leave in May,]'' said Ana Lopez."},
        {"TwoApostrophes", "''[q:We leave in May,]'' said Ana Lopez."},
        {"Guillemets", "«[q:We leave in May]», said Ana Lopez."},
        {"GuillemetsWithBlanks", "Elle dit « [q:ainsi] » et part."},
        {"GuillemetsReversed", "»[q:We leave in May]«, said Ana Lopez."},
        {"Angles", "Ana Lopez called it ‹[q:a mistake]›."},
        {"CurlySingle", "‘[q:We leave in May,]’ said Ana Lopez."},
        {"StraightSingle", "'[q:We leave in May,]' said Ana Lopez."},
        {"BacktickSingle", "`[q:We leave in May,]' said Ana Lopez."},
        {"LowSingle", "‚[q:We leave in May,]‘ said Ana Lopez."},
        {"BothClosingGlyphs", "”[q:We leave in May,]” said Ana Lopez."},
        {"BothOpeningGlyphs", "“[q:We leave in May,]“ said Ana Lopez."},
        {"CurlyOpenStraightClose", "“[q:We leave in May,]\" said Ana Lopez."},
        {"StraightOpenCurlyClose", "\"[q:We leave in May,]” said Ana Lopez."},
        {"CurlyOpenTwoApostrophes", "“[q:We leave,]'' said Ana Lopez."},
        {"SingleCurlyOpenStraightClose", "‘[q:We leave,]' said Ana Lopez."},
        {"SingleStraightOpenCurlyClose", "'[q:We leave,]’ said Ana Lopez."},
        {"BlanksInsideStraight", "She wrote \" [q:no thanks] \" and left."},
        {"BlanksInsideCurly", "She wrote “ [q:no thanks] ” and left."},
        {"NothingInside", "The sign said “” and that was all."},
        {"OnlyAMark", "“"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    SingleQuotesBesideApostrophes, FindQuotedStretchesTest,
    testing::ValuesIn(std::vector<FindCase>{
        {"ContractionInside", "‘[q:We can’t leave now,]’ said Ana Lopez."},
        {"StraightContractionInside", "'[q:We can't leave,]' said Ana Lopez."},
        {"PossessiveInside", "‘[q:It is Rolfe’s farm,]’ said Ana Lopez."},
        {"NameInside", "‘[q:Ask Hannah O’Dell,]’ said Ana Lopez."},
        {"PluralPossessiveInside",
         "‘[q:The wives’ letter is a fake,]’ said Ana Lopez."},
        {"StraightPluralPossessiveInside",
         "'[q:The wives' letter is a fake,]' said Ana Lopez."},
        {"PluralPossessiveAlone", "The wives’ letter named the owners’ club."},
        {"StraightPluralPossessiveAlone",
         "The wives' letter named the owners' club."},
        {"PluralPossessiveBefore", "The wives’ letter said ‘[q:never]’."},
        {"PluralPossessiveBehind",
         "The ‘[q:golden years]’ of the wives’ club are over."},
        {"EndsInSBeforeAFunctionWord",
         "He spoke of ‘[q:golden years]’ and of the wives’ club."},
        {"EndsInSTwice", "Both ‘[q:hawks]’ and ‘[q:doves]’ came."},
        {"EndsInSBeforeAComma", "They were ‘[q:losers]’, Ana Lopez said."},
        {"Decade", "In the ’90s Ana Lopez sang."},
        {"DecadeWithOpeningGlyph", "The ‘80s and the ‘90s were ‘[q:mad]’."},
        {"DecadeStraight", "The '80s and the '90s were '[q:fine]'."},
        {"Elision", "Get ’em out and let ’em go, the wives’ letter said."},
        {"ElisionWithOpeningGlyph", "Get ‘em out, said the wives’ letter."},
        {"ElisionInside", "‘[q:Get ’em out,]’ said Ana Lopez."},
        {"RockAndRoll", "She played rock 'n' roll in Brezin."},
        {"RockAndRollCurly", "She played rock ‘n’ roll in Brezin."},
        {"DroppedG", "‘[q:We’re goin’ home now,]’ said Ana Lopez."},
        {"Ol", "‘[q:The ol’ man left,]’ said Ana Lopez."},
        {"ClassYear", "She led the class of ’99 and the wives’ club."},
        {"YearsInside", "‘[q:20 years is long,]’ said Ana Lopez."},
        {"DroppedGAlone", "They were singin’ and dancin’ all night."},
        {"TransliteratedName", "‘Abd al-Karim called it ‘[q:the end]’."},
        {"FeetAlone", "The pole is 6' tall and the hut is 9' wide."},
        {"UnclosedIsNothing", "He wrote ‘never and left the hall."},
        {"StrayCloseIsNothing", "He wrote never’ and left the hall."},
        {"SingleWord", "He called the plan ‘[q:mad]’."},
        {"TwoInASentence", "‘[q:No,]’ said Lopez, ‘[q:never.]’"},
        {"DoubleInside", "‘[q:He said “never” to me,]’ Ana Lopez said."},
        {"DoubleAtBothEnds", "‘[q:“Never” was his “word”]’, she said."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Nesting, FindQuotedStretchesTest,
    testing::ValuesIn(std::vector<FindCase>{
        {"SingleInDouble", "“[q:He said ‘never’ to me,]” Ana Lopez said."},
        {"StraightSingleInDouble", "\"[q:He said 'no' to me,]\" she said."},
        {"SingleAtTheStart", "“[q:‘Never’ was his word,]” she said."},
        {"SingleAtTheEnd", "She said: “[q:His word was ‘never.’]”"},
        {"StraightSingleAtTheEnd", "She said: \"[q:His word was 'never.']\""},
        {"ThreeApostrophes", "She said: ''[q:His word was 'never.']''"},
        {"ThreeApostrophesFirst", "''[q:'Never' was his word,]'' she said."},
        {"BothEnd", "She said: \"[q:His word was 'never']\"."},
        {"StraightInCurly", "“[q:He said \"never\" to me,]” she said."},
        {"GuillemetsInCurly", "“[q:He said «never» to me,]” she said."},
        {"DecadeInDouble", "“[q:It was the ’90s,]” she said. “[q:Mad.]”"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Paragraphs, FindQuotedStretchesTest,
    testing::ValuesIn(std::vector<FindCase>{
        {"Reopened",
         "“[u:We leave in May.]\n“[cq:And we do not come back,]” she said."},
        {"ReopenedStraight",
         "\"[u:We leave in May.]\n\"[cq:And we stay away,]\" she said."},
        {"ReopenedSingle",
         "‘[u:We leave in May.]\n‘[cq:And we stay away,]’ she said."},
        {"ReopenedTwice",
         "“[u:We leave in May.]\n“[cu:We do.]\n“[cq:Truly,]” she said."},
        {"ReopenedAfterATag",
         "“[q:No,]” Ana Lopez said. “[u:We leave in May.]\n“[cq:We do.]”"},
        {"ClosedAndOpenedAnew",
         "“[q:We leave in May,]” she said.\n“[q:We stay,]” he said."},
        {"BlankLineBetween", "“[u:We leave in May.]\n\n“[cq:We do,]” he said."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Damage, FindQuotedStretchesTest,
    testing::ValuesIn(std::vector<FindCase>{
        {"MissingCloseBeforeATag",
         "“[u:We leave in May,] said Ana Lopez.\nNo one spoke."},
        {"MissingCloseCostsOneParagraph",
         "“[u:We leave in May. It is late.]\nHe rose. “[q:No,]” he said."},
        {"MissingCloseCostsOneQuotation",
         "“[u:We leave in May,] said Ana Lopez. “[q:It is late.]”"},
        {"MissingCloseStraight",
         "\"[u:We leave in May,] said Ana Lopez. \"[q:It is late.]\""},
        {"MissingOpen", "[q:We leave in May,]” said Ana Lopez."},
        {"MissingOpenStraight", "[q:We leave in May,]\" said Ana Lopez."},
        {"StrayCloseInTheMiddle", "The plan” was old, said Ana Lopez."},
        {"MissingCloseAtTheEndOfAParagraph",
         "“[u:We leave in May,] said Ana Lopez.\n“[q:No,]” said Carl Rolfe."},
        {"ReopenedWithATagOfItsOwnFarFromTheEnd",
         "“[u:Then, he said, we go to the farm and the old bridge and the hall "
         "and stay there.]\n“[cq:And we do,]” she said."},
        {"NotReopened",
         "“[u:We leave in May.]\n[cq:And we do not come back,]” she said."},
        {"NestedInItsOwnFamily", "“[q:He said “never” to me,]” she said."},
        {"NestedInItsOwnFamilyStraight",
         "\"[q:He said \"never\" to me,]\" she said."},
        {"WrongSingleGlyph", "’[q:We leave in May,]’ said Ana Lopez."},
        {"BlankBeforeTheClose", "“[q:We leave in May,] ”said Ana Lopez."},
        {"TagCommaThatIsAClause",
         "“[u:In May, Ana Lopez said that we would leave the old town.]\n"
         "“[cq:And we do,]” she said."},
        {"NoBlankBehindAColon", "Ana Lopez:\"[q:We leave.]\" Carl Rolfe rose."},
        {"NoBlankBehindTheClose", "\"[q:We leave.]\"That was all she said."},
        {"NestedInItsOwnFamilySingle",
         "‘[q:He said ‘never’ to me,]’ she said."},
        {"OtherFamilyCloses", "‘[q:We leave,]\" she said. ‘[q:In May.]\""},
        {"OtherFamilyClosesDouble", "\"[q:We leave,]’ she said. “[q:In May.]”"},
        {"OtherFamilyInside", "\"[q:He said ‘We go,’ and left,]\" she said."},
        {"NoBlankBehindTheSingleClose", "‘[q:We leave,]’Ana Lopez said."},
        {"Attribute", "<a href=\"x\">“[q:We leave,]”</a> she said."},
        {"OpenedTwice", "““[q:We leave in May,]” said Ana Lopez."},
        {"OpenedAgain", "“ “[q:We leave in May,]” said Ana Lopez."},
        {"ClosedTwice", "“[q:We leave in May,]”” said Ana Lopez."},
        {"LastMarkOfTheText", "Ana Lopez said: “"},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Inside, FindQuotedStretchesTest,
    testing::ValuesIn(std::vector<FindCase>{
        {"Sentences", "“[q:We go. We stay! Do we wait?]” she said."},
        {"Brackets", "“[q:[The ministry] is late (again),]” she said."},
        {"InBrackets", "The plan (“[q:a mistake]”) is old."},
        {"EllipsisFirst", "“[q:… and then we left,]” she said."},
        {"DotsFirst", "\"[q:...and then we left,]\" she said."},
        {"DotFirst", "She wrote \"[q:.@ana is late]\" and left."},
        {"DotsLast", "\"[q:And then we ...]\" she said."},
        {"BehindADash", "A plan—“[q:a mistake]”—is old."},
        {"BehindADashStraight", "A plan—\"[q:a mistake]\"—is old."},
        {"BehindAHyphen", "The pro-\"[q:order]\" camp won."},
        {"BeforeAHyphen", "The “[q:order]”-loving camp won."},
        {"BeforeAPossessive", "The “[q:Order]”’s camp won."},
        {"Adjacent", "“[q:No.]” “[q:Yes.]”"},
        {"Inches", "He is 6'2\" tall and said \"[q:so what]\" to me."},
        {"InchesAlone", "The 15\" screen and the 17\" screen are gone."},
        {"InchesInside", "\"[q:He is 6'2\" tall and runs,]\" she said."},
        {"NumberAtTheEnd", "\"[q:We leave in 2019]\" was her answer."},
    }),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    PageFurniture, FindQuotedStretchesTest,
    testing::ValuesIn(std::vector<FindCase>{
        {"Headline",
         "Lopez vows ‘no retreat’ on bridge\n“[q:No,]” said Ana Lopez."},
        {"HeadlineInDoubleMarks",
         "Lopez calls plan “mad” in Brezin\n“[q:No,]” said Ana Lopez."},
        {"HeadlineInTitleCase",
         "Lopez Vows ‘No Retreat’ Over the Bridge.\n‘[q:No,]’ said Lopez."},
        {"HeadlineWithAFullStopAboveDoubleMarks",
         "Lopez vows ‘no retreat’ on bridge.\n“[q:No,]” said Ana Lopez.\n"
         "“[q:We stay,]” she said. “[q:In May.]”"},
        {"FirstSentenceOfATextInSingleMarks",
         "Lopez vowed ‘[q:no retreat]’ on Monday.\n‘[q:No,]’ she said."},
        {"FirstParagraphThatEndsInItsQuotation",
         "Ana Lopez had one answer: “[q:No]”\nShe left."},
        {"OnlyParagraph", "Ana Lopez called the plan “[q:mad]” on Monday"},
        {"Subheading",
         "“[q:No,]” she said. “[q:Never.]”\n‘A matter of pride’\n“[q:Yes,]” he "
         "said."},
        {"ParagraphInSingleMarksOfTheirOwn",
         "‘[q:No,]’ she said.\n‘[q:It is a matter of pride.]’\n"
         "‘[q:Yes,]’ he said."},
        {"Caption",
         "“[q:No,]” she said.\nLopez at the “Old Hall” in May. Photo: C. "
         "Rolfe"},
        {"CaptionLabel",
         "“[q:No,]” she said.\nPhoto: Lopez, who calls it “mad”, in Brezin."},
        {"Teaser", "“[q:No,]” she said.\nREAD MORE: Lopez calls it “mad”"},
        {"Related",
         "“[q:No,]” she said.\nRelated stories: Lopez’s “mad” bridge."},
        {"LabelOfAPerson", "“[q:No,]” she said.\nLopez: “[q:It is mad.]”"},
        {"PhotoInASentence",
         "“[q:No,]” she said.\nThe photo was “[q:mad]”, she said."},
    }),
    [](const auto& info) { return info.param.name; });

TEST(FindQuotedStretchesTest, SaysWhichMarksStoodThere) {
  const text::Document document =
      MakeDocument("‘No,’ said Lopez. “Never,” said Rolfe.");
  const std::vector<QuotedStretch> found = FindQuotedStretches(document);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].single);
  EXPECT_FALSE(found[1].single);
  EXPECT_EQ(document.Text(found[0].outer), "‘No,’");
  EXPECT_EQ(document.Text(found[1].outer), "“Never,”");
  EXPECT_EQ(document.Text(found[1].tokens), "Never,");
}

TEST(FindQuotedStretchesTest, NumbersTheParagraphs) {
  const text::Document document =
      MakeDocument("The hall emptied.\n“No,” said Lopez.");
  const std::vector<QuotedStretch> found = FindQuotedStretches(document);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].paragraph, 1);
}

}  // namespace
}  // namespace onrecord::quotes
