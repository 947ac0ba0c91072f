#ifndef ONRECORD_QUOTES_INDIRECT_FINDER_H_
#define ONRECORD_QUOTES_INDIRECT_FINDER_H_

#include <vector>

#include "quotes/attribution.h"
#include "quotes/quote.h"
#include "quotes/reporter_view.h"
#include "text/document.h"

namespace onrecord::quotes {

// Reported speech with the mention and cue that report it.
struct IndirectQuote {
  Quote quote;
  Attribution attribution;
};

// Finds indirect speech: a cue with a speaker and the clause that it governs
// ("said that ...", "called for ...", "according to Lopez, ..."), with tags
// behind and inside ("..., he said", "Every soldier, she said, should go").
//
// The content begins behind "that" and keeps the clause's negation; it ends
// before a quotation, the next cue or the sentence's full stop, so that it
// never overlaps `view.stretches`. Cues that say that nothing was said
// ("declined to say", "did not say", "asked whether") report nothing.
//
//   Output:  in text order, non-overlapping, every one with a mention.
//   Errors:  none.
std::vector<IndirectQuote> FindIndirectQuotes(const text::Document& document,
                                              const ReporterView& view);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_INDIRECT_FINDER_H_
