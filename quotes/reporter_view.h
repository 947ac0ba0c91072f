#ifndef ONRECORD_QUOTES_REPORTER_VIEW_H_
#define ONRECORD_QUOTES_REPORTER_VIEW_H_

#include <cstdint>
#include <vector>

#include "quotes/cue_finder.h"
#include "quotes/mention.h"
#include "quotes/quote_finder.h"
#include "text/document.h"

namespace onrecord::quotes {

// A sentence of the reporter's: the quotations in it count as one word each,
// however many sentences they hold.
struct ReporterSentence {
  text::TokenRange tokens;  // From first to last token, quotations included.
  int32_t paragraph = 0;
  // Begins right behind a quotation that ended with its own full stop, so that
  // it may be this quotation's tag: `"Why?" Lopez asked.`
  bool after_quotation = false;
  text::TokenRange cues;       // Indices into ReporterView::cues.
  text::TokenRange mentions;   // Indices into ReporterView::mentions.
  text::TokenRange stretches;  // Indices into ReporterView::stretches.
};

// One article as its reporter wrote it: what attribution works on.
struct ReporterView {
  std::vector<QuotedStretch> stretches;
  std::vector<Mention> mentions;  // None inside quotation marks.
  std::vector<bool> nested;       // Per mention: lies inside another one.
  std::vector<Cue> cues;          // None inside quotation marks.
  std::vector<ReporterSentence> sentences;
  std::vector<int32_t> sentence_of_stretch;
  // Per paragraph: indices into `sentences`.
  std::vector<text::TokenRange> sentences_of_paragraph;
};

// Finds stretches, mentions and cues and lays them out by sentence.
ReporterView MakeReporterView(const text::Document& document);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_REPORTER_VIEW_H_
