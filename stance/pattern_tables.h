#ifndef ONRECORD_STANCE_PATTERN_TABLES_H_
#define ONRECORD_STANCE_PATTERN_TABLES_H_

#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"
#include "text/known_words.h"

namespace onrecord::stance {

// What a PatternIndex consists of: tables of plain records that refer to each
// other by index, see text/table_image.h. Only pattern_*.{h,cc} see this.
struct PatternTables {
  // Of each pattern, as listed.
  struct Signal {
    uint32_t name;  // Its first byte in `names`; it goes to that of the next.
    uint8_t kind;
    int8_t sign;
    uint8_t flags;
    uint8_t unused;
  };
  struct Pattern {
    // Bits of the words that can stand second, see BitOf(); all ones where
    // there is no second word or a gap.
    uint64_t second;
    uint32_t first_slot;  // slots[first_slot, first_slot + size).
    uint16_t size;
    uint16_t has_gap;
  };
  // The forms of one word of a pattern: forms[begin, end); none for a gap.
  struct Slot {
    uint32_t begin;
    uint32_t end;
    bool gap() const { return begin == end; }
  };
  // The patterns that begin with one word.
  struct Head {
    uint64_t second;        // Of all patterns of two words or more together.
    uint32_t longer_begin;  // longer[longer_begin, longer_end), longest first.
    uint32_t longer_end;
    int32_t single;  // The first listed pattern of this word alone; -1: none.
    int32_t unused;
  };

  absl::Span<const Signal> signals;  // And the end of the last name.
  absl::Span<const char> names;
  absl::Span<const Pattern> patterns;
  absl::Span<const Slot> slots;
  absl::Span<const text::WordId> forms;
  absl::Span<const uint64_t> starts;  // A bit for each word of the lexicon.
  absl::Span<const uint32_t> ranks;   // Bits of `starts` before each 64.
  absl::Span<const Head> heads;       // By the rank of the first word's bit.
  absl::Span<const int32_t> longer;   // Patterns.

  static uint64_t BitOf(text::WordId word) {
    return uint64_t{1} << (word * 0x9E3779B1u >> 26);
  }

  // Calls part(table) for each, in the order of the image.
  template <typename Tables, typename Part>
  static void ForEach(Tables& tables, Part part) {
    part(tables.signals);
    part(tables.names);
    part(tables.patterns);
    part(tables.slots);
    part(tables.forms);
    part(tables.starts);
    part(tables.ranks);
    part(tables.heads);
    part(tables.longer);
  }
  static constexpr size_t kCount = 9;
};

// The bits of PatternTables::Signal::flags.
inline constexpr uint8_t kOfTargetFlag = 1, kVerbFlag = 2, kAdjectiveFlag = 4,
                         kBesideObjectFlag = 8;

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PATTERN_TABLES_H_
