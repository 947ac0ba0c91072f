#ifndef ONRECORD_QUOTES_ATTRIBUTION_H_
#define ONRECORD_QUOTES_ATTRIBUTION_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "text/span.h"

namespace onrecord::quotes {

// The best answer but one to who said a quotation.
struct RunnerUp {
  int32_t mention = -1;    // -1: there is none, or it is nobody.
  absl::string_view rule;  // A literal; empty if there was no other answer.
  double confidence = 0;   // [0, 1], at most that of the answer given.
};

// Who said one quotation, and which rule says so.
struct Attribution {
  int32_t mention = -1;  // Index into the article's mentions; -1: nobody.
  text::Span cue;        // "said"; empty if no word introduces the quote.
  // Name of the rule that decided; a literal, empty if none did.
  absl::string_view rule;
  double confidence = 0;  // [0, 1]; 0 if nobody is named.
  RunnerUp runner_up;
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ATTRIBUTION_H_
