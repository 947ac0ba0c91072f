#ifndef ONRECORD_CLI_READ_FILE_H_
#define ONRECORD_CLI_READ_FILE_H_

#include <string>

#include "absl/status/statusor.h"

namespace onrecord::cli {

// Opens a file to read; "-" is the standard input. The caller closes it.
// Errors: "PATH: cannot read: No such file or directory", see IoError().
absl::StatusOr<int> OpenToRead(const std::string& path);

// All bytes of a file; "-" is the standard input. Errors: see OpenToRead().
absl::StatusOr<std::string> ReadFile(const std::string& path);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_READ_FILE_H_
