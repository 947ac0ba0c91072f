#ifndef ONRECORD_CLI_READ_HISTORY_H_
#define ONRECORD_CLI_READ_HISTORY_H_

#include <string>

#include "absl/status/statusor.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// A history that keeps the promises of the schema, and its bytes as read.
struct CheckedHistory {
  v1::History history;
  std::string bytes;
};

// Reads and checks the history at `path`; "-" is the standard input. Errors:
// see IoError(); DataLoss for what is no history, is cut or damaged, or breaks
// a promise ("PATH: want a history, found ...").
absl::StatusOr<CheckedHistory> ReadHistory(const std::string& path);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_READ_HISTORY_H_
