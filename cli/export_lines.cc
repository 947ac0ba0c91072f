#include "cli/export_lines.h"

#include <charconv>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace onrecord::cli {
namespace {

// The shortest digits that read back as the same number.
std::string Shortest(double value) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value);
  return {digits, end.ptr};
}

std::string CsvText(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return absl::StrCat("\"", absl::StrReplaceAll(text, {{"\"", "\"\""}}), "\"");
}

std::string JsonText(const std::string& text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppend(&out, "\\u00", std::string(1, kDigits[c >> 4]),
                      std::string(1, kDigits[c & 15]));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string CopyText(const std::string& text) {
  return absl::StrReplaceAll(
      text, {{"\\", "\\\\"}, {"\t", "\\t"}, {"\n", "\\n"}, {"\r", "\\r"}});
}

// How a kind of file writes its cells and rows.
struct Notation {
  absl::string_view nothing;
  std::string (*text)(const std::string&);
  absl::string_view begin, between, end;  // Of a row.
  bool named;                             // The column's name before each cell.
};

constexpr Notation kCsv = {"", CsvText, "", ",", "\n", false};
constexpr Notation kJson = {"null", JsonText, "{", ",", "}\n", true};
constexpr Notation kCopy = {"\\N", CopyText, "", "\t", "\n", false};

struct CellWriter {
  const Notation& notation;

  std::string operator()(absl::monostate) const {
    return std::string(notation.nothing);
  }
  std::string operator()(const std::string& text) const {
    return notation.text(text);
  }
  std::string operator()(int64_t value) const { return absl::StrCat(value); }
  std::string operator()(double value) const { return Shortest(value); }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
};

void AppendRows(const Table& table, const Notation& notation,
                std::string* out) {
  for (const std::vector<Cell>& row : table.rows) {
    absl::StrAppend(out, notation.begin);
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) absl::StrAppend(out, notation.between);
      if (notation.named) {
        absl::StrAppend(out, "\"", table.columns[i].name, "\":");
      }
      absl::StrAppend(out, absl::visit(CellWriter{notation}, row[i]));
    }
    absl::StrAppend(out, notation.end);
  }
}

}  // namespace

std::string ToCsv(const Table& table) {
  std::string out;
  for (const Column& column : table.columns) {
    absl::StrAppend(&out, out.empty() ? "" : ",", column.name);
  }
  out += '\n';
  AppendRows(table, kCsv, &out);
  return out;
}

std::string ToJsonLines(const Table& table) {
  std::string out;
  AppendRows(table, kJson, &out);
  return out;
}

std::string ToCopyText(const Table& table) {
  std::string out;
  AppendRows(table, kCopy, &out);
  return out;
}

}  // namespace onrecord::cli
