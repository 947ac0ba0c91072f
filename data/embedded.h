#ifndef ONRECORD_DATA_EMBEDDED_H_
#define ONRECORD_DATA_EMBEDDED_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace onrecord::data {

// A file of data/ as it was when the program was built.
struct EmbeddedFile {
  absl::string_view name;      // Below data/: "titles.tsv", "targets/x.txtpb".
  absl::string_view contents;  // All bytes, unchanged.
};

// All data files but opinion_weights.tsv, sorted by name. They lie in the
// program's read-only data: the call costs nothing and the views live for ever.
absl::Span<const EmbeddedFile> EmbeddedFiles();

// The contents of one file; empty if there is none of this name.
absl::string_view EmbeddedContents(absl::string_view name);

// True for the names of word lists (four columns, text/lexicon.h): every .tsv
// file but the ones that have a reader of their own.
bool IsWordList(absl::string_view name);

}  // namespace onrecord::data

#endif  // ONRECORD_DATA_EMBEDDED_H_
