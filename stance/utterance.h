#ifndef ONRECORD_STANCE_UTTERANCE_H_
#define ONRECORD_STANCE_UTTERANCE_H_

#include <string>
#include <vector>

#include "quotes/quote.h"
#include "text/span.h"

namespace onrecord::stance {

// One quotation and what is known of its speaker: what StanceScorer reads.
struct Utterance {
  std::vector<text::Span> content;  // Without quotation marks; not empty.
  // All that its speaker says in one breath, where that is more than `content`:
  // “If they ask, we go,” he said. “If they do not, we stay.”
  std::vector<text::Span> speech;
  quotes::QuoteKind kind = quotes::QuoteKind::kDirect;
  text::Span cue;      // "said"; empty if no word introduces the quote.
  text::Span mention;  // The speaker's noun phrase; empty if nobody is named.
  std::string speaker_name;
  std::string speaker_place;
  // The speaker only watches: an analyst, a historian, a pollster.
  bool speaker_is_third_party = false;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_UTTERANCE_H_
