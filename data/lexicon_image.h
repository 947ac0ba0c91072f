#ifndef ONRECORD_DATA_LEXICON_IMAGE_H_
#define ONRECORD_DATA_LEXICON_IMAGE_H_

#include "absl/strings/string_view.h"

namespace onrecord::data {

// The lexicon of all embedded word lists, stance tables and targets, built with
// the program (tools/compile_lexicon.cc), for text::Lexicon::FromImage(). It
// lies in the read-only data: the call costs nothing and the view lives for
// ever.
absl::string_view LexiconImage();

}  // namespace onrecord::data

#endif  // ONRECORD_DATA_LEXICON_IMAGE_H_
