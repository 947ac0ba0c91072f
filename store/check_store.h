#ifndef ONRECORD_STORE_CHECK_STORE_H_
#define ONRECORD_STORE_CHECK_STORE_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"

namespace onrecord::store {

// What a good store holds.
struct StoreContents {
  int64_t version = 0;
  int64_t articles = 0, quotes = 0, speakers = 0;
};

// Checks a store from end to end and changes nothing: SQLite's own structure,
// the tables, the checksum of every record, the promises of its schema, and
// that all columns and the speaker index are those of the records.
//
//   Errors: those of Store; DataLoss for the first thing that is wrong.
absl::StatusOr<StoreContents> CheckStore(const std::string& path);

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_CHECK_STORE_H_
