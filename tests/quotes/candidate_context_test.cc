#include "quotes/candidate_context.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// Labels: r a word of a sentence that is read, u one of a sentence that is not.
struct ReadingCase {
  std::string name;
  std::string marked;
};

class ReadingTest : public testing::TestWithParam<ReadingCase> {};

TEST_P(ReadingTest, ReadsTheSentencesThatCandidatesComeFrom) {
  const MarkedText marked = ReadMarkedText(GetParam().marked);
  const text::Document document = MakeDocument(marked.text);
  const ReporterView view = MakeReporterView(document);
  const CandidateContext context(document, view);
  ASSERT_FALSE(marked.labels.empty());
  for (const MarkedText::Label& label : marked.labels) {
    const int32_t token = document.TokenAt(label.span.begin);
    EXPECT_EQ(context.In(token, token + 1) != kNothing, label.name == "r")
        << document.Text(label.span);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, ReadingTest,
    testing::ValuesIn(std::vector<ReadingCase>{
        {"Neighbours",
         "[u:Rain] fell. [r:Snow] fell. “We go,” [r:said] Ana Lopez. "
         "[r:Sun] came. [u:Fog] came."},
        {"BetweenTwoOfOneParagraph",
         "“We go,” said Ana Lopez. Snow fell. [r:Rain] fell. Fog came. "
         "“We stay,” she said."},
        {"NotBetweenTwoParagraphs",
         "“We go,” said Ana Lopez. [r:Snow] fell. [u:Rain] fell.\n"
         "[u:Fog] came. [r:Sun] came. “We stay,” she said."},
    }),
    [](const auto& info) { return info.param.name; });

struct Beside {
  std::string mention;
  int gap;
  Between what;
  int side;
  int order;
};

// What is listed for the cue "said".
struct CueCase {
  std::string name;
  std::string text;
  std::vector<Beside> mentions;
};

class MentionsOfCueTest : public testing::TestWithParam<CueCase> {};

TEST_P(MentionsOfCueTest, ListsTheNearestFirst) {
  const text::Document document = MakeDocument(GetParam().text);
  const ReporterView view = MakeReporterView(document);
  const CandidateContext context(document, view);
  size_t cue = 0;
  while (document.Text(view.cues[cue].tokens) != "said") ++cue;
  const auto found = context.MentionsOfCue(static_cast<int32_t>(cue));
  const std::vector<Beside>& want = GetParam().mentions;
  ASSERT_EQ(found.size(), want.size());
  for (size_t i = 0; i < want.size(); ++i) {
    EXPECT_EQ(document.Text(view.mentions[found[i].mention].span),
              want[i].mention);
    EXPECT_EQ(found[i].gap, want[i].gap) << want[i].mention;
    EXPECT_EQ(found[i].what, want[i].what) << want[i].mention;
    EXPECT_EQ(found[i].side, want[i].side) << want[i].mention;
    EXPECT_EQ(found[i].order, want[i].order) << want[i].mention;
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, MentionsOfCueTest,
    testing::ValuesIn(std::vector<CueCase>{
        {"BothSides",
         "Ana Lopez said to Hugo Berg: “No.”",
         {{"Ana Lopez", 0, kNothing, 1, 0}, {"Hugo Berg", 1, kWords, 2, 0}}},
        {"TheStrongestThingBetween",
         "Rolfe, who knew Ana Lopez, said: “No.”",
         {{"Ana Lopez", 1, kCommas, 1, 0},
          {"who", 4, kVerbBetween, 1, 1},
          {"Rolfe", 5, kVerbBetween, 1, 2}}},
        {"AnOwnerEndsBeforeWhatItOwns",
         "Lopez’s office said: “No.”",
         {{"Lopez", 2, kWords, 1, 0}, {"Lopez’s office", 0, kNothing, 1, 1}}},
        {"NotTheDenied",
         "The ministry, not Ana Lopez, said: “No.”",
         {{"The ministry", 4, kMentionBetween, 1, 0}}},
    }),
    [](const auto& info) { return info.param.name; });

TEST(GapBucketTest, HasEightCategories) {
  const std::vector<int32_t> tokens = {-1, 0, 3, 4, 5, 6, 8, 9, 14, 15, 400};
  std::vector<int> buckets;
  for (int32_t n : tokens) buckets.push_back(GapBucket(n));
  EXPECT_EQ(buckets, (std::vector<int>{0, 0, 3, 4, 4, 5, 5, 6, 6, 7, 7}));
}

}  // namespace
}  // namespace onrecord::quotes
