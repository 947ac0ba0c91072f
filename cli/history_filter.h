#ifndef ONRECORD_CLI_HISTORY_FILTER_H_
#define ONRECORD_CLI_HISTORY_FILTER_H_

#include <map>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// Which part of a history is asked for. An empty field asks for everything;
// several values of one field are alternatives.
struct HistoryFilter {
  std::set<std::string> targets;   // TargetInfo.name.
  std::set<std::string> speakers;  // Speaker.id or one of Speaker.former_ids.
  std::set<std::string> outlets;   // Source.outlet.
  std::set<v1::StanceLabel> labels;
  absl::optional<absl::CivilDay> since, until;  // Inclusive.

  bool all() const {
    return targets.empty() && speakers.empty() && outlets.empty() &&
           labels.empty() && !since.has_value() && !until.has_value();
  }
};

// Reads query parameters: target, speaker, outlet, label ("favor", "against",
// "mixed", "none"), since and until ("YYYY", "YYYY-MM" or "YYYY-MM-DD").
// Errors: InvalidArgument, "since: want YYYY[-MM[-DD]], found May".
absl::StatusOr<HistoryFilter> ParseFilter(
    const std::multimap<std::string, std::string>& parameters);

// The observations that the filter asks for, by the day they were said (where
// that is unknown, printed), with the timelines, speakers, targets and articles
// they need. Of an observation all sources stay. Shifts and splits stay where
// all observations that they cite do; current positions stay as they are: they
// are those of the whole history.
v1::History Filter(const v1::History& history, const HistoryFilter& filter);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HISTORY_FILTER_H_
