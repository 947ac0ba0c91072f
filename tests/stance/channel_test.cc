#include "stance/channel.h"

#include <string>
#include <vector>

#include "data/embedded.h"
#include "gtest/gtest.h"
#include "tests/stance/marked_quotes.h"

namespace onrecord::stance {
namespace {

PhraseTable Phrases() {
  return *ReadChannelPhrases("channel_phrases.tsv",
                             data::EmbeddedContents("channel_phrases.tsv"),
                             TestLexicon());
}

struct ChannelCase {
  std::string name, text;
  bool is_private;
};

class ChannelTest : public testing::TestWithParam<ChannelCase> {};

TEST_P(ChannelTest, TellsTheLastQuotation) {
  const MarkedQuotes read = ReadMarkedQuotes(GetParam().text);
  const PhraseTable phrases = Phrases();
  const PhraseFinder finder({&phrases}, TestLexicon());
  const auto channels = ResolveChannels(*read.document, read.quotes, phrases,
                                        finder.FindAll(*read.document)[0]);
  ASSERT_EQ(channels.size(), read.quotes.size());
  EXPECT_EQ(channels.back().channel == Channel::kPrivate, GetParam().is_private)
      << read.document->Text(channels.back().evidence);
}

INSTANTIATE_TEST_SUITE_P(
    All, ChannelTest,
    testing::ValuesIn(std::vector<ChannelCase>{
        {"Plain", "“{1A:We must go},” {A:Lopez} {c1:said}.", false},
        {"Privately",
         "{A:Lopez} privately {c1:told} envoys that {1a:they must stay}.",
         true},
        {"Publicly",
         "{A:Lopez} publicly {c1:told} envoys that {1a:they must stay}.",
         false},
        {"ClosedDoors",
         "Behind closed doors {A:Lopez} {c1:said} that {1a:they must stay}.",
         true},
        {"CableInTheSentence",
         "{A:Lopez} {c1:told} envoys that departure would be “{1A:a "
         "catastrophe},” the cable says.",
         true},
        {"CableBefore",
         "The minister's words are in a diplomatic cable seen by the Post. "
         "{A:He} {c1:called} the plan “{1A:a catastrophe}.”",
         true},
        {"CableBeforeThenPublic",
         "The minister's words are in a diplomatic cable seen by the Post. "
         "{A:He} {c1:told} reporters that {1a:they must go}.",
         false},
        {"AskedAboutTheCable",
         "Asked about the diplomatic cable, {A:Lopez} {c1:said}: “{1A:They "
         "must go}.”",
         false},
        {"InTheWords", "“{1A:Privately I laughed},” {A:Lopez} {c1:said}.",
         false},
        {"OtherParagraph",
         "{A:Lopez} privately {c1:told} envoys that {1a:they must "
         "stay}.\n\n“{2A:They must go},” {A:he} {c2:said}.",
         false},
        {"Anonymous",
         "“{1A:They must go},” {c1:said} {A:one lawmaker}, asking not to be "
         "named.",
         false},
    }),
    [](const auto& info) { return info.param.name; });

TEST(ReadChannelPhrasesTest, SaysWhatIsWrong) {
  EXPECT_EQ(
      ReadChannelPhrases("c.tsv", "# x\nin secret\tprivat\t1\n", TestLexicon())
          .status()
          .message(),
      "c.tsv:2: want one of private, public, got privat");
  EXPECT_EQ(ReadChannelPhrases("c.tsv", "in secret\tprivate\n", TestLexicon())
                .status()
                .message(),
            "c.tsv:1: want 3 columns, got 2");
  EXPECT_EQ(
      ReadChannelPhrases("c.tsv", "in secret\tprivate\t7\n", TestLexicon())
          .status()
          .message(),
      "c.tsv: in secret: want a weight in (0, 1], got 7");
}

}  // namespace
}  // namespace onrecord::stance
