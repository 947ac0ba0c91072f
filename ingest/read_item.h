#ifndef ONRECORD_INGEST_READ_ITEM_H_
#define ONRECORD_INGEST_READ_ITEM_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/article.h"
#include "text/normalize.h"

namespace onrecord::ingest {

// One thing that reading the input yields.
struct ReadItem {
  enum class Kind {
    kArticle,  // `article` holds; `message` is empty.
    kError,  // A record that is no article: "file:line: wanted ..., found ...".
    kWarning,  // Nothing was lost but the reader should know: "file: ...".
  };
  Kind kind = Kind::kArticle;
  Article article;
  std::string message;

  // Records keep the message; the path in it need not be UTF-8.
  static ReadItem Error(absl::string_view message) {
    return ReadItem{Kind::kError, Article(), text::Normalize(message).text};
  }
  static ReadItem Warning(std::string message) {
    return ReadItem{Kind::kWarning, Article(), std::move(message)};
  }
};

// A stream of items: one file of any format.
//
//   Threads: one at a time.
class ItemSource {
 public:
  virtual ~ItemSource() = default;
  // Reads the next item; false at the end. An error is one of reading, with
  // the name of the file; nothing follows it.
  virtual absl::StatusOr<bool> Next(ReadItem* item) = 0;
};

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_READ_ITEM_H_
