#ifndef ONRECORD_QUOTES_CUE_FINDER_H_
#define ONRECORD_QUOTES_CUE_FINDER_H_

#include <cstdint>
#include <vector>

#include "quotes/mention.h"
#include "quotes/quote_finder.h"
#include "text/document.h"

namespace onrecord::quotes {

// What a cue does, from its word class; kVerb is any other verb, which speaks
// only by standing beside a quotation.
enum class CueClass : uint8_t {
  kUtterance,
  kJudgement,
  kDemand,
  kQuestion,
  kWriting,
  kThought,
  kGesture,
  kWeak,
  kVerb,
  kNoun,
  kAccording,
};
inline constexpr int kCueClassCount = 11;

enum class CueForm : uint8_t {
  kPast,         // said
  kPresent,      // says; say (plural)
  kPerfect,      // has said, had said
  kModal,        // would say, to say
  kGerund,       // saying
  kProgressive,  // is saying
  kPassive,      // was described; quoted (reduced)
  kNone,         // nouns, "according to"
};
inline constexpr int kCueFormCount = 8;

// A word or phrase that can introduce or close reported speech.
struct Cue {
  text::TokenRange tokens;  // Verb or phrase without its auxiliaries.
  int32_t group_begin = 0;  // First auxiliary or adverb of its verb group.
  CueClass cue_class = CueClass::kVerb;
  CueForm form = CueForm::kNone;
};

// Finds the cues outside of quotation marks, in text order. Verbs that head or
// modify a noun phrase of `mentions` ("the report", "elected officials") are
// none.
std::vector<Cue> FindCues(const text::Document& document,
                          const std::vector<QuotedStretch>& stretches,
                          const std::vector<Mention>& mentions);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_CUE_FINDER_H_
