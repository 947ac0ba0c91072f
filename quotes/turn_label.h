#ifndef ONRECORD_QUOTES_TURN_LABEL_H_
#define ONRECORD_QUOTES_TURN_LABEL_H_

#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// What a paragraph opens with if it may be a turn of a transcript.
struct TurnLabel {
  text::TokenRange tokens;   // All before the content; empty: no label.
  text::TokenRange name;     // Without a time, brackets and what follows a
                             // comma: "JANE ROE" of "10:15 JANE ROE, HOST:".
  text::TokenRange content;  // Behind the colon and "(Laughs)"; never empty.
  bool dash = false;         // A dash instead of the colon.
  bool letter = false;       // "Q" or "A".
};

// Reads the label of one paragraph: a few capitalised words and a colon. Lines
// of the page ("Photo:"), days, months, figures and paragraphs whose content
// is quoted or a mere number have none.
TurnLabel ReadTurnLabel(const text::Document& document,
                        text::TokenRange paragraph);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_TURN_LABEL_H_
