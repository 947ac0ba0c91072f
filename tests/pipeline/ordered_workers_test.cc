#include "pipeline/ordered_workers.h"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace onrecord::pipeline {
namespace {

using Workers = OrderedWorkers<int, std::string>;

// Gives 0, 1, ... size - 1.
Workers::Next CountTo(int size, std::atomic<int>* given) {
  return [size, given]() -> absl::optional<int> {
    if (*given == size) return absl::nullopt;
    return (*given)++;
  };
}

Workers::Limits Threads(int jobs) {
  Workers::Limits limits;
  limits.jobs = jobs;
  return limits;
}

class OrderedWorkersTest : public testing::TestWithParam<int> {};

TEST_P(OrderedWorkersTest, KeepsTheOrderOfTheInputs) {
  std::atomic<int> given(0);
  std::vector<std::string> out;
  Workers::Run(
      Threads(GetParam()), CountTo(200, &given),
      [](int n) {
        // Every seventh takes longer than its neighbours.
        if (n % 7 == 0) {
          std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return std::to_string(n);
      },
      [&out](std::string s) {
        out.push_back(std::move(s));
        return true;
      });
  ASSERT_EQ(out.size(), 200u);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(out[i], std::to_string(i));
}

TEST_P(OrderedWorkersTest, NoInputIsNoOutput) {
  std::atomic<int> given(0);
  int out = 0;
  Workers::Run(
      Threads(GetParam()), CountTo(0, &given),
      [](int n) { return std::to_string(n); },
      [&out](std::string) { return ++out > 0; });
  EXPECT_EQ(out, 0);
}

TEST_P(OrderedWorkersTest, StopsWhenTheOutputIsRefused) {
  std::atomic<int> given(0);
  int out = 0;
  Workers::Run(
      Threads(GetParam()), CountTo(100000, &given),
      [](int n) { return std::to_string(n); },
      [&out](std::string) { return ++out < 3; });
  EXPECT_EQ(out, 3);
  EXPECT_LE(given, 3 + 4 * GetParam() + 1);
}

TEST_P(OrderedWorkersTest, ReadsNoFurtherAheadThanItsWindow) {
  std::atomic<int> given(0);
  int written = 0;
  int farthest = 0;
  Workers::Run(
      Threads(GetParam()), CountTo(500, &given),
      [](int n) { return std::to_string(n); },
      [&](std::string) {
        farthest = std::max(farthest, given - written);
        ++written;
        return true;
      });
  EXPECT_EQ(written, 500);
  EXPECT_LE(farthest, 4 * GetParam() + 2);
}

TEST_P(OrderedWorkersTest, NoMoreIsUnderWayThanTheLimit) {
  std::atomic<int> given(0), under_way(0), most(0), heavy_alone(0);
  Workers::Limits limits = Threads(GetParam());
  limits.max_weight = 10;
  // Every fifth is heavier than all that may be under way.
  limits.weigh = [](const int& n) { return size_t(n % 5 == 0 ? 99 : 4); };
  std::vector<std::string> out;
  Workers::Run(
      limits, CountTo(300, &given),
      [&](int n) {
        const int now = ++under_way;
        most = std::max<int>(most, now);
        if (n % 5 == 0 && now == 1) ++heavy_alone;
        std::this_thread::sleep_for(std::chrono::microseconds(20));
        --under_way;
        return std::to_string(n);
      },
      [&out](std::string s) {
        out.push_back(std::move(s));
        return true;
      });
  ASSERT_EQ(out.size(), 300u);
  EXPECT_EQ(out.back(), "299");
  EXPECT_LE(most, 2);
  EXPECT_EQ(heavy_alone, 60);
}

INSTANTIATE_TEST_SUITE_P(Jobs, OrderedWorkersTest, testing::Values(1, 2, 5),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace onrecord::pipeline
