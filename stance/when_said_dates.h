#ifndef ONRECORD_STANCE_WHEN_SAID_DATES_H_
#define ONRECORD_STANCE_WHEN_SAID_DATES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "text/dates.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::stance {

// A date expression that can date what is told around it.
struct ToldDate {
  text::Span span;
  text::TokenRange tokens;
  text::PartialDate date;
  int32_t quote = -1;  // The quotation that it lies in, -1 if none.
};

// The dates of a document that can tell when something was said: those that
// have a meaning, lie not in the future, and belong to no other event by their
// own words ("Monday's strikes", "since 2014", "the 2021 campaign").
//
//   Internal to stance/when_said.
std::vector<ToldDate> FindToldDates(const text::Document& document,
                                    absl::optional<absl::CivilDay> published);

// True for the nouns of occasions on which people speak: interview, sermon.
bool IsOccasion(text::WordId word);

// True if the words between the date and the cue leave the date with the cue:
// no clause of its own ("who left in 2011", "that the strikes on Monday").
bool BelongsToCue(const text::Document& document, const ToldDate& date,
                  int32_t cue);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_WHEN_SAID_DATES_H_
