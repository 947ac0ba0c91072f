#include "quotes/string_ids.h"

#include "text/byte_hash.h"

namespace onrecord::quotes {
namespace {

uint32_t HashOf(absl::string_view bytes) {
  return static_cast<uint32_t>(text::HashBytes(bytes));
}

}  // namespace

StringIds::StringIds(size_t expected) : ends_(1, 0) {
  size_t slots = 16;
  while (slots < 2 * expected) slots *= 2;
  slots_.resize(slots);
  ends_.reserve(expected + 1);
}

int32_t StringIds::Of(absl::string_view bytes) {
  const uint32_t hash = HashOf(bytes);
  Slot* const slot = SlotOf(bytes, hash);
  if (slot->id >= 0) return slot->id;
  const int32_t id = static_cast<int32_t>(ends_.size()) - 1;
  *slot = Slot{hash, id};
  bytes_.append(bytes.data(), bytes.size());
  ends_.push_back(static_cast<uint32_t>(bytes_.size()));
  if (2 * ends_.size() > slots_.size()) Grow();
  return id;
}

StringIds::Slot* StringIds::SlotOf(absl::string_view bytes, uint32_t hash) {
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.id < 0 || (slot.hash == hash && Text(slot.id) == bytes)) {
      return &slot;
    }
  }
}

void StringIds::Grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id < 0) continue;
    size_t at = slot.hash & mask;
    while (slots_[at].id >= 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace onrecord::quotes
