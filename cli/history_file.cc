#include "cli/history_file.h"

#include <limits>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"
#include "cli/read_file.h"
#include "pipeline/check_record.h"
#include "pipeline/input_kind.h"

namespace onrecord::cli {
namespace {

// What all versions of HistoryHeader.format have in common.
constexpr absl::string_view kAnyFormat = "onrecord.history.v";

// What the bytes are if they are no history of this version.
absl::string_view WhatItIs(absl::string_view bytes) {
  if (bytes.empty()) return "an empty file";
  return pipeline::InputKindName(
      pipeline::InputKindOf(bytes.substr(0, pipeline::kInputHeadBytes)));
}

bool StartsLikeAHistory(absl::string_view bytes) {
  return absl::StartsWith(bytes, "\x0a") &&
         absl::StrContains(bytes.substr(0, 32), kAnyFormat);
}

}  // namespace

absl::StatusOr<v1::History> ParseHistory(const std::string& path,
                                         absl::string_view bytes) {
  if (!StartsLikeAHistory(bytes)) {
    return BadDataError(absl::StrCat(
        path, ": want a history, found ", WhatItIs(bytes),
        "; `onrecord track INPUT -o history.binpb` makes a history"));
  }
  if (bytes.size() > size_t{std::numeric_limits<int>::max()}) {
    return BadDataError(absl::StrCat(path,
                                     ": want a history of up to 2 GiB, found ",
                                     bytes.size(), " bytes"));
  }
  v1::History history;
  if (!history.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return BadDataError(absl::StrCat(
        path, ": want a history, found bytes that are none (cut or damaged)"));
  }
  if (history.header().format() != pipeline::kHistoryFormat) {
    return BadDataError(absl::StrCat(path, ": want ", pipeline::kHistoryFormat,
                                     ", found ", history.header().format(),
                                     ", which another version of onrecord (",
                                     history.header().generator(), ") wrote"));
  }
  const absl::Status status = pipeline::CheckHistory(history);
  if (!status.ok()) {
    return BadDataError(absl::StrCat(path, ": ", status.message()));
  }
  return history;
}

absl::StatusOr<v1::History> LoadHistory(const std::string& path) {
  const absl::StatusOr<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.status();
  return ParseHistory(path, *bytes);
}

}  // namespace onrecord::cli
