#ifndef ONRECORD_DATA_LOAD_LEXICON_H_
#define ONRECORD_DATA_LOAD_LEXICON_H_

#include "absl/status/status.h"
#include "text/lexicon.h"

namespace onrecord::data {

// Adds the irregular forms and all word lists that are embedded in the program
// to `builder`; what a target adds comes after it and before Build().
//
//   Errors:  a malformed line, "file:line: want ..., got ...": a defect of the
//            program, the tests read every file.
//   Threads: any, on different builders.
absl::Status AddEmbeddedWords(text::Lexicon::Builder* builder);

}  // namespace onrecord::data

#endif  // ONRECORD_DATA_LOAD_LEXICON_H_
