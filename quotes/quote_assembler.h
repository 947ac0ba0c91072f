#ifndef ONRECORD_QUOTES_QUOTE_ASSEMBLER_H_
#define ONRECORD_QUOTES_QUOTE_ASSEMBLER_H_

#include <vector>

#include "quotes/attribution.h"
#include "quotes/quote.h"
#include "quotes/reporter_view.h"
#include "text/document.h"

namespace onrecord::quotes {

// A quotation and who said it.
struct AttributedQuote {
  Quote quote;
  Attribution attribution;
};

// Makes quotations of attributed stretches: what a tag splits inside a
// sentence (`"No," said Lopez, "never."`) and what runs over paragraphs is one
// quotation with several spans; the kind is told by how the stretch stands in
// the reporter's sentence. Words that nobody speaks and that do not read like
// speech are kScare.
//
//   Input:  `attributions` parallel to view.stretches.
//   Output: in text order.
std::vector<AttributedQuote> AssembleQuotes(
    const text::Document& document, const ReporterView& view,
    const std::vector<Attribution>& attributions);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_QUOTE_ASSEMBLER_H_
