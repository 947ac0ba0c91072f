#ifndef ONRECORD_INGEST_JSON_ARTICLE_H_
#define ONRECORD_INGEST_JSON_ARTICLE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "ingest/read_item.h"
#include "ingest/reader_options.h"
#include "simdjson.h"
#include "text/lexicon.h"

namespace onrecord::ingest {

// Turns JSON values into articles. Keeps one parser and its memory from value
// to value. The fields are those of ingest/jsonl.h.
//
//   Errors:  items of kind kError; nothing throws.
//   Owns:    copies of nothing; `lexicon` must outlive it.
//   Threads: one at a time.
class JsonArticleReader {
 public:
  JsonArticleReader(const ReaderOptions& options, const text::Lexicon& lexicon)
      : options_(options), lexicon_(lexicon) {}

  // Parses `bytes`, behind which simdjson::SIMDJSON_PADDING bytes must be
  // readable. Bytes that are not UTF-8 and raw controls are mended first where
  // they are what fails. The value lives until the next call.
  simdjson::error_code Parse(absl::string_view bytes,
                             simdjson::dom::element* value);

  // The article or the error that `value`, from the last Parse(), holds.
  // `place` is "file:line".
  ReadItem Read(simdjson::dom::element value, const std::string& place) const;

  // Both at once: one line of a file.
  ReadItem ReadLine(absl::string_view line, const std::string& place);

 private:
  const ReaderOptions options_;
  const text::Lexicon& lexicon_;
  simdjson::dom::parser parser_;
  std::string mended_;         // What was parsed, if it had to be mended.
  int32_t invalid_bytes_ = 0;  // Of the last Parse().
};

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_JSON_ARTICLE_H_
