#ifndef ONRECORD_TEXT_LEXICON_IMAGE_H_
#define ONRECORD_TEXT_LEXICON_IMAGE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "text/lexicon_tables.h"

namespace onrecord::text {

// The image of a lexicon: a header that says for which program it was made,
// then its tables as one block (text/table_image.h).

// Writes the tables as one block.
std::string WriteLexiconImage(const LexiconTables& tables);

// The tables of an image, which must outlive them. Looks at the header and the
// sizes only; the records are taken to be those of a Builder.
//
//   Errors: DataLoss, "lexicon image: want version 2, got 7".
absl::StatusOr<LexiconTables> ReadLexiconImage(absl::string_view image);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_IMAGE_H_
