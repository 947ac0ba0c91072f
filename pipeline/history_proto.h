#ifndef ONRECORD_PIPELINE_HISTORY_PROTO_H_
#define ONRECORD_PIPELINE_HISTORY_PROTO_H_

#include <functional>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "pipeline/history.h"
#include "proto/history.pb.h"

namespace onrecord::pipeline {

// The history as it is written: the same bytes for the same history. Given an
// rvalue it takes the words over instead of copying them.
v1::History ToProto(History history);

// The bytes of ToProto(history), piece by piece, so that a large history is in
// memory once. Errors: those of `take`, which ends it.
absl::Status EncodeHistory(
    History history,
    const std::function<absl::Status(absl::string_view)>& take);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_HISTORY_PROTO_H_
