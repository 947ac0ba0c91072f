#ifndef ONRECORD_PIPELINE_HISTORY_PROTO_H_
#define ONRECORD_PIPELINE_HISTORY_PROTO_H_

#include "pipeline/history.h"
#include "proto/history.pb.h"

namespace onrecord::pipeline {

// The history as it is written: the same bytes for the same history. Given an
// rvalue it takes the words over instead of copying them.
v1::History ToProto(History history);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_HISTORY_PROTO_H_
