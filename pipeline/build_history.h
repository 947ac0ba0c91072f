#ifndef ONRECORD_PIPELINE_BUILD_HISTORY_H_
#define ONRECORD_PIPELINE_BUILD_HISTORY_H_

#include <string>
#include <vector>

#include "pipeline/history.h"
#include "pipeline/record.h"
#include "quotes/names.h"
#include "stance/observations.h"
#include "stance/timeline.h"

namespace onrecord::pipeline {

struct BuildHistoryOptions {
  // The questions asked; those found in the records are added by their names.
  std::vector<HistoryTarget> targets;
  std::string config_sha256;
  stance::ObservationOptions observations;
  stance::TimelineOptions timelines;
  // Short forms of given names; nullptr: the list of data/nicknames.tsv.
  const quotes::Nicknames* nicknames = nullptr;
};

// Makes the history of a set of article records: speakers across articles,
// utterances across outlets, timelines, shifts, splits.
//
// A pure function of the *set*: order, duplicates (same id and same text) and
// how records were cut into files never change it. Articles with one id and
// different texts are all kept, told apart by their content's hash, and give a
// warning.
//
//   Errors:  none.
//   Threads: no shared state.
History BuildHistory(std::vector<ArticleRecord> records,
                     const BuildHistoryOptions& options);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_BUILD_HISTORY_H_
