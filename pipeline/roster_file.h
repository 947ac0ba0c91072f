#ifndef ONRECORD_PIPELINE_ROSTER_FILE_H_
#define ONRECORD_PIPELINE_ROSTER_FILE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "quotes/identity.h"

namespace onrecord::pipeline {

// Reads a roster (proto/roster.proto) in text format.
//
//   Errors: DataLoss "FILE:LINE: want ..., got ..."; of two entries that one
//           name or id cannot tell apart the message names both.
absl::StatusOr<std::vector<quotes::KnownSpeaker>> ReadRoster(
    absl::string_view file, absl::string_view text);

// A roster file that ReadRoster() reads.
std::string RosterText(const std::vector<quotes::KnownSpeaker>& roster);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_ROSTER_FILE_H_
