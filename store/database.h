#ifndef ONRECORD_STORE_DATABASE_H_
#define ONRECORD_STORE_DATABASE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

struct sqlite3;
struct sqlite3_stmt;

// SQLite as the rest of the program sees it: values, statuses, nothing to free.
//
//   Errors: "FILE: want ..., found ..." or "FILE: cannot VERB: reason":
//           Unavailable where another process holds the file longer than the
//           timeout, DataLoss where the file is damaged or no database, Unknown
//           where the system failed (no such file, a full disk).
namespace onrecord::store {

enum class Access {
  kCreate,  // Reads and writes; makes the file where there is none.
  kUse,     // Reads and writes a file that exists.
  kRead,    // Changes nothing.
};

// One prepared statement. Must not outlive its database.
class Statement {
 public:
  // Parameters count from 1, columns from 0, as in SQLite. What is bound must
  // live until the next Reset().
  void Bind(int parameter, absl::string_view text);
  void BindBlob(int parameter, absl::string_view bytes);
  void Bind(int parameter, int64_t number);
  // Goes to the next row. False at the end.
  absl::StatusOr<bool> Step();
  // For statements without rows: runs to the end and makes it ready again.
  absl::Status Run();
  // Makes it ready to run again, without parameters.
  void Reset();

  // Of the current row, until the next Step() or Reset(). A value of another
  // type is converted; NULL is empty or 0.
  absl::string_view Bytes(int column) const;
  int64_t Number(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string path)
      : statement_(statement), path_(std::move(path)) {}

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string path_;
};

// An open database file.
//
//   Threads: one at a time.
class Database {
 public:
  // Does not read the file yet: the first statement finds what is wrong.
  static absl::StatusOr<Database> Open(const std::string& path, Access access,
                                       absl::Duration busy_timeout);
  // An empty one that is gone with its object.
  static absl::StatusOr<Database> OpenInMemory();

  // Runs statements that give no rows.
  absl::Status Execute(const std::string& sql) const;
  // The first column of the only row.
  absl::StatusOr<int64_t> Number(const std::string& sql) const;
  absl::StatusOr<Statement> Prepare(const std::string& sql) const;
  // Rows that the last INSERT, UPDATE or DELETE changed.
  int64_t changes() const;
  int64_t last_rowid() const;
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  static absl::StatusOr<Database> OpenFile(const std::string& path,
                                           const std::string& file, int flags);
  Database(sqlite3* database, std::string path)
      : database_(database), path_(std::move(path)) {}

  std::unique_ptr<sqlite3, Close> database_;
  std::string path_;
};

// Everything between Begin() and Commit() happens, or nothing does.
class Transaction {
 public:
  enum class Kind {
    kRead,   // One state of the file, whatever writers do meanwhile.
    kWrite,  // Waits for other writers.
  };
  static absl::StatusOr<Transaction> Begin(const Database& database, Kind kind);
  Transaction(Transaction&& other) noexcept
      : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  // Takes back what was not committed.
  ~Transaction();
  absl::Status Commit();

 private:
  explicit Transaction(const Database* database) : database_(database) {}

  const Database* database_;  // nullptr once it is over.
};

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_DATABASE_H_
