#include "cli/exit_code.h"

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace onrecord::cli {

ExitCode ExitCodeOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
    case absl::StatusCode::kCancelled:
      return kExitOk;
    case absl::StatusCode::kInvalidArgument:
      return kExitUsage;
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kFailedPrecondition:
      return kExitBadData;
    case absl::StatusCode::kUnavailable:
      return kExitTryAgain;
    default:
      return kExitIo;
  }
}

absl::Status UsageError(absl::string_view message) {
  return absl::InvalidArgumentError(message);
}

absl::Status BadDataError(absl::string_view message) {
  return absl::DataLossError(message);
}

absl::Status IoError(absl::string_view path, absl::string_view verb,
                     int error) {
  const std::string message =
      absl::StrCat(path, ": cannot ", verb, ": ", std::strerror(error));
  return error == EPIPE ? absl::CancelledError(message)
                        : absl::UnknownError(message);
}

}  // namespace onrecord::cli
