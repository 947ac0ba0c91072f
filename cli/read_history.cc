#include "cli/read_history.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "pipeline/check_record.h"

namespace onrecord::cli {

absl::StatusOr<CheckedHistory> ReadHistory(const std::string& path) {
  absl::StatusOr<pipeline::InputKind> kind = DetectInput(path);
  if (!kind.ok()) return kind.status();
  absl::StatusOr<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.status();
  if (*kind != pipeline::InputKind::kHistory) {
    return BadDataError(absl::StrCat(
        path, ": want a history (`onrecord track -o FILE.binpb` makes one), ",
        "found other data"));
  }
  CheckedHistory out;
  if (!out.history.ParseFromString(*bytes)) {
    return BadDataError(absl::StrCat(
        path, ": want a history, found bytes that are none (cut or damaged)"));
  }
  const absl::Status status = pipeline::CheckHistory(out.history);
  if (!status.ok()) {
    return BadDataError(absl::StrCat(path, ": ", status.message()));
  }
  out.bytes = *std::move(bytes);
  return out;
}

}  // namespace onrecord::cli
