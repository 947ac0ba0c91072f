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
  // A slot of the open-addressing table of forms, by hash of the folded form.
  // Forms of up to eight bytes are compared without leaving the slot.
  struct Slot {
    uint64_t first_chunk = 0;
    WordClasses classes = 0;
    uint32_t length = 0;
    WordId id = 0;  // 0: free.
  };
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

  std::vector<Slot> slots;  // A power of two, at most half full.
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  // The trie node of each word that starts a phrase, by WordId; 0 for others.
  std::vector<uint32_t> roots;
  absl::flat_hash_map<std::string, int32_t> phrase_by_form;
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_INDEX_H_
