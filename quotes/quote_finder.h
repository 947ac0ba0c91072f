#ifndef ONRECORD_QUOTES_QUOTE_FINDER_H_
#define ONRECORD_QUOTES_QUOTE_FINDER_H_

#include <vector>

#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// A stretch of one paragraph between quotation marks, nested ones included in
// the outer. Not yet a quotation: it may be a title or a nickname.
struct QuotedStretch {
  text::Span outer;         // With its marks.
  text::Span content;       // Without them; never empty.
  text::TokenRange tokens;  // Of the content.
  int32_t paragraph = 0;
  bool closed = true;      // False: its closing mark is missing.
  bool continues = false;  // Reopens what the paragraph before left open.
  bool single = false;     // Marked by single quotes.
};

// Finds the stretches between quotation marks of all families:
// “ ” „ " `` '' ‘ ’ ' ` « » ‹ ›, and mixtures of glyphs of one family.
//
// Apostrophes are told from single quotes by their neighbours; a mark that
// never closes costs the rest of its paragraph at most; a paragraph that
// begins with an opening mark while the one before was left open continues it.
// Marks in headlines, captions and teasers (quotes/page_furniture.h) give no
// stretches, nor do single marks in the headings of a text that quotes with
// double ones.
//
//   Output:  text order, non-overlapping.
//   Errors:  none.
//   Example: `"No," said Lopez, "never."` -> two stretches: `No,` `never.`
std::vector<QuotedStretch> FindQuotedStretches(const text::Document& document);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_QUOTE_FINDER_H_
