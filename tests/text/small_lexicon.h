#ifndef ONRECORD_TESTS_TEXT_SMALL_LEXICON_H_
#define ONRECORD_TESTS_TEXT_SMALL_LEXICON_H_

#include "text/lexicon.h"

namespace onrecord::text {

// A lexicon of some dozens of words, enough for the tests of text/ and ingest/
// and independent of the word lists in data/. Lives as long as the program.
const Lexicon& SmallLexicon();

}  // namespace onrecord::text

#endif  // ONRECORD_TESTS_TEXT_SMALL_LEXICON_H_
