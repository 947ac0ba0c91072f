#ifndef ONRECORD_DATA_LOAD_LEXICON_H_
#define ONRECORD_DATA_LOAD_LEXICON_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "text/lexicon.h"

namespace onrecord::data {

// A table of words, and how a builder reads it: name for messages, contents.
struct WordTable {
  absl::string_view name;  // Below data/: "titles.tsv".
  absl::Status (text::Lexicon::Builder::*add)(absl::string_view,
                                              absl::string_view);
};

// The irregular forms and all word lists, in the order in which they must be
// read.
std::vector<WordTable> WordTables();

// Adds all of them, as they are embedded in the program, to `builder`; what a
// target adds comes after it and before Build().
//
//   Errors:  a malformed line, "file:line: want ..., got ...": a defect of the
//            program, the tests read every file.
//   Threads: any, on different builders.
absl::Status AddEmbeddedWords(text::Lexicon::Builder* builder);

}  // namespace onrecord::data

#endif  // ONRECORD_DATA_LOAD_LEXICON_H_
