#ifndef ONRECORD_TEXT_LEXICON_IMAGE_H_
#define ONRECORD_TEXT_LEXICON_IMAGE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "text/lexicon_tables.h"

namespace onrecord::text {

// The image of a lexicon: a header that says where each table begins, then the
// tables, whose records stand there as they do in memory (little-endian). It
// holds no address, so it works wherever it lies. Equal tables make equal
// bytes.

// Writes the tables as one block.
std::string WriteLexiconImage(const LexiconTables& tables);

// The tables of an image, which must outlive them. Looks at the header and the
// sizes only; the records are taken to be those of a Builder.
//
//   Errors: DataLoss, "lexicon image: want version 1, got 7".
absl::StatusOr<LexiconTables> ReadLexiconImage(absl::string_view image);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_IMAGE_H_
