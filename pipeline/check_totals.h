#ifndef ONRECORD_PIPELINE_CHECK_TOTALS_H_
#define ONRECORD_PIPELINE_CHECK_TOTALS_H_

#include "absl/status/status.h"
#include "proto/history.pb.h"

// What a history adds up, made again from its observations and shifts.
namespace onrecord::pipeline {

// Makes the trend and the number of reiterations of a timeline anew, for one
// whose observations changed.
void RenewTotals(double half_life_days, v1::Timeline* timeline);

// Trend points, reiterations, and of each target that has them the aggregates,
// are what observations and shifts make: each public observation in one country
// and one organization, each certain shift one move, in order. Scores are
// compared where this version of the program wrote them; others may weigh
// otherwise. Whom a speaker spoke for is not asked again.
//
//   Input:  a history that CheckHistory() accepts.
//   Errors: DataLoss, "<timeline or target>: <field>: want ..., found ...".
absl::Status CheckTotals(const v1::History& history);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_CHECK_TOTALS_H_
