#ifndef ONRECORD_STANCE_SCORER_H_
#define ONRECORD_STANCE_SCORER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "stance/answer.h"
#include "stance/judgement.h"
#include "stance/opinion.h"
#include "stance/pattern_index.h"
#include "stance/reading.h"
#include "stance/setting.h"
#include "stance/shared_words.h"
#include "stance/stance.h"
#include "stance/target.h"
#include "stance/target_places.h"
#include "stance/topic.h"
#include "stance/utterance.h"
#include "text/document.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// Tells where the speaker of one quotation stands on one target, and which
// words show it. No words that show it: no label.
//
//   Input:   the utterance's spans must lie in the document, and the document
//            must have been made with the lexicon given here.
//   Output:  label, score, act, modality, condition and evidence; equal bytes
//            for equal input.
//   Errors:  none.
//   Threads: const after construction, share freely.
//   Example: “We declined to endorse the phase-out” -> AGAINST: "declined" and
//            "phase-out" are its evidence.
class StanceScorer {
 public:
  // Where the document tells of the target: for Score(), once for a document.
  TargetPlaces FindPlaces(const text::Document& document) const;

  // False if all of the document is silent on the target: then Judge() gives
  // Nothing() for each of its utterances, and need not be asked.
  bool MayJudge(const TargetPlaces& places) const;
  // No position on the target.
  Stance Nothing() const;

  // What one utterance says by itself. `places` are those of this scorer and
  // document.
  Judgement Judge(const text::Document& document, const TargetPlaces& places,
                  const Utterance& utterance) const;

  // What the second opinion on the utterance is based on; empty where the text
  // around it is not about the target.
  std::vector<OpinionFeature> Features(const text::Document& document,
                                       const TargetPlaces& places,
                                       const Utterance& utterance) const;

  // A run of text as the scorer reads it; points into the scorer.
  Reading Read(const text::Document& document,
               const std::vector<text::Span>& spans) const;

  const std::string& target_name() const { return name_; }

 private:
  friend std::vector<StanceScorer> MakeScorers(absl::Span<const Target>,
                                               const text::Lexicon&,
                                               const OpinionModel*);
  friend absl::StatusOr<std::vector<StanceScorer>> ScorersFromImage(
      absl::string_view, absl::Span<const Target>, const OpinionModel*);
  // `words` of the target, and the `topic` words that tell of it.
  StanceScorer(const Target& target, PatternIndex words, PatternIndex topic,
               std::shared_ptr<const SharedWords> shared,
               const OpinionModel* opinions, bool alone);

  // One run of text that tells of the speaker's position.
  struct Source {
    std::vector<text::Span> spans;
    bool reported = false;
    bool third_person = false;
    double weight = 1;
  };

  Judgement BothOpinions(const text::Document& document,
                         const TargetPlaces& places,
                         const Utterance& utterance) const;
  // MIXED where its speaker says what follows if, and what if not; else kNone.
  Stance BothWays(const text::Document& document, const TargetPlaces& places,
                  const Utterance& utterance, const Setting& setting) const;
  // The first opinion.
  Stance ByRules(const text::Document& document, const TargetPlaces& places,
                 const Utterance& utterance, const Setting& setting) const;
  std::vector<OpinionFeature> FeaturesOf(const text::Document& document,
                                         const Utterance& utterance,
                                         const Setting& setting,
                                         const Stance& rules) const;
  // There is a second opinion.
  bool Asks() const { return opinions_ != nullptr && !opinions_->empty(); }
  Topic TopicAround(const text::Document& document, const TargetPlaces& places,
                    const Setting& setting, text::Span quotation) const;
  std::vector<Source> SourcesOf(const Utterance& utterance,
                                const Setting& setting,
                                const Answer& answer) const;

  std::string name_;
  int object_side_;
  bool nationals_are_object_;
  PatternIndex words_;  // Of the target.
  PatternIndex topic_;  // What marks a text as being about it.
  std::shared_ptr<const SharedWords> shared_;
  const OpinionModel* opinions_;  // nullptr: the rules speak alone.
  bool alone_;                    // No other question is asked.
};

// Lists all words of the targets and of the stance tables: what a lexicon must
// hold before scorers are made for it.
void RegisterWords(absl::Span<const Target> targets,
                   text::Lexicon::Builder* builder);

// One scorer for each target, in their order. `lexicon` must hold the words of
// RegisterWords() and is only read here; `opinions` must outlive the scorers,
// nullptr leaves the rules alone.
std::vector<StanceScorer> MakeScorers(absl::Span<const Target> targets,
                                      const text::Lexicon& lexicon,
                                      const OpinionModel* opinions = nullptr);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SCORER_H_
