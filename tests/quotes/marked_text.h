#ifndef ONRECORD_TESTS_QUOTES_MARKED_TEXT_H_
#define ONRECORD_TESTS_QUOTES_MARKED_TEXT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "quotes/attribution_model.h"
#include "text/document.h"
#include "text/lexicon.h"
#include "text/span.h"

namespace onrecord::quotes {

// A text with labelled spans, written as `"[q:No,]" said [s:Ana Lopez].`
//
// A label is lower-case letters, digits and underscores between "[" and ":", a
// letter first; any other bracket is the text's own. Labels may nest.
struct MarkedText {
  struct Label {
    std::string name;
    text::Span span;
  };
  std::string text;           // Without the labels.
  std::vector<Label> labels;  // By begin, the longer first.

  // The spans of all labels of this name.
  std::vector<text::Span> Spans(absl::string_view name) const;
};

MarkedText ReadMarkedText(absl::string_view marked);

// The reverse of ReadMarkedText(); `labels` must not cross each other.
std::string WriteMarkedText(absl::string_view text,
                            std::vector<MarkedText::Label> labels);

// The words and the weights that the program is built with. Never freed.
const text::Lexicon& BuiltInLexicon();
const AttributionModel& BuiltInModel();

// A document over BuiltInLexicon().
text::Document MakeDocument(absl::string_view text);

}  // namespace onrecord::quotes

#endif  // ONRECORD_TESTS_QUOTES_MARKED_TEXT_H_
