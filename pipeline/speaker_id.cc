#include "pipeline/speaker_id.h"

#include "absl/strings/ascii.h"

namespace onrecord::pipeline {

std::string SpeakerId(absl::string_view name) {
  std::string id;
  bool gap = false;
  for (char c : name) {
    const bool kept = absl::ascii_isalnum(c) || !absl::ascii_isascii(c);
    if (!kept) {
      gap = !id.empty();
      continue;
    }
    if (gap) id += '-';
    gap = false;
    id += absl::ascii_tolower(c);
  }
  return id;
}

}  // namespace onrecord::pipeline
