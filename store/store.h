#ifndef ONRECORD_STORE_STORE_H_
#define ONRECORD_STORE_STORE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "pipeline/record.h"
#include "store/database.h"

namespace onrecord::store {

struct StoreOptions {
  // How long a call waits for another writer before it is Unavailable.
  absl::Duration busy_timeout = absl::Seconds(5);
};

// What one Add() did with its records.
struct AddCounts {
  int64_t added = 0;
  int64_t replaced = 0;   // The store had another record of this article.
  int64_t unchanged = 0;  // The store had this very record.

  int64_t all() const { return added + replaced + unchanged; }
};

// The article records that `track` keeps between runs: an SQLite file with one
// record for each article id, without the articles' texts.
//
//   Crashes: what Add() returned for is in the file, whatever happens to the
//            process or the machine after it; of another Add() nothing is.
//   Others:  readers see one state of the file and never wait for writers;
//            writers wait for each other.
//   Errors:  those of database.h and PrepareSchema(); DataLoss "FILE: article
//            ID: COLUMN: want ..., found ..." for a record that is not what it
//            was when it was written.
//   Threads: one at a time; any number of processes.
class Store {
 public:
  // Takes a record; an error ends the reading.
  using Take = std::function<absl::Status(pipeline::ArticleRecord)>;

  // Opens a store and brings it up to date; with Access::kCreate a missing or
  // empty file becomes one.
  static absl::StatusOr<Store> Open(const std::string& path, Access access,
                                    const StoreOptions& options = {});

  // Puts the records into the store, all or none. A record whose article is
  // there takes its place; of several records of one article the last stays.
  absl::StatusOr<AddCounts> Add(
      const std::vector<pipeline::ArticleRecord>& records);

  // Gives out all records, in the order in which their articles came.
  absl::Status Read(const Take& take) const;
  // Only those in which somebody speaks whose name can be another form of
  // `name`, a name or an id: same family name, spelling aside, or same body.
  absl::Status ReadNaming(absl::string_view name, const Take& take) const;

  absl::StatusOr<int64_t> CountArticles() const;
  // Another number after somebody else changed the file, the same until then.
  // Means nothing to another object or run.
  absl::StatusOr<int64_t> DataVersion() const;

 private:
  explicit Store(Database database) : database_(std::move(database)) {}

  Database database_;
};

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_STORE_H_
