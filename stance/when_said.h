#ifndef ONRECORD_STANCE_WHEN_SAID_H_
#define ONRECORD_STANCE_WHEN_SAID_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "text/dates.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::stance {

// What is known of one quotation before it is dated.
struct SaidQuote {
  std::vector<text::Span> content;  // At least one, in text order.
  text::Span cue;                   // Empty if no word introduces it.
  text::Span mention;               // Of the speaker; empty if nobody.
  int32_t speaker = -1;             // Any number for a person; -1: unknown.
  bool marked = true;  // Stands in quotation marks; false: reported speech.
};

// Where the text names a speaker.
struct SpeakerPlace {
  text::Span span;
  int32_t speaker = -1;  // As in SaidQuote.
};

// When a quotation was said.
struct WhenSaid {
  text::PartialDate date;  // Unknown: recalled, and nothing dates it.
  text::Span evidence;     // "on Thursday"; empty: the publication date.
  bool recalled = false;   // From the past: never the publication date.
  absl::string_view rule;  // Name of the rule that decided; a literal.
};

// Finds out when each quotation of a document was said: from the date in the
// clause that reports it ("told reporters on January 8"), an earlier sentence
// of its paragraph, another quotation of the same speaker in the same scene,
// the scene that the article opens with, else the publication date. Dates
// inside quotations, of other events ("Monday's strikes", "who left in 2011")
// and in the future do not count.
//
//   Input:   quotes in text order; `published` missing: only dates that stand
//            for themselves can be read; `places` in text order.
//   Output:  one for each quote.
//   Errors:  none.
//   Example: `"No," said Lopez on Thursday.` published on 2024-01-19, a Friday:
//            2024-01-18, evidence "on Thursday".
std::vector<WhenSaid> ResolveWhenSaid(const text::Document& document,
                                      absl::optional<absl::CivilDay> published,
                                      const std::vector<SaidQuote>& quotes,
                                      const std::vector<SpeakerPlace>& places);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_WHEN_SAID_H_
