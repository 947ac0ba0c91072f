#ifndef ONRECORD_STANCE_SHARED_WORDS_H_
#define ONRECORD_STANCE_SHARED_WORDS_H_

#include "stance/pattern_index.h"
#include "stance/vocabulary.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// The words that every question shares, compiled once for a lexicon and read
// by the scorers of all targets; see Vocabulary for what each list is for.
//
//   Threads: const after construction, share freely.
struct SharedWords {
  SharedWords(const Vocabulary& vocabulary, const text::Lexicon& lexicon)
      : words(vocabulary.words, lexicon),
        questions(vocabulary.questions, lexicon),
        answers(vocabulary.answers, lexicon),
        observers(vocabulary.observers, lexicon) {}

  PatternIndex words;
  PatternIndex questions;
  PatternIndex answers;
  PatternIndex observers;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SHARED_WORDS_H_
