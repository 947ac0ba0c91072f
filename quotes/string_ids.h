#ifndef ONRECORD_QUOTES_STRING_IDS_H_
#define ONRECORD_QUOTES_STRING_IDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace onrecord::quotes {

// Numbers the distinct strings of one article, so that what compares them often
// compares numbers.
//
//   Owns:    its copy of the strings.
//   Threads: one.
class StringIds {
 public:
  // Has room for `expected` strings; takes more.
  explicit StringIds(size_t expected);

  // The id of `bytes`: 0, 1, 2 ... in order of first appearance.
  int32_t Of(absl::string_view bytes);
  // The string of an id that Of() returned; good until the next call of Of().
  absl::string_view Text(int32_t id) const {
    const uint32_t begin = ends_[id];
    return absl::string_view(bytes_.data() + begin, ends_[id + 1] - begin);
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    int32_t id = -1;  // -1: empty.
  };

  // The slot that holds `bytes`, or the empty one where they belong.
  Slot* SlotOf(absl::string_view bytes, uint32_t hash);
  void Grow();

  std::string bytes_;           // All strings, one behind the other.
  std::vector<uint32_t> ends_;  // ends_[id + 1]: where that of `id` ends.
  std::vector<Slot> slots_;     // A power of two, at most half of them taken.
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_STRING_IDS_H_
