#include "dashboard/page.h"

#include <string>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::dashboard {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr absl::string_view kEmptyPlace = "id=\"history-data\"></script>";

TEST(PageTest, HasOnePlaceForAHistory) {
  const size_t place = Page().find(kEmptyPlace);
  ASSERT_NE(place, absl::string_view::npos);
  EXPECT_EQ(Page().find("id=\"history-data\"", place + 1),
            absl::string_view::npos);
}

TEST(PageTest, TakesTheHistoryAsBase64) {
  EXPECT_THAT(PageWithHistory(absl::string_view("\0\xff>", 3)),
              HasSubstr("id=\"history-data\">AP8+</script>"));
}

TEST(PageTest, DiffersFromThePageAloneByTheHistoryOnly) {
  const std::string page = PageWithHistory("abc");
  EXPECT_EQ(page.size(), Page().size() + 4);
  EXPECT_EQ(PageWithHistory(""), Page());
}

TEST(PageTest, FetchesNothingFromOutside) {
  EXPECT_THAT(std::string(Page()), HasSubstr("default-src 'none'"));
  for (absl::string_view loader : {" src=", "<link", "@import", "url("}) {
    EXPECT_FALSE(absl::StrContains(Page(), loader)) << loader;
  }
}

TEST(PageTest, RunsNoScriptButItsOwn) {
  EXPECT_THAT(std::string(Page()), Not(HasSubstr("unsafe-")));
  EXPECT_THAT(std::string(Page()), HasSubstr("script-src 'sha256-"));
}

TEST(PageTest, NeverParsesTextAsMarkup) {
  for (absl::string_view parser :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"}) {
    EXPECT_FALSE(absl::StrContains(Page(), parser)) << parser;
  }
}

}  // namespace
}  // namespace onrecord::dashboard
