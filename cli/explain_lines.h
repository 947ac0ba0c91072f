#ifndef ONRECORD_CLI_EXPLAIN_LINES_H_
#define ONRECORD_CLI_EXPLAIN_LINES_H_

#include <string>

#include "proto/record.pb.h"

namespace onrecord::cli {

// Why a record says what it says, one finding a line, for editors and grep:
//   "SOURCE:LINE:COLUMN: what was found [rule]"
// LINE and COLUMN count from 1, columns in characters, in the article's text;
// SOURCE of an article in a JSON line is "FILE:LINE" itself.
std::string ExplainLines(const v1::ArticleRecord& record);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_EXPLAIN_LINES_H_
