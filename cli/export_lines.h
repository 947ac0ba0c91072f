#ifndef ONRECORD_CLI_EXPORT_LINES_H_
#define ONRECORD_CLI_EXPORT_LINES_H_

#include <string>

#include "cli/export_table.h"

// Tables as text, UTF-8, a row a line that ends with "\n".
namespace onrecord::cli {

// Comma-separated values as RFC 4180 has them, the names of the columns first.
// What is not known is empty; true and false are those words.
std::string ToCsv(const Table& table);

// One JSON object a line, all columns in it; what is not known is null.
std::string ToJsonLines(const Table& table);

// The rows as PostgreSQL's COPY reads them in its text format.
std::string ToCopyText(const Table& table);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_EXPORT_LINES_H_
