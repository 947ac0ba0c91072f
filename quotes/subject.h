#ifndef ONRECORD_QUOTES_SUBJECT_H_
#define ONRECORD_QUOTES_SUBJECT_H_

#include <cstdint>

#include "quotes/reporter_view.h"
#include "text/document.h"

namespace onrecord::quotes {

// The mention that speaks through a cue: its grammatical subject, the agent of
// a passive, the phrase behind an inverted verb or "according to". -1 if none
// is in reach.
//
//   Input: `cue` is an index into view.cues; `sentence` the one that holds it.
int32_t SubjectOfCue(const text::Document& document, const ReporterView& view,
                     const ReporterSentence& sentence, int32_t cue);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_SUBJECT_H_
