#include "pipeline/check_totals.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "pipeline/history_proto.h"
#include "pipeline/version.h"
#include "stance/aggregates.h"
#include "stance/timeline.h"

namespace onrecord::pipeline {
namespace {

// What another order of adding up may change.
constexpr double kScoreTolerance = 1e-9;

absl::Status Wrong(absl::string_view place, absl::string_view field,
                   absl::string_view want, absl::string_view found) {
  return absl::DataLossError(
      absl::StrCat(place, ": ", field, ": want ", want, ", found ", found));
}

int Reiterations(const v1::Timeline& timeline) {
  return static_cast<int>(std::count_if(
      timeline.observations().begin(), timeline.observations().end(),
      [](const v1::Observation& o) { return !o.reiterated_by().empty(); }));
}

std::string Words(const v1::TrendPoint& point) {
  return absl::StrCat(point.month(), " with ", point.n(), " of score ",
                      point.score());
}

bool IsSamePoint(const v1::TrendPoint& a, const v1::TrendPoint& b,
                 bool scores) {
  return a.month() == b.month() && a.n() == b.n() &&
         (!scores || std::abs(a.score() - b.score()) <= kScoreTolerance);
}

absl::Status CheckTimeline(const v1::Timeline& timeline,
                           const v1::HistoryHeader& header) {
  const std::string place =
      absl::StrCat(timeline.target(), " of ", timeline.speaker_name());
  v1::Timeline wanted = timeline;
  RenewTotals(header.half_life_days(), &wanted);
  const bool scores = header.generator() == kVersion;
  const int points = timeline.trend_size() == 0
                         ? 0
                         : std::max(wanted.trend_size(), timeline.trend_size());
  for (int i = 0; i < points; ++i) {
    const bool wants = i < wanted.trend_size(), has = i < timeline.trend_size();
    if (wants && has &&
        IsSamePoint(wanted.trend(i), timeline.trend(i), scores)) {
      continue;
    }
    return Wrong(place, "trend", wants ? Words(wanted.trend(i)) : "no more",
                 has ? Words(timeline.trend(i)) : "no more");
  }
  if (wanted.reiterations() == timeline.reiterations()) {
    return absl::OkStatus();
  }
  return Wrong(place, "reiterations", absl::StrCat(wanted.reiterations()),
               absl::StrCat(timeline.reiterations()));
}

// Observations by kind of group, month and position, over all groups.
using Counts =
    std::map<std::tuple<v1::GroupKind, std::string>, std::vector<int>>;

Counts CountsOf(const v1::Aggregates& aggregates) {
  Counts counts;
  for (const v1::GroupTotals& group : aggregates.groups()) {
    for (const v1::MonthCounts& month : group.months()) {
      std::vector<int>& sum = counts[{group.kind(), month.month()}];
      sum.resize(3);
      sum[0] += month.favor();
      sum[1] += month.against();
      sum[2] += month.mixed();
    }
  }
  return counts;
}

// The first month that is not as wanted.
absl::Status CompareCounts(absl::string_view target, const Counts& wanted,
                           const Counts& found) {
  const auto words = [](const Counts& counts, const Counts::key_type& key) {
    const auto at = counts.find(key);
    if (at == counts.end()) return std::string("nothing");
    const std::vector<int>& sum = at->second;
    return absl::StrCat(sum[0], " favor, ", sum[1], " against, ", sum[2],
                        " mixed");
  };
  Counts all = wanted;
  all.insert(found.begin(), found.end());
  for (const auto& [key, sum] : all) {
    const std::string want = words(wanted, key), has = words(found, key);
    if (want == has) continue;
    const auto& [kind, month] = key;
    return Wrong(
        target, "groups",
        absl::StrCat(
            want, " by ",
            kind == v1::GROUP_KIND_COUNTRY ? "country" : "organization",
            month.empty() ? " without a date" : " in ", month),
        has);
  }
  return absl::OkStatus();
}

std::string Words(v1::Move move) {
  move.clear_country();
  move.clear_organization();
  return move.ShortDebugString();
}

absl::Status CompareMoves(absl::string_view target,
                          const v1::Aggregates& wanted,
                          const v1::Aggregates& found) {
  const int moves = std::max(wanted.moves_size(), found.moves_size());
  for (int i = 0; i < moves; ++i) {
    const std::string want =
        i < wanted.moves_size() ? Words(wanted.moves(i)) : "no more";
    const std::string has =
        i < found.moves_size() ? Words(found.moves(i)) : "no more";
    if (want != has) return Wrong(target, "moves", want, has);
  }
  return absl::OkStatus();
}

absl::Status CheckAggregates(const v1::TargetInfo& target,
                             const v1::History& history) {
  std::vector<stance::Timeline> lines;
  for (const v1::Timeline& line : history.timelines()) {
    if (line.target() == target.name()) lines.push_back(FromProto(line));
  }
  std::vector<const stance::Timeline*> pointers;
  for (const stance::Timeline& line : lines) pointers.push_back(&line);
  const v1::Aggregates wanted = ToProto(
      stance::Aggregate(pointers, [](const std::string&, text::PartialDate) {
        return stance::Affiliation();
      }));
  absl::Status status = CompareCounts(target.name(), CountsOf(wanted),
                                      CountsOf(target.aggregates()));
  if (!status.ok()) return status;
  return CompareMoves(target.name(), wanted, target.aggregates());
}

}  // namespace

void RenewTotals(double half_life_days, v1::Timeline* timeline) {
  stance::TimelineOptions options;
  if (half_life_days > 0) options.half_life_days = half_life_days;
  const stance::Timeline line = FromProto(*timeline);
  timeline->clear_trend();
  AddTrend(stance::TrendOf(stance::DayPositions(line.observations,
                                                stance::Channel::kPublic),
                           line.shifts, options),
           timeline);
  timeline->set_reiterations(Reiterations(*timeline));
}

absl::Status CheckTotals(const v1::History& history) {
  for (const v1::Timeline& timeline : history.timelines()) {
    absl::Status status = CheckTimeline(timeline, history.header());
    if (!status.ok()) return status;
  }
  for (const v1::TargetInfo& target : history.targets()) {
    if (!target.has_aggregates()) continue;
    absl::Status status = CheckAggregates(target, history);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace onrecord::pipeline
