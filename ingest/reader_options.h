#ifndef ONRECORD_INGEST_READER_OPTIONS_H_
#define ONRECORD_INGEST_READER_OPTIONS_H_

#include <cstddef>
#include <string>

#include "absl/strings/str_format.h"

namespace onrecord::ingest {

struct ReaderOptions {
  // "YYYY-MM-DD" for articles that tell no publication date; empty: none.
  std::string published;
  // A longer article (a file of plain text, a line of JSONL, the text of an
  // element of a .json file) is an error item. An article of nothing but
  // quotation marks takes ninety times its size in memory, so that this holds
  // the program below 100 MB.
  size_t max_article_bytes = 1000000;
};

// "a.jsonl:3: wanted an article of at most 1.0 MB (--max_article_mb), found
// 64.0 MB".
inline std::string TooLargeMessage(const std::string& place, size_t bytes,
                                   const ReaderOptions& options) {
  return absl::StrFormat(
      "%s: wanted an article of at most %.1f MB (--max_article_mb), found "
      "%.1f MB",
      place, static_cast<double>(options.max_article_bytes) / 1e6,
      static_cast<double>(bytes) / 1e6);
}

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_READER_OPTIONS_H_
