#ifndef ONRECORD_STANCE_PATTERN_INDEX_H_
#define ONRECORD_STANCE_PATTERN_INDEX_H_

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "stance/pattern_tables.h"
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
// An index is one flat block of bytes, its image, and the signals as values. It
// is compiled from patterns, or looks at an image that was compiled before.
//
//   Threads: const after construction, share freely.
//   Owns:    the patterns; matches point into it. The image of FromImage() must
//            outlive it.
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

  // Looks at what image() of another index gave, which was made for the lexicon
  // of the documents. It lies at a multiple of eight bytes.
  //
  //   Errors: DataLoss for one that is cut or misplaced.
  static absl::StatusOr<PatternIndex> FromImage(absl::string_view image);
  absl::string_view image() const { return image_; }

  // True if some pattern begins with this word.
  bool Starts(text::WordId word) const {
    return (tables_.starts.data()[word / 64] >> word % 64 & 1) != 0;
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
  using Tables = PatternTables;

  PatternIndex() = default;
  bool View(absl::string_view image);
  // Of a word that starts patterns.
  const Tables::Head& HeadOf(text::WordId word) const {
    const uint64_t before = (uint64_t{1} << word % 64) - 1;
    return tables_
        .heads[tables_.ranks[word / 64] +
               std::bitset<64>(tables_.starts[word / 64] & before).count()];
  }
  Match Single(const Tables::Head& head) const;
  bool Holds(Tables::Slot slot, text::WordId word) const;
  Match LongestOver(const text::Document& document, int32_t token) const;
  Match LongestFrom(const text::Document& document,
                    absl::Span<const int32_t> tokens, int32_t position) const;
  // Of a pattern whose first word stands at `position`; 0 if it ends there.
  int32_t LengthAt(const Tables::Pattern& pattern,
                   const text::Document& document,
                   absl::Span<const int32_t> tokens, int32_t position) const;

  std::shared_ptr<const std::string> owned_;  // The image; null: not its own.
  absl::string_view image_;
  Tables tables_;                // Views of the image.
  std::vector<Signal> signals_;  // By pattern.
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PATTERN_INDEX_H_
