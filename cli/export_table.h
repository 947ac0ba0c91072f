#ifndef ONRECORD_CLI_EXPORT_TABLE_H_
#define ONRECORD_CLI_EXPORT_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/variant.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// What a column holds. Any value may be missing.
enum class ColumnType {
  kText,
  kDate,  // "YYYY-MM-DD".
  kInteger,
  kReal,
  kBoolean,
};

struct Column {
  absl::string_view name;  // snake_case, as documented in docs/export.md.
  ColumnType type;
};

// One cell; monostate where nothing is known. Dates are strings.
using Cell = absl::variant<absl::monostate, std::string, int64_t, double, bool>;

// Rows of a history for programs that know tables but no protobuf.
struct Table {
  absl::string_view name;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // A cell a column, in the same order.
};

// All tables of a history, `observations` first. The same tables and columns
// for every history, an empty one too; rows in the order of the history.
std::vector<Table> ExportTables(const v1::History& history);

// The same of the observations alone.
Table ObservationTable(const v1::History& history);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_EXPORT_TABLE_H_
