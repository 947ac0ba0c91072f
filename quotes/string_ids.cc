#include "quotes/string_ids.h"

#include <cstring>

#include "absl/hash/hash.h"

namespace onrecord::quotes {
namespace {

template <typename Word>
uint64_t Load(const char* bytes) {
  Word word;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

// The words of most names have at most 16 bytes: two loads hold them.
uint32_t HashOf(absl::string_view bytes) {
  const size_t size = bytes.size();
  if (size > 16) return static_cast<uint32_t>(absl::HashOf(bytes));
  const char* const begin = bytes.data();
  const char* const end = begin + size;
  uint64_t first = 0, last = 0;
  if (size >= 8) {
    first = Load<uint64_t>(begin);
    last = Load<uint64_t>(end - 8);
  } else if (size >= 4) {
    first = Load<uint32_t>(begin);
    last = Load<uint32_t>(end - 4);
  } else if (size > 0) {
    first = Load<uint8_t>(begin) << 8 | Load<uint8_t>(begin + size / 2);
    last = Load<uint8_t>(end - 1);
  }
  uint64_t hash = (first ^ size) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32 ^ last) * 0xC2B2AE3D27D4EB4Fu;
  return static_cast<uint32_t>(hash >> 32);
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
