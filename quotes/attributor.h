#ifndef ONRECORD_QUOTES_ATTRIBUTOR_H_
#define ONRECORD_QUOTES_ATTRIBUTOR_H_

#include <vector>

#include "quotes/attribution.h"
#include "quotes/attribution_candidates.h"
#include "quotes/attribution_model.h"
#include "quotes/reporter_view.h"
#include "text/document.h"

namespace onrecord::quotes {

// Says for every quoted stretch of `view` who spoke it, in text order: rules
// propose (quotes/attribution_candidates.h), the model chooses. A later
// stretch may inherit an earlier one's speaker, never the reverse.
//
//   Output:  parallel to view.stretches; mention -1 and rule "nobody" where
//            the stretch is nobody's words.
//   Errors:  none.
std::vector<Attribution> AttributeStretches(const text::Document& document,
                                            const ReporterView& view,
                                            const AttributionModel& model);

// The index of the candidate to believe, given the scores of all of them (the
// last is "nobody"). Nobody needs a clear lead where the words are speech: a
// stretch of some length in which somebody says I, we or you.
size_t ChooseCandidate(const std::vector<Candidate>& candidates,
                       const std::vector<float>& scores);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ATTRIBUTOR_H_
