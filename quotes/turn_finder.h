#ifndef ONRECORD_QUOTES_TURN_FINDER_H_
#define ONRECORD_QUOTES_TURN_FINDER_H_

#include <cstdint>
#include <vector>

#include "quotes/mention.h"
#include "quotes/reporter_view.h"
#include "text/document.h"

namespace onrecord::quotes {

// One turn of a transcript or interview: a label, a colon and what is said.
struct Turn {
  text::TokenRange label;    // "THE PRESIDENT", "As-Sabbari", "Q".
  text::TokenRange content;  // Behind the colon, to the paragraph's end.
  int32_t mention = -1;      // The label's mention; -1 for "Q", "A".
  bool question = false;     // Of the interviewer: asked, not stated.
};

// Finds the turns of a text that is, in part at least, a transcript: three
// paragraphs or more that open with a short capitalised label and a colon, by
// two labels. A single such paragraph is none. Turns in quotation marks are
// none either: the attribution rule "label" takes those.
//
// A label whose turns mostly end in a question mark, "Q" among them, is the
// interviewer's: its turns are marked as questions.
std::vector<Turn> FindTurns(const text::Document& document,
                            const ReporterView& view);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_TURN_FINDER_H_
