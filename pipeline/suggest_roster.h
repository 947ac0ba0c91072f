#ifndef ONRECORD_PIPELINE_SUGGEST_ROSTER_H_
#define ONRECORD_PIPELINE_SUGGEST_ROSTER_H_

#include <string>
#include <vector>

#include "pipeline/build_history.h"

namespace onrecord::pipeline {

// A draft of a roster that ReadRoster() reads: every person and body of
// `speakers` under its present id, most quoted first, with its full names and
// its offices as dated by the articles. Comments tell where they were seen.
// Names that nobody can be known by alone (a surname of two) are left out.
std::string SuggestRoster(const std::vector<SeenSpeaker>& speakers);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_SUGGEST_ROSTER_H_
