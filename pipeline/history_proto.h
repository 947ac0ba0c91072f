#ifndef ONRECORD_PIPELINE_HISTORY_PROTO_H_
#define ONRECORD_PIPELINE_HISTORY_PROTO_H_

#include <functional>
#include <vector>

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

// Of a written timeline the date, channel and position of each observation, and
// the shifts: what trend points and totals are made of.
stance::Timeline FromProto(const v1::Timeline& timeline);
// The points of a trend as they are written.
void AddTrend(const std::vector<stance::TrendPoint>& trend,
              v1::Timeline* timeline);
// What a target's timelines add up to, as it is written.
v1::Aggregates ToProto(const stance::Aggregates& aggregates);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_HISTORY_PROTO_H_
