#ifndef ONRECORD_CLI_HISTORY_FILE_H_
#define ONRECORD_CLI_HISTORY_FILE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// A history out of the bytes of a file, checked from end to end as `verify`
// does. `path` is for messages.
// Errors: DataLoss, "PATH: want a history, found ..." with what makes one.
absl::StatusOr<v1::History> ParseHistory(const std::string& path,
                                         absl::string_view bytes);

// The same of a file; "-" is the standard input. Errors: also IoError().
absl::StatusOr<v1::History> LoadHistory(const std::string& path);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HISTORY_FILE_H_
