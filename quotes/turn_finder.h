#ifndef ONRECORD_QUOTES_TURN_FINDER_H_
#define ONRECORD_QUOTES_TURN_FINDER_H_

#include <cstdint>
#include <vector>

#include "quotes/mention.h"
#include "quotes/reporter_view.h"
#include "text/document.h"

namespace onrecord::quotes {

// One paragraph of a turn in a transcript or interview.
struct Turn {
  // "THE PRESIDENT", "As-Sabbari", "Q"; empty if the paragraph has no label
  // and goes on with the turn before it.
  text::TokenRange label;
  text::TokenRange content;  // Behind the colon, to the paragraph's end.
  int32_t mention = -1;      // Who speaks; -1: nobody known.
  bool question = false;     // Of the interviewer: asked, not stated.

  bool continues() const { return label.empty(); }
};

// Finds the turns of a text that is, in part at least, a transcript: three
// paragraphs or more that open with a short capitalised label and a colon, by
// two labels, one of them more than once or all in capitals. A time before the
// label is skipped ("10:15 LOPEZ:"). "Q." and "A." need no colon; a label that
// comes back may have a dash instead ("Lopez – We leave").
//
// No labels are the lines of the page ("Photo:"), days, months and numbers. A
// turn in quotation marks is none: the attribution rule "label" takes it.
//
// "Q", "Reporter" and the like ask, and so does the label whose turns mostly
// end in a question mark: its turns are marked as questions. "A" is the person
// that the text before the first turn names most often.
//
//   Output: in text order, at most one a paragraph.
//   Errors: none.
std::vector<Turn> FindTurns(const text::Document& document,
                            const ReporterView& view);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_TURN_FINDER_H_
