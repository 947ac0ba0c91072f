#ifndef ONRECORD_TEXT_PARAGRAPH_SPLITTER_H_
#define ONRECORD_TEXT_PARAGRAPH_SPLITTER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "text/span.h"

namespace onrecord::text {

// The paragraphs of `text`, in order, without the white space around them; none
// is empty. Each line is one, unless the text is hard-wrapped (lines broken
// near one width, blank lines between paragraphs): then a line that was broken
// because the next word did not fit is joined with the next line.
std::vector<Span> SplitParagraphs(absl::string_view text);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_PARAGRAPH_SPLITTER_H_
