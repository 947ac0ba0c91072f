#include "stance/take_groups.h"

#include <deque>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::stance {
namespace {

using testing::ElementsAre;

char FirstLetter(const std::string& word) { return word[0]; }

TEST(TakeGroupsTest, KeepsTheOrderOfTheQueue) {
  const std::deque<std::string> queue = {"pine", "ash", "plum", "oak", "alder"};
  EXPECT_THAT(
      TakeGroups(queue, FirstLetter, [](const std::string&) { return true; }),
      ElementsAre(ElementsAre("pine", "plum"), ElementsAre("ash", "alder"),
                  ElementsAre("oak")));
}

TEST(TakeGroupsTest, TakesWhatIsWanted) {
  const std::deque<std::string> queue = {"pine", "ash", "plum", "oak"};
  const auto groups = TakeGroups(
      queue, FirstLetter, [](const std::string& s) { return s.size() == 4; });
  EXPECT_THAT(groups, ElementsAre(ElementsAre("pine", "plum")));
  EXPECT_EQ(groups[0].capacity(), 2u);
}

TEST(TakeGroupsTest, OfNothingIsNothing) {
  EXPECT_TRUE(TakeGroups(std::deque<std::string>(), FirstLetter,
                         [](const std::string&) { return true; })
                  .empty());
}

}  // namespace
}  // namespace onrecord::stance
