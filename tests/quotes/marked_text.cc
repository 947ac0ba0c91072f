#include "tests/quotes/marked_text.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "data/embedded.h"
#include "data/load_lexicon.h"

namespace onrecord::quotes {
namespace {

// The length of the label that begins at marked[i] == '[', with its colon; 0
// if none does.
size_t LabelLength(absl::string_view marked, size_t i) {
  size_t k = i + 1;
  while (k < marked.size() &&
         (absl::ascii_islower(marked[k]) || absl::ascii_isdigit(marked[k]) ||
          marked[k] == '_')) {
    ++k;
  }
  const bool label = k > i + 1 && absl::ascii_islower(marked[i + 1]) &&
                     k < marked.size() && marked[k] == ':';
  return label ? k + 1 - i : 0;
}

bool Before(const MarkedText::Label& a, const MarkedText::Label& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.span.end > b.span.end;
}

}  // namespace

std::vector<text::Span> MarkedText::Spans(absl::string_view name) const {
  std::vector<text::Span> spans;
  for (const Label& label : labels) {
    if (label.name == name) spans.push_back(label.span);
  }
  return spans;
}

MarkedText ReadMarkedText(absl::string_view marked) {
  MarkedText out;
  std::vector<int> open;  // Index into out.labels; -1: a bracket of the text.
  for (size_t i = 0; i < marked.size(); ++i) {
    const int32_t at = static_cast<int32_t>(out.text.size());
    if (marked[i] == '[') {
      const size_t length = LabelLength(marked, i);
      open.push_back(length > 0 ? static_cast<int>(out.labels.size()) : -1);
      if (length > 0) {
        out.labels.push_back(
            {std::string(marked.substr(i + 1, length - 2)), {at, at}});
        i += length - 1;
        continue;
      }
    } else if (marked[i] == ']' && !open.empty()) {
      const int label = open.back();
      open.pop_back();
      if (label >= 0) {
        out.labels[label].span.end = at;
        continue;
      }
    }
    out.text.push_back(marked[i]);
  }
  std::stable_sort(out.labels.begin(), out.labels.end(), Before);
  return out;
}

std::string WriteMarkedText(absl::string_view text,
                            std::vector<MarkedText::Label> labels) {
  std::stable_sort(labels.begin(), labels.end(), Before);
  std::string out;
  std::vector<int32_t> ends;
  size_t next = 0;
  for (int32_t i = 0; i <= static_cast<int32_t>(text.size()); ++i) {
    while (!ends.empty() && ends.back() == i) {
      out.push_back(']');
      ends.pop_back();
    }
    while (next < labels.size() && labels[next].span.begin == i) {
      absl::StrAppend(&out, "[", labels[next].name, ":");
      ends.push_back(labels[next++].span.end);
    }
    if (i < static_cast<int32_t>(text.size())) out.push_back(text[i]);
  }
  return out;
}

const text::Lexicon& BuiltInLexicon() {
  static const text::Lexicon* const lexicon = [] {
    text::Lexicon::Builder builder;
    data::AddEmbeddedWords(&builder).IgnoreError();  // data/ has its own test.
    return builder.Build().release();
  }();
  return *lexicon;
}

const AttributionModel& BuiltInModel() {
  static const AttributionModel* const model =
      new AttributionModel(*AttributionModel::Parse(
          "attribution_weights.tsv",
          data::EmbeddedContents("attribution_weights.tsv")));
  return *model;
}

text::Document MakeDocument(absl::string_view text) {
  return text::Document(std::string(text), BuiltInLexicon());
}

}  // namespace onrecord::quotes
