#ifndef ONRECORD_STANCE_SETTING_H_
#define ONRECORD_STANCE_SETTING_H_

#include <vector>

#include "stance/utterance.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::stance {

// The text around a quotation, cut by what each part says about it.
struct Setting {
  // What the reporter says of the speaker: the words after his name and what
  // is added in passing, to the end of the sentence, without the quotation.
  std::vector<text::Span> reporter;
  // The sentence with the quotation, without the speaker: how a fragment is
  // read.
  std::vector<text::Span> joined;
  // What the sentence tells of the speaker: his title and what stands beside
  // his name.
  std::vector<text::Span> aside;
  // What was said before: the paragraph and the one before it, without this
  // quotation.
  std::vector<text::Span> before;
  // The sentence is built around a piece of the speaker's words: "called it
  // “a mistake”", "warned against “a precipitate departure”".
  bool fragment = false;
  // The speaker is the subject of the reporter's sentence.
  bool speaker_first = false;
  // "Asked whether ..., he said ...": the quotation is an answer.
  bool answer = false;
};

// Looks around the quotation; its sentence may be another than the reporter's
// ("X shook his head. “Never.”").
Setting LookAround(const text::Document& document, const Utterance& utterance);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SETTING_H_
