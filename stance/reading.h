#ifndef ONRECORD_STANCE_READING_H_
#define ONRECORD_STANCE_READING_H_

#include <initializer_list>
#include <string>
#include <vector>

#include "stance/pattern_index.h"
#include "stance/signal.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::stance {

// Half-open range of positions of a Reading.
struct PositionRange {
  int32_t begin = 0;
  int32_t end = 0;
  bool Contains(int32_t at) const { return begin <= at && at < end; }
};

// A listed word or phrase in a Reading.
struct Item {
  PositionRange at;
  const Signal* signal = nullptr;

  bool Is(SignalKind kind) const { return signal->kind == kind; }
};

// A run of words to be understood together, as one sequence of positions: the
// words of a quotation, or a reporter's sentence, without quotation marks.
struct Reading {
  const text::Document* document = nullptr;
  std::vector<int32_t> tokens;  // Indices into the document, ascending.
  std::vector<Item>
      items;  // In order; what stands in a gap of a phrase follows it.
  // The grammatical subject outside all clauses is the speaker: a reporter's
  // sentence whose mention of the speaker has been left out.
  bool reported = false;
  bool observer = false;      // The speaker only watches.
  bool third_person = false;  // "he" and "his" are the speaker.

  const text::Token& token(int32_t at) const {
    return document->token(tokens[at]);
  }
  int32_t size() const { return static_cast<int32_t>(tokens.size()); }
  text::Span SpanOf(PositionRange range) const;
};

// The tokens of `spans` without quotation marks, with the longest words and
// phrases of some lists found from left to right; of equally long ones that of
// the list that comes first.
Reading MakeReading(const text::Document& document,
                    const std::vector<text::Span>& spans,
                    std::initializer_list<const PatternIndex*> lists);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_READING_H_
