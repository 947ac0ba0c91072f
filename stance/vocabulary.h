#ifndef ONRECORD_STANCE_VOCABULARY_H_
#define ONRECORD_STANCE_VOCABULARY_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "stance/pattern_index.h"
#include "stance/target.h"
#include "stance/word_forms.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// Everything the scorer of one target listens for, sorted by where it counts.
struct Vocabulary {
  // Words of the target, then of the shared lists: first listed wins a tie.
  std::vector<Pattern> words;
  // Only at the opening of a question.
  std::vector<Pattern> questions;
  // Only where a question or a topic is answered.
  std::vector<Pattern> answers;
  // In what is said of the speaker: "historian", "who teaches".
  std::vector<Pattern> observers;
};

// Reads one shared table (data/stance_*.tsv): entry, inflection, the class
// "stance_word", and what the entry does. Appends to the list that fits.
//
//   Errors: a malformed line, "file:line: want ..., got ...".
absl::Status AddTable(absl::string_view file_name, absl::string_view tsv,
                      const WordForms& forms, Vocabulary* vocabulary);

// The words of `target` and of all embedded tables.
Vocabulary MakeVocabulary(const Target& target);

// Lists all forms of the vocabulary with `builder`, those that mark a text as
// being about the target with class kTargetWord.
void RegisterVocabulary(const Vocabulary& vocabulary,
                        text::Lexicon::Builder* builder);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_VOCABULARY_H_
