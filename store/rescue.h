#ifndef ONRECORD_STORE_RESCUE_H_
#define ONRECORD_STORE_RESCUE_H_

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace onrecord::store {

struct RescueCounts {
  int64_t saved = 0;  // Articles.
  int64_t lost = 0;   // Articles that the file names but does not hold whole.
  // The list of articles could be read: no other article was in it.
  bool all_known = false;
};

// Reads every record of a damaged store that is still whole, each article once:
// with SQLite from both ends as far as it gets, then page by page. Changes
// nothing. A whole store is read whole.
//
//   `take`   takes the bytes of an ArticleRecord; an error ends the rescue.
//   Cost:    the file in memory.
//   Errors:  Unknown for a file that cannot be read; that of `take`.
absl::StatusOr<RescueCounts> RescueRecords(
    const std::string& path,
    const std::function<absl::Status(absl::string_view record)>& take);

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_RESCUE_H_
