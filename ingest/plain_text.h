#ifndef ONRECORD_INGEST_PLAIN_TEXT_H_
#define ONRECORD_INGEST_PLAIN_TEXT_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "ingest/byte_source.h"
#include "ingest/read_item.h"
#include "ingest/reader_options.h"
#include "text/lexicon.h"

namespace onrecord::ingest {

// The title of a plain-text article: its first line if that is short, does not
// end like a sentence and a blank line follows it; empty otherwise. A view into
// `text`.
absl::string_view TitleLine(absl::string_view text);

// A file that is one article: everything in it is the text. Its id is the
// file's name without folder and ending (standard input has none: the hash
// stands in). A file without text gives a warning and no article, one that is
// too long an error.
std::unique_ptr<ItemSource> OpenPlainText(std::unique_ptr<ByteSource> bytes,
                                          const ReaderOptions& options,
                                          const text::Lexicon& lexicon);

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_PLAIN_TEXT_H_
