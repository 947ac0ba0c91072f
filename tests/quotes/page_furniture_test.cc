#include "quotes/page_furniture.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/quotes/marked_text.h"

namespace onrecord::quotes {
namespace {

// `f` labels the paragraphs that are none of the article's.
struct FurnitureCase {
  std::string name;
  std::string marked;
};

class IsPageFurnitureTest : public testing::TestWithParam<FurnitureCase> {};

TEST_P(IsPageFurnitureTest, TellsTheArticleFromThePage) {
  const std::string& marked = GetParam().marked;
  const text::Document document = MakeDocument(ReadMarkedText(marked).text);
  std::vector<MarkedText::Label> found;
  for (size_t p = 0; p < document.paragraphs().size(); ++p) {
    if (IsPageFurniture(document, static_cast<int32_t>(p))) {
      found.push_back({"f", document.paragraphs()[p].span});
    }
  }
  EXPECT_EQ(WriteMarkedText(document.text(), found), marked);
}

INSTANTIATE_TEST_SUITE_P(
    All, IsPageFurnitureTest,
    testing::ValuesIn(std::vector<FurnitureCase>{
        {"Headline", "[f:Mayor vows to rebuild the bridge]\nThe mayor spoke."},
        {"HeadlineInTitleCase",
         "[f:Mayor Vows to Rebuild the Bridge.]\nThe mayor spoke."},
        {"FirstSentence", "The mayor vowed to rebuild it.\nThe mayor spoke."},
        {"OneParagraph", "Mayor vows to rebuild the bridge"},
        {"Photo", "She left.\n[f:Photo: Ana Lopez in Brezin.]\nShe rose."},
        {"ReadMore", "She left.\n[f:READ MORE: the bridge is closed]"},
        {"RelatedStories", "She left.\n[f:Related stories: the bridge.]"},
        {"Bar", "She left.\n[f:Watch | The bridge is closed]"},
        {"Alone", "She left.\n[f:Advertisement]\nShe rose."},
        {"Credit", "She left.\n[f:The old hall in May. Image: Carl Rolfe]"},
        {"NoteOfTheEditor", "She left.\n[f:Editor's note: this was changed.]"},
        {"LabelInASentence", "She left.\nThe photo was old, she said: mad."},
        {"LongerWord", "She left.\nReaders: we thank you all."},
        {"Speaker", "She left.\nLopez: we leave in May."},
    }),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace onrecord::quotes
