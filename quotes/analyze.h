#ifndef ONRECORD_QUOTES_ANALYZE_H_
#define ONRECORD_QUOTES_ANALYZE_H_

#include <cstdint>
#include <vector>

#include "quotes/article_speaker.h"
#include "quotes/attribution.h"
#include "quotes/attribution_model.h"
#include "quotes/mention.h"
#include "quotes/quote.h"
#include "text/document.h"

namespace onrecord::quotes {

// Who said what in one article.
struct QuoteAnalysis {
  std::vector<Quote> quotes;                // In text order; contents disjoint.
  std::vector<Mention> mentions;            // In text order.
  std::vector<Attribution> attributions;    // Parallel to quotes.
  std::vector<ArticleSpeaker> speakers;     // In order of first appearance.
  std::vector<int32_t> speaker_of_quote;    // Index into speakers; -1: nobody.
  std::vector<int32_t> speaker_of_mention;  // Parallel to mentions; -1.
};

// Finds the quotations of a document, direct and indirect, and their speakers:
// stretches between marks, mentions, cues, attribution, transcript turns,
// indirect speech, coreference, in this order.
//
//   Errors:  none.
//   Threads: any; `model` is only read.
QuoteAnalysis AnalyzeQuotes(const text::Document& document,
                            const AttributionModel& model);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ANALYZE_H_
