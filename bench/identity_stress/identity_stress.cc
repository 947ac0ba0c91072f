// How well and how fast speakers are told apart across articles.
//
//   ./bazelw run //bench/identity_stress
//
// Invented people (people.h): pairwise precision and recall on 20,000 mentions
// of 2,000 people, and the time for growing sets up to a million mentions.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "bench/identity_stress/people.h"
#include "data/embedded.h"
#include "quotes/identity.h"
#include "quotes/names.h"

namespace onrecord::bench {
namespace {

double Pairs(int64_t n) { return static_cast<double>(n) * (n - 1) / 2; }

// Counts pairs of mentions: those put together, those that belong together,
// and both.
void PrintPairs(const StressSet& set, const quotes::Identities& found) {
  absl::flat_hash_map<int32_t, int64_t> of_speaker, of_person;
  absl::flat_hash_map<std::pair<int32_t, int32_t>, int64_t> of_both;
  for (size_t i = 0; i < set.person.size(); ++i) {
    const int32_t speaker = found.of_input[i].speaker;
    ++of_speaker[speaker];
    ++of_person[set.person[i]];
    ++of_both[{speaker, set.person[i]}];
  }
  double together = 0, belong = 0, both = 0;
  for (const auto& [key, n] : of_speaker) together += Pairs(n);
  for (const auto& [key, n] : of_person) belong += Pairs(n);
  for (const auto& [key, n] : of_both) both += Pairs(n);
  std::printf(
      "%zu mentions, %zu people, %zu found: pairwise precision %.2f, recall "
      "%.2f\n",
      set.person.size(), of_person.size(), of_speaker.size(),
      100 * both / together, 100 * both / belong);
}

int Main() {
  const auto nicknames = quotes::Nicknames::FromTsv(
      "nicknames.tsv", data::EmbeddedContents("nicknames.tsv"));
  if (!nicknames.ok()) return 65;
  const StressSet small = InventPeople(StressOptions());
  PrintPairs(small, quotes::ResolveIdentities(small.inputs, *nicknames));
  double before = 0;
  for (const int mentions : {125000, 250000, 500000, 1000000}) {
    StressOptions options;
    options.mentions = mentions;
    options.people = mentions / 100;
    const StressSet set = InventPeople(options);
    const auto begin = std::chrono::steady_clock::now();
    const quotes::Identities found =
        quotes::ResolveIdentities(set.inputs, *nicknames);
    const std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - begin;
    std::printf("%d mentions of %d people: %.2f s", mentions, options.people,
                took.count());
    if (before > 0) std::printf(", %.2f times the half", took.count() / before);
    std::printf(", %zu found\n", found.speakers.size());
    before = took.count();
  }
  return 0;
}

}  // namespace
}  // namespace onrecord::bench

int main() { return onrecord::bench::Main(); }
