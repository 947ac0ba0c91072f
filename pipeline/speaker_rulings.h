#ifndef ONRECORD_PIPELINE_SPEAKER_RULINGS_H_
#define ONRECORD_PIPELINE_SPEAKER_RULINGS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "pipeline/corrections_file.h"
#include "quotes/identity.h"

namespace onrecord::pipeline {

// A speaker as a ruling names it: by id, or as one input of the identities.
struct SpeakerRef {
  std::string id;      // Empty: `input` counts.
  int32_t input = -1;  // Position among the inputs.
  std::string text;    // As the reader wrote it, for messages.
};

// These are one, or no two of them are.
struct ResolvedRuling {
  std::string where;  // "FILE:LINE"
  std::vector<SpeakerRef> refs;
};

// Turns rulings on speakers into the numbers that IdentityGuide::ruled wants.
// `base` is what ResolveIdentities() says of `inputs` with the roster alone: an
// id stands for everybody it joined under this id. Where two that are different
// were joined there, a quotation's speaker is taken out of the rest, and with
// it those who hold an office of his that the other does not.
//
//   Errors: DataLoss "FILE:LINE: ..." for unknown ids and contradictions.
absl::StatusOr<std::vector<int32_t>> RuleSpeakers(
    const std::vector<ResolvedRuling>& same,
    const std::vector<ResolvedRuling>& different,
    const std::vector<quotes::SpeakerInput>& inputs,
    const quotes::Identities& base,
    const std::vector<quotes::KnownSpeaker>& roster);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_SPEAKER_RULINGS_H_
