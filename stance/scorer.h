#ifndef ONRECORD_STANCE_SCORER_H_
#define ONRECORD_STANCE_SCORER_H_

#include <string>
#include <vector>

#include "stance/answer.h"
#include "stance/pattern_index.h"
#include "stance/setting.h"
#include "stance/stance.h"
#include "stance/target.h"
#include "stance/topic.h"
#include "stance/utterance.h"
#include "stance/vocabulary.h"
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
  // Lists all words of the target and of the stance tables; to be called once
  // for each target before the lexicon is built.
  static void RegisterWords(const Target& target,
                            text::Lexicon::Builder* builder);

  // `lexicon` must hold the words of RegisterWords(target) and is only read
  // here.
  StanceScorer(const Target& target, const text::Lexicon& lexicon);

  Stance Score(const text::Document& document,
               const Utterance& utterance) const;

  const std::string& target_name() const { return name_; }

 private:
  StanceScorer(const Target& target, Vocabulary vocabulary,
               const text::Lexicon& lexicon);

  // One run of text that tells of the speaker's position.
  struct Source {
    std::vector<text::Span> spans;
    bool reported = false;
    bool third_person = false;
    double weight = 1;
  };

  Topic TopicAround(const text::Document& document, const Setting& setting,
                    text::Span quotation) const;
  std::vector<Source> SourcesOf(const Utterance& utterance,
                                const Setting& setting,
                                const Answer& answer) const;

  // True if a quotation can be about the target at all.
  bool Concerns(const text::Document& document,
                const std::vector<text::Span>& content,
                const std::vector<text::Span>& before) const;
  // True if one of the spans holds a word that marks a text as being about the
  // target: the object or the outcome itself, no everyday verb.
  bool NamesTarget(const text::Document& document,
                   const std::vector<text::Span>& spans) const;
  bool IsAbout(const text::Document& document) const;

  std::string name_;
  int object_side_;
  bool nationals_are_object_;
  std::vector<bool> core_;  // By WordId: objects and outcomes of the target.
  PatternIndex words_;
  PatternIndex questions_;
  PatternIndex answers_;
  PatternIndex observers_;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SCORER_H_
