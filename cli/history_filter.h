#ifndef ONRECORD_CLI_HISTORY_FILTER_H_
#define ONRECORD_CLI_HISTORY_FILTER_H_

#include <map>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "absl/types/span.h"
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

// The query parameters that a history and article records can be asked with.
inline constexpr absl::string_view kHistoryParameters[] = {
    "target", "speaker", "since", "until", "outlet", "label"};
inline constexpr absl::string_view kRecordParameters[] = {"speaker", "since",
                                                          "until", "outlet"};

// Reads query parameters, of which only the `known` ones may come: target,
// speaker, outlet, label ("favor", "against", "mixed", "none"), and, once each,
// since and until ("YYYY", "YYYY-MM" or "YYYY-MM-DD").
// Errors: InvalidArgument, "since: want YYYY[-MM[-DD]], found May".
absl::StatusOr<HistoryFilter> ParseFilter(
    const std::multimap<std::string, std::string>& parameters,
    absl::Span<const absl::string_view> known);

// Whether the filter asks for this speaker, by an id or a former one.
bool IsAsked(const v1::Speaker& speaker, const HistoryFilter& filter);

// The observations that the filter asks for, by the day they were said (where
// that is unknown, printed), with the timelines, speakers, targets and articles
// they need. Of an observation all sources stay. Shifts and splits stay where
// all observations that they cite do; trends are made anew; current positions
// are those of the whole history; aggregates go.
v1::History Filter(const v1::History& history, const HistoryFilter& filter);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HISTORY_FILTER_H_
