#ifndef ONRECORD_CLI_EXPORT_SQL_H_
#define ONRECORD_CLI_EXPORT_SQL_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "cli/export_table.h"

// Tables of a history as tables of a database, with the views of
// docs/dashboards/views.sql.
namespace onrecord::cli {

// CREATE VIEW statements that both databases read.
absl::string_view ExportViews();

// "(\"target\" text, \"day\" date, ...)"
std::string ColumnDefinitions(const Table& table);

// Writes a SQLite file. As every output, it appears under its name only when it
// is complete.
// Errors: "PATH: cannot write: ..." with what SQLite says.
absl::Status WriteSqlite(const std::vector<Table>& tables,
                         const std::string& path);

// Writes the tables into a schema of a PostgreSQL database, in one transaction:
// readers see the old rows until all new ones are there. Schema, tables and
// views are made where they are missing, rows of an earlier export go.
//
// `conninfo` is libpq's connection string or URL; libpq's environment variables
// and files fill in what it leaves out, so that no password need stand there.
// libpq is loaded when it is needed: it would double the time of every start.
//
// Errors: Unavailable where the server cannot be reached or refuses us, Unknown
//         for what it says later; nothing has changed then.
absl::Status WritePostgres(const std::vector<Table>& tables,
                           const std::string& conninfo,
                           const std::string& schema);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_EXPORT_SQL_H_
