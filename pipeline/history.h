#ifndef ONRECORD_PIPELINE_HISTORY_H_
#define ONRECORD_PIPELINE_HISTORY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "quotes/identity.h"
#include "stance/aggregates.h"
#include "stance/statement.h"

namespace onrecord::pipeline {

// A question that people take sides on.
struct HistoryTarget {
  std::string name;      // "troop_withdrawal".
  std::string question;  // "Should foreign troops leave ...?"
  stance::Aggregates aggregates;
};

// One article that a history was made from.
struct HistoryArticle {
  // Article.id; "<id>~<first 8 digits of the content's hash>" where another
  // text has the same id.
  std::string id;
  std::string url, title, outlet, published, content_sha256;
};

struct HistoryCounts {
  int32_t articles = 0;  // Each content once.
  int32_t quotes = 0;
  int32_t attributed_quotes = 0;  // With a named speaker.
  int32_t observations = 0;       // Over all timelines.
  int32_t shifts = 0;
  int32_t splits = 0;
};

// Who stands where on a question and when that changed. All lists are sorted,
// so that the same set of articles gives the same value.
struct History {
  std::string config_sha256;
  double half_life_days = 0;                // See stance::TimelineOptions.
  std::vector<HistoryTarget> targets;       // By name.
  std::vector<quotes::Speaker> speakers;    // With a timeline; by id.
  std::vector<stance::Timeline> timelines;  // By target, name, speaker id.
  std::vector<HistoryArticle> articles;     // By published, then id.
  HistoryCounts counts;
  // What a reader should know: "a7: 2 articles with this id differ".
  std::vector<std::string> warnings;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_HISTORY_H_
