#ifndef ONRECORD_STANCE_CLAUSE_H_
#define ONRECORD_STANCE_CLAUSE_H_

#include <vector>

#include "stance/reading.h"

namespace onrecord::stance {

// What a clause is to the one that it belongs to.
enum class ClauseRole {
  kMain,
  kContrast,    // but ...: weighs more than what stands before it
  kConcession,  // although ...: weighs less
  kCondition,   // if ...
  kException,   // unless, until, before ...
  kTime,        // when, after, every day ...
  kReason,      // because ...
  kOpen,        // whether ...
  kDuration,    // as long as ...
  kRelative,    // who ..., which ...
};

// A clause: one statement with at most one governing verb, so far as that can
// be seen without a parser.
struct Clause {
  PositionRange at;
  PositionRange items;  // Indices into Reading::items.
  ClauseRole role = ClauseRole::kMain;
  int32_t sentence = 0;        // Counted from the start of the reading.
  bool question = false;       // Its sentence ends with a question mark.
  bool joined_by_and = false;  // "leave and ...", "leave or ..."
  bool joined_by_or = false;

  bool subordinate() const {
    return role == ClauseRole::kCondition || role == ClauseRole::kException ||
           role == ClauseRole::kTime || role == ClauseRole::kReason ||
           role == ClauseRole::kOpen || role == ClauseRole::kDuration ||
           role == ClauseRole::kConcession;
  }
};

// Cuts a reading into clauses, in order, covering it without gaps: at sentence
// ends, ; : dashes and brackets, at words that open clauses, at commas before a
// new subject and after an opening subordinate clause.
std::vector<Clause> SplitClauses(const Reading& reading);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_CLAUSE_H_
