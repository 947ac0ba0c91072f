#ifndef ONRECORD_CLI_EXIT_CODE_H_
#define ONRECORD_CLI_EXIT_CODE_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace onrecord::cli {

// What the program tells its caller; the numbers are those of sysexits.h.
enum ExitCode {
  kExitOk = 0,
  kExitUsage = 64,     // Wrong flags or words, an unknown target.
  kExitBadData = 65,   // Nothing could be read as what it should be.
  kExitIo = 74,        // A file could not be read or written.
  kExitTryAgain = 75,  // Something is busy: the same call may succeed later.
};

// The exit code of a command that ended like this: InvalidArgument is 64,
// DataLoss and FailedPrecondition 65, Unavailable 75, any other error 74. A
// closed pipe (Cancelled) is no error: its reader has had enough.
ExitCode ExitCodeOf(const absl::Status& status);

// Errors that a command makes, by the code they lead to.
absl::Status UsageError(absl::string_view message);
absl::Status BadDataError(absl::string_view message);
// "PATH: cannot VERB: No such file or directory"; Cancelled for EPIPE.
absl::Status IoError(absl::string_view path, absl::string_view verb, int error);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_EXIT_CODE_H_
