#ifndef ONRECORD_TESTS_STANCE_SCORED_TEXT_H_
#define ONRECORD_TESTS_STANCE_SCORED_TEXT_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "stance/scorer.h"
#include "stance/stance.h"
#include "stance/utterance.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// A document with one quotation, read from text in which it is marked:
//
//   {q:We must go}  the words of the quotation: direct speech between quotation
//                   marks, a fragment if they begin with a small letter there,
//                   reported speech elsewhere;
//   {s:Ana Lopez}   the mention of its speaker;
//   {c:said}        its cue.
struct ScoredText {
  std::unique_ptr<const text::Document> document;
  Utterance utterance;
};

ScoredText ReadScoredText(absl::string_view marked,
                          const text::Lexicon& lexicon);

// The program's words with those of one target, and its scorer.
struct TestScorer {
  // `txtpb` must be a valid target file.
  explicit TestScorer(absl::string_view txtpb,
                      const OpinionModel* opinions = nullptr);

  Stance Score(absl::string_view marked) const;
  Stance Score(const ScoredText& read) const;

  std::unique_ptr<const text::Lexicon> lexicon;
  std::unique_ptr<const StanceScorer> scorer;
};

// The scorer of a target that comes with the program, made once.
const TestScorer& ScorerOf(absl::string_view target);

// "FAVOR", "AGAINST", "MIXED", "NONE".
std::string LabelName(StanceLabel label);

}  // namespace onrecord::stance

#endif  // ONRECORD_TESTS_STANCE_SCORED_TEXT_H_
