#ifndef ONRECORD_PIPELINE_AFFILIATIONS_H_
#define ONRECORD_PIPELINE_AFFILIATIONS_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "quotes/identity.h"
#include "stance/aggregates.h"
#include "text/dates.h"
#include "text/lexicon.h"

namespace onrecord::pipeline {

// The country and the organisation that an office names:
//
//   "prime minister of Qadara", "Qadara’s defence secretary"  the country:
//         an office of state, or a place that the word lists know;
//   "Iraqi prime minister"   the country of the people in the word lists;
//   "leader of Sovereign", "head of the Zhelin Council"   the organisation:
//         a post of a body, or a name with a noun for one.
//
// Without `lexicon` only what the office itself shows. Empty where it names
// neither ("opposition lawmaker").
stance::Affiliation AffiliationOfRole(absl::string_view title,
                                      const text::Lexicon* lexicon);

// Whom the speakers of a history spoke for, by date: what the role tells that
// was seen nearest to it; of two the earlier one. A body speaks for itself.
//
//   Owns:    nothing of its input.
//   Threads: const after construction, share freely.
class Affiliations {
 public:
  Affiliations(const std::vector<quotes::Speaker>& speakers,
               const text::Lexicon* lexicon);

  // Empty for a speaker that is not known.
  stance::Affiliation Of(const std::string& speaker_id,
                         text::PartialDate when) const;

 private:
  // Between its dates, of which either may be unknown.
  struct Dated {
    stance::Affiliation affiliation;
    text::PartialDate first, last;
  };
  std::map<std::string, std::vector<Dated>> by_speaker_;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_AFFILIATIONS_H_
