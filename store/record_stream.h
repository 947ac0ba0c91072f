#ifndef ONRECORD_STORE_RECORD_STREAM_H_
#define ONRECORD_STORE_RECORD_STREAM_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "proto/record.pb.h"
#include "store/database.h"

namespace onrecord::store {

// A record as a store holds it: without the article's text and source.
struct StoredRecord {
  v1::ArticleRecord record;
  std::string bytes;  // The same, as it was written.
};

// All records of a store as it was when the stream was opened, one at a time,
// in the order in which their articles came. Writers neither wait for it nor
// change what it gives; until it is gone, though, the log that they write
// grows.
//
//   Memory:  one record.
//   Errors:  those of Store.
//   Threads: one at a time, each stream its own.
class RecordStream {
 public:
  static absl::StatusOr<std::unique_ptr<RecordStream>> Open(
      const std::string& path, absl::Duration busy_timeout);

  // Of the checksums of all records, as 64 hexadecimal digits: the same digest,
  // the same records.
  const std::string& sha256() const { return sha256_; }

  // Fills `record` with the next one. False at the end.
  absl::StatusOr<bool> Next(StoredRecord* record);

 private:
  explicit RecordStream(Database database) : database_(std::move(database)) {}
  absl::Status Begin();
  absl::Status AddUp();

  // In the order in which each needs the one before it.
  const Database database_;
  std::unique_ptr<Transaction> snapshot_;
  std::unique_ptr<Statement> rows_;
  std::string sha256_;
};

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_RECORD_STREAM_H_
