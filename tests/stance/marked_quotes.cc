#include "tests/stance/marked_quotes.h"

#include <cstdlib>

#include "absl/strings/ascii.h"
#include "data/load_lexicon.h"

namespace onrecord::stance {
namespace {

// Adds what a mark before its colon says about `span`.
void AddMark(absl::string_view mark, text::Span span, MarkedQuotes* out) {
  const auto quote = [&](char digit) -> SaidQuote& {
    const size_t number = static_cast<size_t>(digit - '0');
    if (out->quotes.size() < number) out->quotes.resize(number);
    return out->quotes[number - 1];
  };
  if (mark.size() == 1) {
    out->places.push_back({span, mark[0] - 'A'});
  } else if (mark[0] == 'c') {
    quote(mark[1]).cue = span;
  } else {
    SaidQuote& said = quote(mark[0]);
    said.content.push_back(span);
    said.marked = absl::ascii_isupper(static_cast<unsigned char>(mark[1]));
    said.speaker =
        absl::ascii_toupper(static_cast<unsigned char>(mark[1])) - 'A';
  }
}

void FindMentions(MarkedQuotes* out) {
  for (SaidQuote& quote : out->quotes) {
    const text::Span at = quote.cue.empty() ? quote.content.front() : quote.cue;
    for (const SpeakerPlace& place : out->places) {
      if (place.speaker != quote.speaker) continue;
      if (quote.mention.empty() ||
          std::abs(place.span.begin - at.begin) <
              std::abs(quote.mention.begin - at.begin)) {
        quote.mention = place.span;
      }
    }
  }
}

}  // namespace

const text::Lexicon& TestLexicon() {
  static const text::Lexicon* const lexicon = [] {
    text::Lexicon::Builder builder;
    if (!data::AddEmbeddedWords(&builder).ok()) std::abort();
    return builder.Build().release();
  }();
  return *lexicon;
}

MarkedQuotes ReadMarkedQuotes(absl::string_view marked) {
  MarkedQuotes out;
  std::string text;
  struct Open {
    std::string mark;
    size_t begin;
  };
  std::vector<Open> open;
  for (size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '{') {
      const size_t colon = marked.find(':', i);
      open.push_back(
          {std::string(marked.substr(i + 1, colon - i - 1)), text.size()});
      i = colon;
    } else if (marked[i] == '}') {
      AddMark(open.back().mark,
              text::Span{static_cast<int32_t>(open.back().begin),
                         static_cast<int32_t>(text.size())},
              &out);
      open.pop_back();
    } else {
      text.push_back(marked[i]);
    }
  }
  FindMentions(&out);
  out.document =
      std::make_unique<const text::Document>(std::move(text), TestLexicon());
  return out;
}

}  // namespace onrecord::stance
