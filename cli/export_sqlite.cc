#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/exit_code.h"
#include "cli/export_sql.h"
#include "cli/output_file.h"

namespace onrecord::cli {
namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
  }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

absl::Status SqliteError(const std::string& path, absl::string_view reason) {
  return absl::UnknownError(absl::StrCat(path, ": cannot write: ", reason));
}

// Binds a cell to the parameter with this number; strings stay ours.
struct CellBinder {
  sqlite3_stmt* statement;
  int number;

  int operator()(absl::monostate) const {
    return sqlite3_bind_null(statement, number);
  }
  int operator()(const std::string& text) const {
    return sqlite3_bind_text64(statement, number, text.data(), text.size(),
                               SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(int64_t value) const {
    return sqlite3_bind_int64(statement, number, value);
  }
  int operator()(double value) const {
    return sqlite3_bind_double(statement, number, value);
  }
  int operator()(bool value) const {
    return sqlite3_bind_int(statement, number, value ? 1 : 0);
  }
};

// A new SQLite file under a name of its own.
class SqliteWriter {
 public:
  explicit SqliteWriter(std::string path) : path_(std::move(path)) {}

  absl::Status Write(const std::vector<Table>& tables) {
    absl::Status status = Open();
    // The file is ours alone and worth nothing until it is complete.
    status.Update(Run("PRAGMA journal_mode = OFF; PRAGMA encoding = 'UTF-8';"));
    status.Update(Run("BEGIN"));
    for (const Table& table : tables) {
      if (status.ok()) status = WriteTable(table);
    }
    if (status.ok()) status = Run(std::string(ExportViews()));
    if (status.ok()) status = Run("COMMIT");
    return status;
  }

 private:
  absl::Status Open() {
    sqlite3* opened = nullptr;
    const int result = sqlite3_open(path_.c_str(), &opened);
    database_.reset(opened);
    return result == SQLITE_OK ? absl::OkStatus() : Error();
  }

  absl::Status Run(const std::string& sql) {
    const int result =
        sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    return result == SQLITE_OK ? absl::OkStatus() : Error();
  }

  absl::Status WriteTable(const Table& table) {
    absl::Status status = Run(absl::StrCat("CREATE TABLE \"", table.name, "\" ",
                                           ColumnDefinitions(table)));
    if (!status.ok()) return status;
    const std::vector<absl::string_view> marks(table.columns.size(), "?");
    const std::string insert =
        absl::StrCat("INSERT INTO \"", table.name, "\" VALUES (",
                     absl::StrJoin(marks, ","), ")");
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database_.get(), insert.c_str(), -1, &prepared,
                           nullptr) != SQLITE_OK) {
      return Error();
    }
    const Statement statement(prepared);
    for (const std::vector<Cell>& row : table.rows) {
      int number = 0;
      for (const Cell& cell : row) {
        absl::visit(CellBinder{prepared, ++number}, cell);
      }
      if (sqlite3_step(prepared) != SQLITE_DONE) return Error();
      sqlite3_reset(prepared);
    }
    return absl::OkStatus();
  }

  absl::Status Error() const {
    return SqliteError(path_, sqlite3_errmsg(database_.get()));
  }

  const std::string path_;
  Database database_;
};

}  // namespace

absl::Status WriteSqlite(const std::vector<Table>& tables,
                         const std::string& path) {
  const absl::StatusOr<bool> replaceable = IsReplaceable(path);
  if (!replaceable.ok()) return replaceable.status();
  if (!*replaceable) {
    struct stat info;
    if (::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
      return IoError(path, "write", EISDIR);
    }
    return SqliteError(path, "want a plain file, found something else there");
  }
  const std::string partial = absl::StrCat(path, ".partial");
  ::unlink(partial.c_str());
  absl::Status status = SqliteWriter(partial).Write(tables);
  if (status.ok() && std::rename(partial.c_str(), path.c_str()) != 0) {
    status = IoError(path, "write", errno);
  }
  if (!status.ok()) ::unlink(partial.c_str());
  return status;
}

}  // namespace onrecord::cli
