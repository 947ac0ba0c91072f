#ifndef ONRECORD_TESTS_STANCE_MARKED_QUOTES_H_
#define ONRECORD_TESTS_STANCE_MARKED_QUOTES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "stance/when_said.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// A document with its quotations, read from text in which they are marked:
//
//   {A:Lopez}          a mention of the person A (any capital letter);
//   {1A:We must go}    words of quotation 1, said by A, in quotation marks;
//   {1a:they must go}  the same as reported speech;
//   {c1:said}          the cue of quotation 1.
//
// Quotations are numbered from 1 in text order. A quotation's mention is the
// mention of its speaker that is nearest to its cue.
struct MarkedQuotes {
  std::unique_ptr<const text::Document> document;
  std::vector<SaidQuote> quotes;
  std::vector<SpeakerPlace> places;
};

MarkedQuotes ReadMarkedQuotes(absl::string_view marked);

// The lexicon of the program.
const text::Lexicon& TestLexicon();

}  // namespace onrecord::stance

#endif  // ONRECORD_TESTS_STANCE_MARKED_QUOTES_H_
