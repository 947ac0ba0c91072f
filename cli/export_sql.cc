#include "cli/export_sql.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace onrecord::cli {
namespace {

constexpr char kViews[] =
#include "cli/views_sql.inc"
    ;

absl::string_view SqlType(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "text";
    case ColumnType::kDate:
      return "date";
    case ColumnType::kInteger:
      return "integer";
    case ColumnType::kReal:
      return "double precision";
    case ColumnType::kBoolean:
      return "boolean";
  }
  return "";
}

}  // namespace

absl::string_view ExportViews() { return kViews; }

std::string ColumnDefinitions(const Table& table) {
  const auto define = [](std::string* out, const Column& column) {
    absl::StrAppend(out, "\"", column.name, "\" ", SqlType(column.type));
  };
  return absl::StrCat("(", absl::StrJoin(table.columns, ", ", define), ")");
}

}  // namespace onrecord::cli
