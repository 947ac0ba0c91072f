#include "stance/reading.h"

namespace onrecord::stance {

text::Span Reading::SpanOf(PositionRange range) const {
  if (range.begin >= range.end) return {};
  return text::Span{token(range.begin).span().begin,
                    token(range.end - 1).span().end};
}

Reading MakeReading(const text::Document& document,
                    const std::vector<text::Span>& spans,
                    std::initializer_list<const PatternIndex*> lists) {
  Reading reading;
  reading.document = &document;
  for (text::Span span : spans) {
    const text::TokenRange range = document.TokensIn(span);
    reading.tokens.reserve(reading.tokens.size() + range.end - range.begin);
    for (int32_t i = range.begin; i < range.end; ++i) {
      if (!document.token(i).Is(text::Punct::kMark)) {
        reading.tokens.push_back(i);
      }
    }
  }
  const auto longest = [&](int32_t at) {
    PatternIndex::Match best;
    for (const PatternIndex* list : lists) {
      const PatternIndex::Match match =
          list->Longest(document, reading.tokens, at);
      if (match.words > best.words) best = match;
    }
    return best;
  };
  for (int32_t at = 0; at < reading.size();) {
    const PatternIndex::Match match = longest(at);
    if (match.length == 0) {
      ++at;
      continue;
    }
    reading.items.push_back({{at, at + match.length}, match.signal});
    // "let the mandate lapse": what stands in the gap counts too.
    for (int32_t in = at + 1; match.has_gap && in < at + match.length; ++in) {
      const PatternIndex::Match inner = longest(in);
      if (inner.length == 0 || in + inner.length >= at + match.length) continue;
      reading.items.push_back({{in, in + inner.length}, inner.signal});
      in += inner.length - 1;
    }
    at += match.length;
  }
  return reading;
}

}  // namespace onrecord::stance
