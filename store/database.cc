#include "store/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace onrecord::store {
namespace {

absl::Status Failure(absl::string_view path, int code, sqlite3* database) {
  const int error = database == nullptr ? 0 : sqlite3_system_errno(database);
  const char* reason =
      database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return absl::UnavailableError(
          absl::StrCat(path, ": another program is writing to it (", reason,
                       "); try again"));
    case SQLITE_NOTADB:
      return absl::DataLossError(
          absl::StrCat(path, ": want a store, found no SQLite database"));
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:  // Our statements are right: a table is not what it was.
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return absl::DataLossError(
          absl::StrCat(path, ": want a store, found a damaged one: ", reason));
    default:
      return absl::UnknownError(
          absl::StrCat(path, ": cannot read or write: ",
                       error != 0 ? std::strerror(error) : reason));
  }
}

// Names like ":memory:" mean something else to SQLite.
std::string PlainPath(const std::string& path) {
  return absl::StartsWith(path, "/") ? path : absl::StrCat("./", path);
}

int OpenFlags(Access access) {
  switch (access) {
    case Access::kCreate:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::kUse:
      return SQLITE_OPEN_READWRITE;
    case Access::kRead:
      return SQLITE_OPEN_READONLY;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::Bind(int parameter, absl::string_view text) {
  // A null pointer would be NULL instead of an empty text.
  const char* data = text.empty() ? "" : text.data();
  sqlite3_bind_text64(statement_.get(), parameter, data, text.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::BindBlob(int parameter, absl::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(),
                      SQLITE_STATIC);
}

void Statement::Bind(int parameter, int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
}

absl::StatusOr<bool> Statement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return Failure(path_, code, sqlite3_db_handle(statement_.get()));
}

absl::Status Statement::Run() {
  absl::StatusOr<bool> row = true;
  while (row.ok() && *row) row = Step();
  Reset();
  return row.status();
}

void Statement::Reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

absl::string_view Statement::Bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr || size <= 0) return {};
  return {static_cast<const char*>(bytes), static_cast<size_t>(size)};
}

int64_t Statement::Number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

absl::StatusOr<Database> Database::OpenFile(const std::string& path,
                                            const std::string& file,
                                            int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
  Database database(handle, path);  // Closes it, whatever happened.
  if (code != SQLITE_OK) return Failure(path, code, handle);
  sqlite3_extended_result_codes(handle, 1);
  // The file may come from anywhere: no code in it runs.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  return database;
}

absl::StatusOr<Database> Database::Open(const std::string& path, Access access,
                                        absl::Duration busy_timeout) {
  auto database = OpenFile(path, PlainPath(path), OpenFlags(access));
  if (database.ok()) {
    sqlite3_busy_timeout(
        database->database_.get(),
        static_cast<int>(busy_timeout / absl::Milliseconds(1)));
  }
  return database;
}

absl::StatusOr<Database> Database::OpenInMemory() {
  return OpenFile("memory",
                  ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

absl::Status Database::Execute(const std::string& sql) const {
  const int code =
      sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus()
                           : Failure(path_, code, database_.get());
}

absl::StatusOr<int64_t> Database::Number(const std::string& sql) const {
  absl::StatusOr<Statement> statement = Prepare(sql);
  if (!statement.ok()) return statement.status();
  absl::StatusOr<bool> row = statement->Step();
  if (!row.ok()) return row.status();
  return *row ? statement->Number(0) : 0;
}

absl::StatusOr<Statement> Database::Prepare(const std::string& sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr);
  if (code != SQLITE_OK) return Failure(path_, code, database_.get());
  return Statement(statement, path_);
}

int64_t Database::changes() const { return sqlite3_changes64(database_.get()); }

int64_t Database::last_rowid() const {
  return sqlite3_last_insert_rowid(database_.get());
}

absl::StatusOr<Transaction> Transaction::Begin(const Database& database,
                                               Kind kind) {
  absl::Status status = database.Execute(
      kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
  if (!status.ok()) return status;
  return Transaction(&database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) database_->Execute("ROLLBACK").IgnoreError();
}

absl::Status Transaction::Commit() {
  absl::Status status = database_->Execute("COMMIT");
  if (status.ok()) database_ = nullptr;
  return status;
}

}  // namespace onrecord::store
