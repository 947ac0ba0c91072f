#ifndef ONRECORD_INGEST_ARTICLE_H_
#define ONRECORD_INGEST_ARTICLE_H_

#include <string>
#include <vector>

namespace onrecord::ingest {

// Where an article's publication date comes from.
enum class DateSource { kNone, kMetadata, kPage, kOption };

// One news article as read: text and what is known about it.
struct Article {
  std::string id;  // Given, else made from the content's hash.
  std::string url;
  std::string title;
  std::string outlet;
  std::string published;  // "YYYY-MM-DD"; empty if unknown.
  DateSource date_source = DateSource::kNone;
  std::string text;            // Valid UTF-8, see text/normalize.h.
  std::string content_sha256;  // Lower-case hex, of `text`.
  std::string source;          // "file" or "file:line" it was read from.
  // What a reader should know ("no publication date", "3 bytes were not
  // UTF-8"); each "file:line: ...".
  std::vector<std::string> warnings;
};

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_ARTICLE_H_
