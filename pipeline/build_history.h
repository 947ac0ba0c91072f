#ifndef ONRECORD_PIPELINE_BUILD_HISTORY_H_
#define ONRECORD_PIPELINE_BUILD_HISTORY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "pipeline/history.h"
#include "pipeline/identify.h"
#include "pipeline/record.h"
#include "pipeline/selection.h"
#include "stance/observations.h"
#include "stance/timeline.h"
#include "text/lexicon.h"

namespace onrecord::pipeline {

struct BuildHistoryOptions {
  // The questions asked; those found in the records are added by their names.
  std::vector<HistoryTarget> targets;
  std::string config_sha256;
  stance::ObservationOptions observations;
  stance::TimelineOptions timelines;
  Knowledge knowledge;
  Selection selection;  // What the history shows.
  // Tells countries and bodies in offices, for the aggregates; must outlive the
  // call. nullptr: see Affiliations.
  const text::Lexicon* lexicon = nullptr;
};

// Makes the history of a set of article records: speakers across articles,
// utterances across outlets, timelines, shifts, splits.
//
// A pure function of the *set*: order, duplicates (same id and same text) and
// how records were cut into files never change it. Articles with one id and
// different texts are all kept, told apart by their content's hash, and give a
// warning.
// A selection of nobody we know gives a warning and no timelines.
//
//   Errors:  those of IdentifyCorpus(): corrections that cannot be applied.
//   Threads: no shared state.
absl::StatusOr<History> BuildHistory(std::vector<ArticleRecord> records,
                                     const BuildHistoryOptions& options);

// One article's speaker and why it is this person or body.
struct SpeakerSighting {
  std::string article_id;  // As in HistoryArticle.
  std::string outlet, published;
  std::string name;  // As the article has it.
  int32_t quotations = 0;
  quotes::IdentityReason reason = quotes::IdentityReason::kOnlyOne;
  bool ambiguous = false;
};

// A speaker across articles with all sightings, by date, then article.
struct SeenSpeaker {
  quotes::Speaker speaker;
  std::vector<SpeakerSighting> sightings;
};

// Everybody with a name who speaks in a set of records, by id: whom
// BuildHistory() takes them for. As pure as that is, with the same errors.
absl::StatusOr<std::vector<SeenSpeaker>> IdentifySpeakers(
    std::vector<ArticleRecord> records, const BuildHistoryOptions& options);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_BUILD_HISTORY_H_
