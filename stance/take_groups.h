#ifndef ONRECORD_STANCE_TAKE_GROUPS_H_
#define ONRECORD_STANCE_TAKE_GROUPS_H_

#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace onrecord::stance {

// Takes what `wanted` holds for out of a queue, by its key: groups in the order
// of their first members, each in the order of the queue and with no room to
// spare, as there may be a million of them. All is in memory once: the queue
// shrinks as the groups grow.
//
//   Key:  hashable by Abseil; may hold views of the element it is made of.
template <typename T, typename KeyOf, typename Wanted>
std::vector<std::vector<T>> TakeGroups(std::deque<T> queue, const KeyOf& key_of,
                                       const Wanted& wanted) {
  constexpr size_t kNone = static_cast<size_t>(-1);
  absl::flat_hash_map<decltype(key_of(queue.front())), size_t> group_of_key;
  std::vector<size_t> group_of(queue.size(), kNone);
  std::vector<size_t> sizes;
  for (size_t i = 0; i < queue.size(); ++i) {
    if (!wanted(queue[i])) continue;
    const auto [at, is_new] =
        group_of_key.try_emplace(key_of(queue[i]), sizes.size());
    if (is_new) sizes.push_back(0);
    group_of[i] = at->second;
    ++sizes[at->second];
  }
  std::vector<std::vector<T>> groups(sizes.size());
  for (size_t g = 0; g < groups.size(); ++g) groups[g].reserve(sizes[g]);
  for (const size_t group : group_of) {
    if (group != kNone) groups[group].push_back(std::move(queue.front()));
    queue.pop_front();
  }
  return groups;
}

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TAKE_GROUPS_H_
