#ifndef ONRECORD_INGEST_ARTICLE_FIELDS_H_
#define ONRECORD_INGEST_ARTICLE_FIELDS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "ingest/article.h"
#include "text/lexicon.h"

namespace onrecord::ingest {

// What a format knows of an article before its text is made fit to be stored.
// The views are the caller's.
struct ArticleFields {
  absl::string_view id, url, title, outlet, published, text;
  std::string source;         // "file" or "file:line".
  int32_t invalid_bytes = 0;  // That were mended already.
};

// Makes an article of its fields: text, title and outlet become valid UTF-8,
// a missing id is made from the content's hash, the publication date is looked
// for (`fallback` as in DatePublication). All that had to be mended is in the
// article's warnings.
Article MakeArticle(const ArticleFields& fields, absl::string_view fallback,
                    const text::Lexicon& lexicon);

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_ARTICLE_FIELDS_H_
