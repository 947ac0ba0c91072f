// `track --store` is killed at random moments: what it reported as stored is
// there, nothing is there by half, and the store is good.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "store/check_store.h"
#include "store/database.h"
#include "tests/cli/run_onrecord.h"

namespace onrecord::cli {
namespace {

constexpr int kKills = 200;
constexpr int kArticles = 700;  // Of one run.
constexpr int kBatch = 256;     // Of one transaction.
constexpr int kInputs = 3;      // Runs that follow each other on one store.

std::string Id(int input, int article) {
  return absl::StrCat("i", input, "-", article);
}

pid_t Start(const std::string& store, const std::string& input,
            const std::string& err) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int out = ::open("/dev/null", O_WRONLY);
  const int log = ::open(err.c_str(), O_WRONLY);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  const std::string flag = absl::StrCat("--store=", store);
  ::execl("./onrecord", "onrecord", "track", flag.c_str(), "--jobs=1",
          input.c_str(), nullptr);
  ::_exit(127);
}

// N of the last "stored N articles" that was printed.
int Reported(const std::string& err) {
  int reported = 0;
  for (absl::string_view line : absl::StrSplit(ReadFileOrEmpty(err), '\n')) {
    const std::vector<absl::string_view> words = absl::StrSplit(line, ' ');
    if (words.size() < 3 || words[words.size() - 3] != "stored") continue;
    EXPECT_TRUE(absl::SimpleAtoi(words[words.size() - 2], &reported)) << line;
  }
  return reported;
}

// The ids in a store; none if it was killed before it was one.
std::set<std::string> IdsIn(const std::string& path) {
  std::set<std::string> ids;
  const auto database =
      store::Database::Open(path, store::Access::kRead, absl::Seconds(5));
  if (!database.ok()) return ids;
  auto rows = database->Prepare("SELECT id FROM article");
  if (!rows.ok()) return ids;
  absl::StatusOr<bool> more = rows->Step();
  for (; more.ok() && *more; more = rows->Step()) ids.emplace(rows->Bytes(0));
  EXPECT_TRUE(more.ok()) << more.status();
  return ids;
}

// A store's life: which articles were reported, and what happened.
class KilledStore {
 public:
  explicit KilledStore(const std::string& folder)
      : path_(folder + "/s.db"), err_(folder + "/err") {}

  // Runs on `input` and is killed after `delay`; false if it was faster.
  bool Run(int input, const std::string& file, absl::Duration delay) {
    WriteFile(err_, "");  // It may be killed before it does so itself.
    const pid_t child = Start(path_, file, err_);
    absl::SleepFor(delay);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    last_reported_ = Reported(err_);
    for (int i = 0; i < last_reported_; ++i) reported_.insert(Id(input, i));
    return WIFSIGNALED(status);
  }

  void Check(int input) const {
    const std::set<std::string> ids = IdsIn(path_);
    for (const std::string& id : reported_) {
      ASSERT_EQ(ids.count(id), 1u) << id << " was reported and is not there";
    }
    int of_this_run = 0;
    for (int i = 0; i < kArticles; ++i) of_this_run += ids.count(Id(input, i));
    EXPECT_TRUE(of_this_run % kBatch == 0 || of_this_run == kArticles)
        << of_this_run << " articles are no whole batches";
    if (ids.empty()) return;
    const auto contents = store::CheckStore(path_);
    ASSERT_TRUE(contents.ok()) << contents.status();
    EXPECT_EQ(contents->articles, static_cast<int64_t>(ids.size()));
  }

  int last_reported() const { return last_reported_; }

 private:
  const std::string path_, err_;
  std::set<std::string> reported_;
  int last_reported_ = 0;
};

// Record files, so that a run spends its time with the store.
std::vector<std::string> MakeInputs() {
  const std::string folder = NewFolder();
  std::vector<std::string> files;
  for (int input = 0; input < kInputs; ++input) {
    std::string lines;
    for (int i = 0; i < kArticles; ++i) {
      lines += ArticleLine(Id(input, i), "We want the troops to leave");
    }
    const std::string name = absl::StrCat(folder, "/", input);
    const RunResult made = RunOnrecord(absl::StrCat(
        "extract -o ", name, ".binpb ", WriteFile(name + ".jsonl", lines)));
    EXPECT_EQ(made.exit_code, 0) << made.err;
    files.push_back(name + ".binpb");
  }
  return files;
}

TEST(StoreKillTest, WhatWasReportedIsThereAfterEveryKill) {
  const std::vector<std::string> inputs = MakeInputs();
  const absl::Time begin = absl::Now();
  ASSERT_EQ(RunOnrecord(absl::StrCat("track --store=", NewFolder(), "/s.db ",
                                     inputs[0], " -o /dev/null"))
                .exit_code,
            0);
  const absl::Duration whole_run = absl::Now() - begin;
  std::mt19937 random(23);
  std::uniform_real_distribution<double> share(0, 1);
  int kills = 0, between_reports = 0;
  while (kills < kKills) {
    KilledStore store(NewFolder());
    for (int input = 0; input < kInputs; ++input) {
      kills += store.Run(input, inputs[input], share(random) * whole_run);
      between_reports +=
          store.last_reported() > 0 && store.last_reported() < kArticles;
      store.Check(input);
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(between_reports, 0) << "no run was killed while it stored";
}

}  // namespace
}  // namespace onrecord::cli
