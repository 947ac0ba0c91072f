#ifndef ONRECORD_TEXT_SENTENCE_SPLITTER_H_
#define ONRECORD_TEXT_SENTENCE_SPLITTER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "text/span.h"
#include "text/token.h"

namespace onrecord::text {

// True of what may end a sentence, of marks and brackets, and of what else is
// neither a comma nor a word without a full stop of its own.
inline bool IsBreak(const Token& token) {
  constexpr uint32_t kInside = 1u << static_cast<int>(Punct::kNone) |
                               1u << static_cast<int>(Punct::kComma);
  return ((~kInside >> static_cast<int>(token.punct) & 1) |
          (token.shape & kOwnStop)) != 0;
}

// Cuts the tokens of one paragraph into sentences.
//
// A full stop, question or exclamation mark, an ellipsis, and a word's own full
// stop ("U.S.") may end a sentence; the marks and brackets that close behind it
// belong to it; what follows decides: `"Why?" he asked.` is one sentence, and
// "the U.S. The army" two.
//
//   Input:   `breaks`: the tokens of the paragraph that IsBreak() is true of.
//   Output:  the ranges, in order, cover `paragraph` without gaps.
//   Threads: a pure function.
std::vector<TokenRange> SplitSentences(absl::string_view text,
                                       absl::Span<const Token> tokens,
                                       absl::Span<const int32_t> breaks,
                                       TokenRange paragraph);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_SENTENCE_SPLITTER_H_
