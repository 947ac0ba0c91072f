#ifndef ONRECORD_PIPELINE_VERSION_H_
#define ONRECORD_PIPELINE_VERSION_H_

#include "absl/strings/string_view.h"

namespace onrecord::pipeline {

// MAJOR.MINOR.PATCH: `--version`, and HistoryHeader.generator.
inline constexpr absl::string_view kVersion = "0.1.0";

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_VERSION_H_
