#ifndef ONRECORD_QUOTES_QUOTE_H_
#define ONRECORD_QUOTES_QUOTE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "text/span.h"

namespace onrecord::quotes {

enum class QuoteKind {
  kDirect,    // "We leave in May," he said.
  kMixed,     // He called it "a mistake".
  kIndirect,  // He said that they would leave in May.
  kScare,     // The so-called "caliphate"; titles, nicknames, slogans.
};

// One quotation: the words, and nothing yet about who said them.
//
//   Invariant: `content` has at least one span; spans are in text order and
//   disjoint, and hold the words without their quotation marks.
struct Quote {
  QuoteKind kind = QuoteKind::kDirect;
  std::vector<text::Span> content;
  bool unterminated = false;  // Its closing mark is missing.
  bool turn = false;          // A transcript turn: no marks around it.

  text::Span Outer() const {
    return text::Span{content.front().begin, content.back().end};
  }
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_QUOTE_H_
