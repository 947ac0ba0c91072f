#ifndef ONRECORD_STANCE_AGGREGATES_H_
#define ONRECORD_STANCE_AGGREGATES_H_

#include <functional>
#include <string>
#include <vector>

#include "stance/statement.h"
#include "text/dates.h"

namespace onrecord::stance {

// Tells it of a speaker's id and the date of a statement; that may be unknown.
using AffiliationOf = std::function<Affiliation(const std::string& speaker_id,
                                                text::PartialDate when)>;

enum class GroupKind { kCountry, kOrganization };

// Public observations of one month, by position.
struct MonthCounts {
  // A year, if only that is known; unknown for undated ones.
  text::PartialDate month;
  int favor = 0, against = 0, mixed = 0;
};

// What everybody who spoke for one country or organisation said on a target.
struct GroupTotals {
  GroupKind kind = GroupKind::kCountry;
  std::string name;                      // Empty: of nobody knows which.
  std::vector<std::string> speaker_ids;  // Sorted.
  std::vector<MonthCounts> months;       // By month.
};

// A certain change of one speaker, in the order in which people moved.
struct Move {
  std::string speaker_id, speaker_name;
  Affiliation affiliation;  // When the change came.
  StanceLabel from = StanceLabel::kNone;
  StanceLabel to = StanceLabel::kNone;
  ShiftTier tier = ShiftTier::kConfirmed;
  text::PartialDate by;
  // 1 for the first mover to this position; those of one date share a number.
  int order = 0;
  std::string after_speaker_id;  // Who moved there last before; empty: nobody.
  int days_after = 0;            // After that move.
};

struct Aggregates {
  std::vector<GroupTotals> groups;  // By kind, then name.
  std::vector<Move> moves;          // By new position, date, name, id.
};

// What the timelines of one target add up to. Every public observation counts
// once among the countries and once among the organisations. Moves are shifts
// that are CONFIRMED or REPORTED. The order of the timelines does not matter.
Aggregates Aggregate(const std::vector<const Timeline*>& timelines,
                     const AffiliationOf& affiliation_of);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_AGGREGATES_H_
