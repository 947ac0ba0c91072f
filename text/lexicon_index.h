#ifndef ONRECORD_TEXT_LEXICON_INDEX_H_
#define ONRECORD_TEXT_LEXICON_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "text/lexicon.h"

namespace onrecord::text {

// The tables behind Lexicon's look-ups; only lexicon.cc and
// lexicon_builder.cc see them.
struct Lexicon::Index {
  // A slot of the open-addressing table of forms, by FoldedWord::Key(). Forms
  // of up to eight bytes are compared without leaving the slot.
  struct Slot {
    uint64_t key = 0;
    WordClasses classes = 0;
    uint32_t length = 0;
    WordId id = 0;
  };
  // Where the search for a key begins, the high bits of a product, and one
  // byte of it that is not 0.
  struct Place {
    size_t home;
    uint8_t tag;
  };
  Place PlaceOf(uint64_t key) const {
    const uint64_t product = key * 0x9E3779B97F4A7C15u;
    return {static_cast<size_t>(product >> shift),
            static_cast<uint8_t>(product >> 16 | 1)};
  }
  // The first slot from `place` on with this tag for which match(slot) is
  // true; null if there is none. Words that are not listed end at the tags,
  // which stay in the nearest cache.
  template <typename Match>
  const Slot* FindSlot(Place place, Match match) const {
    const size_t mask = slots.size() - 1;
    for (size_t i = place.home; tags[i] != 0; i = (i + 1) & mask) {
      if (tags[i] == place.tag && match(slots[i])) return &slots[i];
    }
    return nullptr;
  }

  // A node of the phrase trie; its children are edges[first, first + count),
  // by word id.
  struct Node {
    uint32_t first = 0;
    uint32_t count = 0;
    int32_t phrase = -1;  // The phrase that ends here.
  };
  struct Edge {
    WordId word = 0;
    uint32_t node = 0;
  };

  std::vector<Slot> slots;    // A power of two, at most three quarters full.
  std::vector<uint8_t> tags;  // Of each slot; 0 where it is free.
  int shift = 60;             // 64 minus the bits of an index into slots.
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  // The trie node of each word that starts a phrase, by WordId; 0 for others.
  std::vector<uint32_t> roots;
  absl::flat_hash_map<std::string, int32_t> phrase_by_form;
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_INDEX_H_
