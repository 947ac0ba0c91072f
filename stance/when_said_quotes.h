#ifndef ONRECORD_STANCE_WHEN_SAID_QUOTES_H_
#define ONRECORD_STANCE_WHEN_SAID_QUOTES_H_

#include <cstdint>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "stance/when_said.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::stance {

// What the rules ask of one quotation again and again.
struct QuoteFacts {
  // The token of the cue, else of the mention, else the first of the content.
  int32_t cue = 0;
  int32_t paragraph = 0;  // In which the content begins.
  // The sentences that tell of it: that of the cue, then those of the content.
  absl::InlinedVector<int32_t, 4> sentences;
  bool has_reporter = false;       // There is a cue or a mention.
  bool perfect = false;            // "has told"
  bool past_perfect = false;       // "had told"
  bool time_unit_is_near = false;  // Of the reporter's: "two months later".
  // The speaker's quotation before and after this one; -1 if there is none.
  int32_t previous = -1, next = -1;
};

// Where the quotations of one document are: found once, asked by all rules.
//
//   Internal to stance/when_said. Refers to the document and the quotations.
class QuotePlaces {
 public:
  QuotePlaces(const text::Document& document,
              const std::vector<SaidQuote>& quotes);

  const QuoteFacts& of(size_t i) const { return facts_[i]; }
  // The quotation whose words overlap the span; -1 if none.
  int32_t QuoteAt(text::Span span) const;
  // True if words of another speaker's quotation lie in the stretch.
  bool HasQuoteOfOther(text::Span stretch, int32_t speaker) const;

  // The tokens around the cue in which "two months later" is near it, within
  // the sentence.
  text::TokenRange NearCue(size_t i) const;

 private:
  struct Content {
    text::Span span;
    int32_t quote = 0;
  };
  // The token at a byte, the last one behind the last.
  int32_t TokenOf(int32_t offset) const;
  QuoteFacts FactsOf(const SaidQuote& quote) const;
  void LinkSpeakers();

  const text::Document& document_;
  const std::vector<SaidQuote>& quotes_;
  std::vector<Content> contents_;  // Of all quotations, sorted.
  std::vector<QuoteFacts> facts_;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_WHEN_SAID_QUOTES_H_
