#include "pipeline/speaker_id.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"
#include "quotes/names.h"

namespace onrecord::pipeline {
namespace {

std::string MakeId(absl::string_view name, bool person) {
  if (person) {
    std::string key = quotes::PersonKey(name);
    if (!key.empty()) return key;
  }
  return quotes::Slug(name);
}

// The ids of names that were asked for lately: news names the same people in
// one article after the other, and to fold a name costs far more than to find
// it here. A name takes the place of another one with the same slot.
//
//   Threads: one; each has its own.
class RecentIds {
 public:
  RecentIds() : slots_(kSlots) {}

  std::string Of(absl::string_view name, bool person) {
    if (name.size() > kMaxBytes) return MakeId(name, person);
    Slot& slot = slots_[absl::HashOf(name, person) % kSlots];
    if (slot.Holds(name, person)) return std::string(slot.id, slot.id_size);
    std::string id = MakeId(name, person);
    if (id.size() <= kMaxBytes) slot.Put(name, person, id);
    return id;
  }

 private:
  static constexpr size_t kSlots = 4096;
  static constexpr size_t kMaxBytes = 30;

  // One name and its id, in one line of the processor's cache.
  struct Slot {
    bool Holds(absl::string_view other, bool of_person) const {
      return name_size == other.size() && person == of_person &&
             std::memcmp(name, other.data(), name_size) == 0;
    }
    void Put(absl::string_view new_name, bool of_person,
             absl::string_view new_id) {
      person = of_person;
      name_size = static_cast<uint8_t>(new_name.size());
      id_size = static_cast<uint8_t>(new_id.size());
      std::memcpy(name, new_name.data(), new_name.size());
      std::memcpy(id, new_id.data(), new_id.size());
    }

    bool person = false;
    uint8_t name_size = 0;  // 0: empty.
    uint8_t id_size = 0;
    char name[kMaxBytes];
    char id[kMaxBytes];
  };

  std::vector<Slot> slots_;
};

}  // namespace

std::string SpeakerId(const quotes::ArticleSpeaker& speaker) {
  if (speaker.name.empty()) return "";
  static thread_local RecentIds recent;
  return recent.Of(speaker.name, speaker.kind == quotes::MentionKind::kName);
}

}  // namespace onrecord::pipeline
