#ifndef ONRECORD_QUOTES_SPEECH_TAG_H_
#define ONRECORD_QUOTES_SPEECH_TAG_H_

#include <cstdint>

#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// True if token `first` begins a short tag of speech, `said Lopez`, `she said`,
// `Ana Lopez said on Monday`, before the end of `within`; but not the clause
// `Ana Lopez said that we leave`. It looks at words only, before anything is
// known of mentions and cues: enough to see that a quotation has ended.
bool SpeechTagAt(const text::Document& document, int32_t first,
                 text::TokenRange within);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_SPEECH_TAG_H_
