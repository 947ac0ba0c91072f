// How long a large store takes.
//
//   store FOLDER [OBSERVATIONS]
//
// Makes FOLDER/bench.db with the records of so many observations (default: a
// million, of 10,000 invented people, four to an article) unless it is there,
// and prints what it takes to add an article and to show one speaker.
#include "store/store.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/identity_stress/people.h"
#include "bench/store/records.h"
#include "pipeline/build_history.h"
#include "pipeline/history_proto.h"
#include "pipeline/record.h"

namespace onrecord::bench {
namespace {

using pipeline::ArticleRecord;

constexpr size_t kBatch = 256;  // As `track` adds them.
constexpr int kRounds = 20;

class Clock {
 public:
  double Milliseconds() const {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now() - begin_)
        .count();
  }

 private:
  const std::chrono::steady_clock::time_point begin_ =
      std::chrono::steady_clock::now();
};

absl::Status Fill(const StressSet& set, store::Store* store) {
  const Clock clock;
  std::vector<ArticleRecord> batch;
  int64_t articles = 0;
  for (size_t next = 0; next < set.inputs.size();) {
    batch.push_back(RecordAt(set, &next));
    if (batch.size() < kBatch && next < set.inputs.size()) continue;
    const auto counts = store->Add(batch);
    if (!counts.ok()) return counts.status();
    articles += counts->added;
    batch.clear();
  }
  const double seconds = clock.Milliseconds() / 1000;
  std::printf("%lld articles stored in %.1f s (%.0f a second)\n",
              static_cast<long long>(articles), seconds, articles / seconds);
  return absl::OkStatus();
}

void PrintTimes(const char* what, std::vector<double> ms) {
  if (ms.empty()) return;
  std::sort(ms.begin(), ms.end());
  std::printf("%s: median %.1f ms, longest %.1f ms of %zu\n", what,
              ms[ms.size() / 2], ms.back(), ms.size());
}

// Opens the store each time, as the program does.
absl::Status MeasureAdding(const std::string& path, const StressSet& set) {
  const auto articles =
      store::Store::Open(path, store::Access::kUse)->CountArticles();
  if (!articles.ok()) return articles.status();
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round) {
    size_t next = 0;
    ArticleRecord record = RecordAt(set, &next);
    // A new one every time, whatever earlier runs added.
    record.article.id = absl::StrCat("new", *articles + round);
    const Clock clock;
    auto store = store::Store::Open(path, store::Access::kCreate);
    if (!store.ok()) return store.status();
    const auto counts = store->Add({record});
    if (!counts.ok()) return counts.status();
    times.push_back(clock.Milliseconds());
  }
  PrintTimes("adding an article", std::move(times));
  return absl::OkStatus();
}

// As `track --store --speaker=NAME --quick`, without the program's start.
absl::Status MeasureOneSpeaker(const std::string& path, const StressSet& set) {
  std::vector<double> times;
  size_t articles = 0, observations = 0;
  for (int round = 0; round < kRounds; ++round) {
    const std::string& name = set.inputs[round * 4].name;
    const Clock clock;
    const auto store = store::Store::Open(path, store::Access::kUse);
    if (!store.ok()) return store.status();
    std::vector<ArticleRecord> records;
    absl::Status read = store->ReadNaming(name, [&](ArticleRecord record) {
      records.push_back(std::move(record));
      return absl::OkStatus();
    });
    if (!read.ok()) return read;
    articles += records.size();
    pipeline::BuildHistoryOptions options;
    options.selection.speaker = name;
    auto history = BuildHistory(std::move(records), options);
    if (!history.ok()) return history.status();
    observations += history->counts.observations;
    const std::string bytes =
        pipeline::ToProto(*std::move(history)).SerializeAsString();
    times.push_back(clock.Milliseconds());
  }
  PrintTimes("one speaker's timeline, quick", std::move(times));
  std::printf("  from %zu articles, with %zu observations, on average\n",
              articles / kRounds, observations / kRounds);
  return absl::OkStatus();
}

// As `track --store`.
absl::Status MeasureWhole(const std::string& path) {
  const Clock clock;
  const auto store = store::Store::Open(path, store::Access::kUse);
  if (!store.ok()) return store.status();
  std::vector<ArticleRecord> records;
  absl::Status read = store->Read([&](ArticleRecord record) {
    records.push_back(std::move(record));
    return absl::OkStatus();
  });
  if (!read.ok()) return read;
  const double reading = clock.Milliseconds();
  const auto history = pipeline::BuildHistory(std::move(records), {});
  if (!history.ok()) return history.status();
  rusage usage;
  ::getrusage(RUSAGE_SELF, &usage);
  std::printf(
      "the whole history: %.1f s, %.1f of them reading, %d observations in %zu "
      "timelines, %ld MB of memory\n",
      clock.Milliseconds() / 1000, reading / 1000, history->counts.observations,
      history->timelines.size(), usage.ru_maxrss / 1024);
  return absl::OkStatus();
}

absl::Status Measure(const std::string& path, int observations) {
  const StressSet set = InventStatements(observations);
  auto store = store::Store::Open(path, store::Access::kCreate);
  if (!store.ok()) return store.status();
  const auto articles = store->CountArticles();
  if (!articles.ok()) return articles.status();
  absl::Status status = *articles == 0 ? Fill(set, &*store) : absl::OkStatus();
  if (status.ok()) status = MeasureAdding(path, set);
  if (status.ok()) status = MeasureOneSpeaker(path, set);
  return status.ok() ? MeasureWhole(path) : status;
}

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  if (argc < 2) {
    std::fprintf(stderr, "usage: store FOLDER [OBSERVATIONS]\n");
    return 64;
  }
  const absl::Status status =
      onrecord::bench::Measure(absl::StrCat(argv[1], "/bench.db"),
                               argc > 2 ? std::atoi(argv[2]) : 1000000);
  if (status.ok()) return 0;
  std::fprintf(stderr, "%s\n", std::string(status.message()).c_str());
  return 74;
}
