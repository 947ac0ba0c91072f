#ifndef ONRECORD_BENCH_IDENTITY_STRESS_PEOPLE_H_
#define ONRECORD_BENCH_IDENTITY_STRESS_PEOPLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "quotes/identity.h"

namespace onrecord::bench {

struct StressOptions {
  int people = 2000;
  int mentions = 20000;      // Speakers of articles, a few to an article.
  int shared_surnames = 10;  // Per cent of the people.
  uint32_t seed = 1;
};

// Speakers of articles, and whose each is.
struct StressSet {
  std::vector<quotes::SpeakerInput> inputs;
  std::vector<int32_t> person;  // Parallel to `inputs`.
};

// Invents people of several name traditions and articles that print their
// names in up to six ways: in full, without the middle name, with an initial,
// in another transliteration, with a title, in capitals. No two people have the
// same names in full; some have the same surname. The same options give the
// same set on every machine.
StressSet InventPeople(const StressOptions& options);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_IDENTITY_STRESS_PEOPLE_H_
