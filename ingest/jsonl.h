#ifndef ONRECORD_INGEST_JSONL_H_
#define ONRECORD_INGEST_JSONL_H_

#include <memory>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/read_item.h"
#include "ingest/reader_options.h"
#include "text/lexicon.h"

namespace onrecord::ingest {

// A file of JSON articles, one object a line; blank lines do not count. Fields
// and the names by which they go, the first that is there and not null counts:
//
//   text       text, body, content, article (required, not empty)
//   id         id, guid, _id (a string or a number)
//   url        url, link
//   title      title, headline
//   outlet     outlet, publisher, source, site (a string, or an object with
//              a string "name")
//   published  published, published_at, publishedAt, date_published,
//              datePublished, pubdate, pubDate, date
//
// A line that is not JSON, is too long, has no text or a field of a wrong type
// is an error item that names line and field; the next line is read as if
// nothing had happened. Bytes that are not UTF-8 are mended, with a warning.
std::unique_ptr<ItemSource> OpenJsonl(std::unique_ptr<ByteSource> bytes,
                                      const ReaderOptions& options,
                                      const text::Lexicon& lexicon);

// A file that is one JSON value over several lines: an object of the same
// fields, or an array of them ("file[0]" is the first in messages); else it is
// read line by line like JSONL. It is held in memory as a whole, up to a
// GiB; the limit of an article holds for each text in it.
std::unique_ptr<ItemSource> OpenJson(std::unique_ptr<ByteSource> bytes,
                                     const ReaderOptions& options,
                                     const text::Lexicon& lexicon);

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_JSONL_H_
