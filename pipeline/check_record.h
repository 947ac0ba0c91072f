#ifndef ONRECORD_PIPELINE_CHECK_RECORD_H_
#define ONRECORD_PIPELINE_CHECK_RECORD_H_

#include "absl/status/status.h"
#include "proto/history.pb.h"
#include "proto/record.pb.h"

// The promises that the schema makes beyond what a parser checks. Errors are
// DataLoss: "<article or timeline>: <field>: want ..., found ...".
namespace onrecord::pipeline {

// Every span lies in the text, on code-point edges (where the text is in the
// record); the spans of a quotation are in order and disjoint; indices point
// somewhere; enums are set; a position has evidence; dates are dates.
absl::Status CheckRecord(const v1::ArticleRecord& record);

// Every observation has a source, is in order and has a position; every shift
// and split cites observations of its timeline; every timeline's speaker and
// target is listed; the counts are those of the lists.
absl::Status CheckHistory(const v1::History& history);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_CHECK_RECORD_H_
