#ifndef ONRECORD_STANCE_PATTERN_INDEX_H_
#define ONRECORD_STANCE_PATTERN_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "stance/signal.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// A listed word or phrase, each word with all its forms. An empty list of
// forms is a gap ("pull * out").
struct Pattern {
  std::vector<std::vector<std::string>> words;
  Signal signal;
};

// Finds listed words and phrases in a run of tokens.
//
//   Threads: const after construction, share freely.
//   Owns:    the patterns; matches point into it.
//   Example: "pull * out" matches "pulled all of them out".
class PatternIndex {
 public:
  // Longest gap that a "*" stands for, in tokens.
  static constexpr int kMaxGap = 5;

  struct Match {
    int32_t length = 0;    // In positions of the reading; 0: none.
    int32_t words = 0;     // Of the pattern, a gap counted as one.
    bool has_gap = false;  // It stands over words of its own.
    const Signal* signal = nullptr;
  };

  // `lexicon` must list the words of the patterns.
  PatternIndex(const std::vector<Pattern>& patterns,
               const text::Lexicon& lexicon);

  // True if some pattern begins with this word.
  bool Starts(text::WordId word) const {
    return (starts_[word / 64] >> word % 64 & 1) != 0;
  }

  // The longest pattern at a token of a document; it may run over quotation
  // marks.
  Match At(const text::Document& document, int32_t token) const {
    if (!Starts(document.token(token).word)) return {};
    return LongestOver(document, token);
  }

  // The pattern with most words that starts at tokens[position] of a reading;
  // of equally long ones the first listed. A gap ends at punctuation.
  Match Longest(const text::Document& document,
                absl::Span<const int32_t> tokens, int32_t position) const {
    const text::WordId word = document.token(tokens[position]).word;
    if (!Starts(word)) return {};
    return LongestFrom(document, tokens, position);
  }

 private:
  // The forms of one word of a pattern: forms_[begin, end); none for a gap.
  struct Slot {
    uint32_t begin = 0;
    uint32_t end = 0;
    bool gap() const { return begin == end; }
  };
  struct Compiled {
    uint32_t first_slot = 0;  // slots_[first_slot, first_slot + size).
    uint16_t size = 0;
    bool has_gap = false;
    // Bits of the words that can stand second, see BitOf(); all ones where
    // there is no second word or a gap.
    uint64_t second = ~uint64_t{0};
  };
  // The patterns that begin with one word, longest first.
  struct List {
    uint64_t second = 0;  // Of all patterns of two words or more together.
    std::vector<int32_t> longer;
    int32_t single = -1;  // The first listed pattern of this word alone.
  };

  static uint64_t BitOf(text::WordId word) {
    return uint64_t{1} << (word * 0x9E3779B1u >> 26);
  }
  Slot AddSlot(const std::vector<std::string>& forms,
               const text::Lexicon& lexicon);
  void AddToLists(int32_t pattern);
  bool Holds(Slot slot, text::WordId word) const;
  Match LongestOver(const text::Document& document, int32_t token) const;
  Match LongestFrom(const text::Document& document,
                    absl::Span<const int32_t> tokens, int32_t position) const;
  // Of a pattern whose first word stands at `position`; 0 if it ends there.
  int32_t LengthAt(const Compiled& pattern, const text::Document& document,
                   absl::Span<const int32_t> tokens, int32_t position) const;

  std::vector<Signal> signals_;     // By pattern.
  std::vector<Compiled> patterns_;  // As listed.
  std::vector<Slot> slots_;
  std::vector<text::WordId> forms_;
  std::vector<uint64_t> starts_;  // A bit for each word of the lexicon.
  absl::flat_hash_map<text::WordId, List> by_first_;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PATTERN_INDEX_H_
