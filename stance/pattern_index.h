#ifndef ONRECORD_STANCE_PATTERN_INDEX_H_
#define ONRECORD_STANCE_PATTERN_INDEX_H_

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
    bool has_gap = false;  // It stands over words of its own.
    const Signal* signal = nullptr;
  };

  // `lexicon` must list the words of the patterns.
  PatternIndex(std::vector<Pattern> patterns, const text::Lexicon& lexicon);

  // The pattern with most words that starts at tokens[position] of a reading;
  // of equally long ones the first listed. A gap ends at punctuation.
  Match Longest(const text::Document& document,
                absl::Span<const int32_t> tokens, int32_t position) const;

 private:
  struct Compiled {
    std::vector<std::vector<text::WordId>> words;
    int32_t signal = 0;
  };
  int32_t LengthAt(const Compiled& pattern, const text::Document& document,
                   absl::Span<const int32_t> tokens, int32_t position) const;

  std::vector<Signal> signals_;
  std::vector<Compiled> patterns_;
  // By any form of the first word; longest patterns first.
  absl::flat_hash_map<text::WordId, std::vector<int32_t>> by_first_;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PATTERN_INDEX_H_
