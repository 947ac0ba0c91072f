#ifndef ONRECORD_STANCE_OBSERVATIONS_H_
#define ONRECORD_STANCE_OBSERVATIONS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "stance/statement.h"

namespace onrecord::stance {

struct ObservationOptions {
  // Days that two printings of one utterance may be apart; weeklies print on
  // Friday what was said on Monday.
  int window_days = 5;
  // Share of the shorter version's word pairs that the longer one must hold,
  // on one day and on different days. Translations differ in a word or two.
  double min_likeness_same_day = 0.6;
  double min_likeness_other_day = 0.75;
  // A version shorter than this many words is the same utterance only on the
  // same day: "they must leave" is said again and again.
  int min_words_other_day = 5;
  // A statement that a later article recalls by its month joins the one day of
  // that month on which the speaker said the like.
  bool join_recalled = true;
  // Keep observations without a position on the target.
  bool keep_none = false;
};

// Brings together what several outlets print of one utterance: same speaker,
// target and channel, near-identical words (a fragment is near-identical to
// the whole), days that fit. The text is the longest version that has the
// position, the date the most precise and earliest one.
//
//   Output:  by speaker, target, said and id.
//   Order:   the result depends on the set of statements only.
//   Cost:    near-linear: only versions that share a word pair are compared.
ObservationQueue MergeStatements(StatementQueue statements,
                                 const ObservationOptions& options);

// How much of the shorter text's word pairs the longer text holds, 0 to 1;
// spelling (organise, organize), case and punctuation count for nothing.
// Symmetric.
double Likeness(absl::string_view a, absl::string_view b);

// A stable id of some text: 16 hexadecimal digits.
std::string StableId(absl::string_view text);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_OBSERVATIONS_H_
