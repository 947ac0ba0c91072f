#include <map>
#include <set>
#include <string>
#include <utility>

#include "bench/identity_stress/people.h"
#include "gtest/gtest.h"
#include "quotes/identity.h"

namespace onrecord::bench {
namespace {

StressOptions Small() {
  StressOptions options;
  options.people = 50;
  options.mentions = 600;
  return options;
}

TEST(InventPeople, IsTheSameEveryTime) {
  const StressSet first = InventPeople(Small());
  const StressSet second = InventPeople(Small());
  ASSERT_EQ(first.inputs.size(), 600u);
  for (size_t i = 0; i < first.inputs.size(); ++i) {
    EXPECT_EQ(first.inputs[i].name, second.inputs[i].name);
    EXPECT_EQ(first.person[i], second.person[i]);
  }
}

TEST(InventPeople, PrintsAPersonInSeveralWaysAndOnceAnArticle) {
  const StressSet set = InventPeople(Small());
  std::map<int32_t, std::set<std::string>> names;
  std::set<std::pair<std::string, int32_t>> seen;
  for (size_t i = 0; i < set.inputs.size(); ++i) {
    names[set.person[i]].insert(set.inputs[i].name);
    EXPECT_TRUE(seen.insert({set.inputs[i].article_id, set.person[i]}).second);
  }
  EXPECT_EQ(names.size(), 50u);
  size_t ways = 0;
  for (const auto& [person, printed] : names) ways += printed.size();
  EXPECT_GT(ways, 4 * names.size());
}

TEST(InventPeople, NobodyHasTheFullNameOfAnother) {
  const StressSet set = InventPeople(Small());
  std::map<std::string, int32_t> owner;
  for (size_t i = 0; i < set.inputs.size(); ++i) {
    const auto [at, added] = owner.emplace(set.inputs[i].name, set.person[i]);
    EXPECT_EQ(at->second, set.person[i]) << at->first;
  }
}

}  // namespace
}  // namespace onrecord::bench
