#ifndef ONRECORD_PIPELINE_HISTORY_PROTO_H_
#define ONRECORD_PIPELINE_HISTORY_PROTO_H_

#include <vector>

#include "pipeline/history.h"
#include "proto/history.pb.h"

namespace onrecord::pipeline {

// The history as it is written: the same bytes for the same history.
v1::History ToProto(const History& history);

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
