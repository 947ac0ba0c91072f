#ifndef ONRECORD_STANCE_WORD_FORMS_H_
#define ONRECORD_STANCE_WORD_FORMS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace onrecord::stance {

// The forms of verbs and nouns, from the tables of irregular words and the
// spelling rules. The stance lists keep their own view of them, so that
// listing a word here never makes it a verb for the quote finder.
//
//   Threads: const after construction, share freely.
class WordForms {
 public:
  // Reads the embedded tables of irregular verbs and nouns.
  WordForms();

  // All forms of `lemma`, itself first: inflection 'v', 'n' or 'x' (only
  // itself). "withdraw", 'v' -> withdraw withdraws withdrew withdrawn ...
  std::vector<std::string> Of(absl::string_view lemma, char inflection) const;

 private:
  void AddVerbs(absl::string_view table);

  absl::flat_hash_map<std::string, std::vector<std::string>> verbs_, nouns_;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_WORD_FORMS_H_
