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

// What statements on every question are made of, sorted by where it counts.
struct Vocabulary {
  // Anywhere.
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

// All embedded tables.
Vocabulary SharedVocabulary(const WordForms& forms);

// The words of one target.
std::vector<Pattern> TargetWords(const Target& target, const WordForms& forms);
// The words that mark a text as being about the target.
std::vector<Pattern> TopicWords(const Target& target, const WordForms& forms);

// Lists all forms of the patterns with `builder`.
void RegisterPatterns(const std::vector<Pattern>& patterns,
                      text::Lexicon::Builder* builder);
void RegisterVocabulary(const Vocabulary& vocabulary,
                        text::Lexicon::Builder* builder);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_VOCABULARY_H_
