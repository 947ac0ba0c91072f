#include "dashboard/page.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::dashboard {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr absl::string_view kEmptyPlace = "id=\"history-data\"></script>";

TEST(PageTest, HasOnePlaceForAHistory) {
  const size_t place = DashboardPage().find(kEmptyPlace);
  ASSERT_NE(place, absl::string_view::npos);
  EXPECT_EQ(DashboardPage().find("id=\"history-data\"", place + 1),
            absl::string_view::npos);
}

TEST(PageTest, TakesTheHistoryAsBase64) {
  EXPECT_THAT(PageWithHistory(absl::string_view("\0\xff>", 3)),
              HasSubstr("id=\"history-data\">AP8+</script>"));
}

struct PlaceCase {
  const char* name;
  std::string page;
  const char* history;
  const char* events;
};

TEST(PageTest, KnowsWhereItsHistoryIs) {
  const PlaceCase kCases[] = {
      {"served", std::string(DashboardPage()), "v1/history", "v1/events"},
      {"beside", PageBesideHistory(), "history.binpb", ""},
      {"inside", PageWithHistory("abc"), "", ""},
  };
  for (const PlaceCase& c : kCases) {
    EXPECT_THAT(c.page,
                HasSubstr(absl::StrCat("name=\"onrecord-history\" content=\"",
                                       c.history, "\"")))
        << c.name;
    EXPECT_THAT(c.page,
                HasSubstr(absl::StrCat("name=\"onrecord-events\" content=\"",
                                       c.events, "\"")))
        << c.name;
  }
}

TEST(PageTest, FetchesNothingFromOutside) {
  EXPECT_THAT(std::string(DashboardPage()), HasSubstr("default-src 'none'"));
  for (absl::string_view loader : {" src=", "<link", "@import", "url("}) {
    EXPECT_FALSE(absl::StrContains(DashboardPage(), loader)) << loader;
  }
}

TEST(PageTest, RunsNoScriptButItsOwn) {
  EXPECT_THAT(std::string(DashboardPage()), Not(HasSubstr("unsafe-")));
  EXPECT_THAT(std::string(DashboardPage()), HasSubstr("script-src 'sha256-"));
}

TEST(PageTest, NeverParsesTextAsMarkup) {
  for (absl::string_view parser :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"}) {
    EXPECT_FALSE(absl::StrContains(DashboardPage(), parser)) << parser;
  }
}

}  // namespace
}  // namespace onrecord::dashboard
