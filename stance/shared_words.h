#ifndef ONRECORD_STANCE_SHARED_WORDS_H_
#define ONRECORD_STANCE_SHARED_WORDS_H_

#include "stance/pattern_index.h"
#include "stance/vocabulary.h"
#include "stance/word_forms.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// The words that every question shares, compiled once for a lexicon and read
// by the scorers of all targets; see Vocabulary for what each list is for.
//
//   Threads: const after construction, share freely.
struct SharedWords {
  PatternIndex words;
  PatternIndex questions;
  PatternIndex answers;
  PatternIndex observers;
};

// Those of the embedded tables; `lexicon` must list them.
inline SharedWords CompileSharedWords(const WordForms& forms,
                                      const text::Lexicon& lexicon) {
  const Vocabulary vocabulary = SharedVocabulary(forms);
  return {PatternIndex(vocabulary.words, lexicon),
          PatternIndex(vocabulary.questions, lexicon),
          PatternIndex(vocabulary.answers, lexicon),
          PatternIndex(vocabulary.observers, lexicon)};
}

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SHARED_WORDS_H_
