#ifndef ONRECORD_PIPELINE_NEAREST_NAME_H_
#define ONRECORD_PIPELINE_NEAREST_NAME_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace onrecord::pipeline {

// The name that somebody who wrote `word` most likely meant: the one that
// fewest letters must be put in, taken out or changed for, the first of
// several; empty where that is more than a third of the word.
//
//   Example: NearestName("trak", {"extract", "track"}) -> "track"
std::string NearestName(absl::string_view word,
                        const std::vector<std::string>& names);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_NEAREST_NAME_H_
