#ifndef ONRECORD_TEXT_TOKENIZER_H_
#define ONRECORD_TEXT_TOKENIZER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "text/lexicon.h"
#include "text/token.h"

namespace onrecord::text {

// Cuts `text` into words, numbers and marks, and looks every word up once.
// One pass over the bytes; nothing but the result is allocated.
//
//   Input:   valid UTF-8 of less than 2 GiB; other bytes give odd tokens, but
//            are never read past.
//   Output:  text order, disjoint; every byte that is not white space belongs
//            to one token. kSentenceFirst is left to Document.
//   Errors:  none.
//   Threads: a pure function.
//   Example: `Gen. O'Dell's "no"` -> Gen. | O'Dell | 's | " | no | "
std::vector<Token> Tokenize(absl::string_view text, const Lexicon& lexicon);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_TOKENIZER_H_
