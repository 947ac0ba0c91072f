#include "stance/aggregates.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "stance/shifts.h"

namespace onrecord::stance {
namespace {

// Counts observations by group and month.
class GroupCounter {
 public:
  void Count(const Observation& observation, const Affiliation& affiliation) {
    Add({GroupKind::kCountry, affiliation.country}, observation);
    Add({GroupKind::kOrganization, affiliation.organization}, observation);
  }

  std::vector<GroupTotals> Totals() const {
    std::vector<GroupTotals> totals;
    for (const auto& [key, group] : groups_) {
      GroupTotals& added = totals.emplace_back();
      std::tie(added.kind, added.name) = key;
      added.speaker_ids.assign(group.speakers.begin(), group.speakers.end());
      for (const auto& [month, counts] : group.months) {
        added.months.push_back(counts);
      }
    }
    return totals;
  }

 private:
  struct Group {
    std::set<std::string> speakers;
    std::map<text::PartialDate, MonthCounts> months;
  };
  using Key = std::pair<GroupKind, std::string>;

  void Add(const Key& key, const Observation& observation) {
    Group& group = groups_[key];
    group.speakers.insert(observation.speaker_id);
    text::PartialDate month = observation.said;
    month.day = 0;
    MonthCounts& counts = group.months[month];
    counts.month = month;
    const StanceLabel label = observation.stance.label;
    counts.favor += label == StanceLabel::kFavor ? 1 : 0;
    counts.against += label == StanceLabel::kAgainst ? 1 : 0;
    counts.mixed += label == StanceLabel::kMixed ? 1 : 0;
  }

  std::map<Key, Group> groups_;
};

// Numbers the moves, which are sorted, and says whom each came after.
void PutInOrder(std::vector<Move>* moves) {
  for (size_t i = 0; i < moves->size(); ++i) {
    Move& move = (*moves)[i];
    size_t earlier = i;  // One past the last earlier move to the position.
    while (earlier > 0 && (*moves)[earlier - 1].to == move.to &&
           (*moves)[earlier - 1].by == move.by) {
      --earlier;
    }
    if (earlier == 0 || (*moves)[earlier - 1].to != move.to) {
      move.order = 1;
      continue;
    }
    const Move& last = (*moves)[earlier - 1];
    move.order = last.order;
    for (size_t k = earlier; k-- > 0;) {
      if ((*moves)[k].to != move.to || (*moves)[k].by != last.by) break;
      ++move.order;
    }
    move.after_speaker_id = last.speaker_id;
    move.days_after = DaysApart(last.by, move.by);
  }
}

}  // namespace

Aggregates Aggregate(const std::vector<const Timeline*>& timelines,
                     const AffiliationOf& affiliation_of) {
  Aggregates aggregates;
  GroupCounter counter;
  for (const Timeline* line : timelines) {
    for (const Observation& o : line->observations) {
      if (o.channel != Channel::kPublic) continue;
      counter.Count(o, affiliation_of(o.speaker_id, o.said));
    }
    for (const Shift& shift : line->shifts) {
      if (shift.tier == ShiftTier::kCandidate) continue;
      Move move;
      move.speaker_id = line->speaker_id;
      move.speaker_name = line->speaker_name;
      move.affiliation = affiliation_of(line->speaker_id, shift.by);
      move.from = shift.from;
      move.to = shift.to;
      move.tier = shift.tier;
      move.by = shift.by;
      aggregates.moves.push_back(std::move(move));
    }
  }
  aggregates.groups = counter.Totals();
  std::sort(aggregates.moves.begin(), aggregates.moves.end(),
            [](const Move& a, const Move& b) {
              return std::tie(a.to, a.by, a.speaker_name, a.speaker_id) <
                     std::tie(b.to, b.by, b.speaker_name, b.speaker_id);
            });
  PutInOrder(&aggregates.moves);
  return aggregates;
}

}  // namespace onrecord::stance
