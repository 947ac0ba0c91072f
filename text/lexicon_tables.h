#ifndef ONRECORD_TEXT_LEXICON_TABLES_H_
#define ONRECORD_TEXT_LEXICON_TABLES_H_

#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"
#include "text/known_words.h"
#include "text/word_class.h"

namespace onrecord::text {

// What a lexicon consists of: tables of plain records that refer to each other
// by index, never by address. lexicon_image.h makes one block of bytes of them.
// Only lexicon*.{h,cc} see this.
struct LexiconTables {
  // A word's form goes to where that of the next record begins.
  struct Word {
    uint32_t form;     // Its first byte in `texts`.
    uint32_t classes;  // Index of `class_sets`.
    WordId lemma;
    uint32_t value;    // Index of `values`.
    uint32_t phrases;  // The node of phrases that begin with it; 0: none do.
  };
  struct Phrase {
    uint32_t form;
    uint32_t classes;
    uint32_t value;
  };

  // A slot of the table of forms, a perfect hash table: a form is in the one
  // slot that SlotOf() tells or nowhere, so that a look-up has no branch that
  // goes either way. Forms of up to 16 bytes are compared inside the slot.
  struct Slot {
    uint64_t key;      // FoldedWord::Key()
    uint64_t tail;     // FoldedWord::Tail()
    WordId id;         // 0 where the slot is free.
    uint32_t classes;  // Index of `class_sets`.
  };

  // An edge of the phrase trie, in an open-addressing table by parent and word:
  // most words that can begin a phrase begin none, and one look tells.
  struct Edge {
    uint32_t parent;  // 0 where the slot is free: node 0 has no edges here.
    WordId word;
    uint32_t node;
    int32_t phrase;  // The phrase that ends at `node`; -1 if none.
  };

  absl::Span<const char> texts;  // Forms of words and phrases, then values.
  absl::Span<const WordClasses> class_sets;  // All that occur, each once.
  absl::Span<const uint32_t> values;  // Where each begins, and the last ends.
  absl::Span<const Word> words;       // By id, and the end of the last form.
  // By the top bits of the first product of a key: what to multiply it with
  // again. Chosen so that no two forms meet. A power of two.
  absl::Span<const uint16_t> factors;
  absl::Span<const Slot> slots;       // A power of two, 1/5 free or more.
  absl::Span<const Phrase> phrases;   // And the end of the last form.
  absl::Span<const int32_t> by_form;  // All phrases, sorted by form.
  absl::Span<const Edge> edges;       // A power of two, half free or more.
  absl::Span<const uint64_t> pairs;   // Bits by PairHome(), a power of two.

  // 64 minus the bits of an index into a table of so many, a power of two.
  static int ShiftOf(size_t count) {
    int shift = 64;
    for (; count > 1; count /= 2) --shift;
    return shift;
  }
  static uint64_t FirstProduct(uint64_t key) {
    return key * 0x9E3779B97F4A7C15u;
  }
  // The shifts are ShiftOf() the factors and the slots.
  const Slot& SlotOf(uint64_t key, int factor_shift, int slot_shift) const {
    const uint64_t product = FirstProduct(key);
    const uint64_t factor = factors.data()[product >> factor_shift];
    return slots.data()[product * factor >> slot_shift];
  }
  // Where two numbers stand in a table of `count`, a power of two: the edge
  // from a node by a word, the bit of a phrase's first and second word.
  static size_t PairHome(uint32_t first, uint32_t second, size_t count) {
    const uint64_t key = static_cast<uint64_t>(first) << 32 | second;
    return static_cast<size_t>(key * 0x9E3779B97F4A7C15u >> 32) & (count - 1);
  }
  // Whether a phrase may begin with these words: most that can begin one are
  // followed by a word that begins none, and one bit tells.
  bool MayPair(WordId first, WordId second) const {
    const size_t bit = PairHome(first, second, pairs.size() * 64);
    return (pairs.data()[bit / 64] >> bit % 64 & 1) != 0;
  }

  // Calls part(table) for each, in the order of the image.
  template <typename Tables, typename Part>
  static void ForEach(Tables& tables, Part part) {
    part(tables.texts);
    part(tables.class_sets);
    part(tables.values);
    part(tables.words);
    part(tables.factors);
    part(tables.slots);
    part(tables.phrases);
    part(tables.by_form);
    part(tables.edges);
    part(tables.pairs);
  }
  static constexpr size_t kCount = 10;
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_TABLES_H_
