#ifndef ONRECORD_STANCE_PHRASE_TABLE_H_
#define ONRECORD_STANCE_PHRASE_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "text/known_words.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// Phrases with two columns that say what they mean; a PhraseFinder finds them.
// Case, and straight or curly apostrophes, make no difference.
//
//   Format:  `phrase <TAB> kind <TAB> value`; # starts a comment.
//   Input:   the lexicon need not list the words of the phrases, but those it
//            lists are found faster.
//   Threads: const after FromTsv(), share freely.
class PhraseTable {
 public:
  struct Row {
    std::string phrase;
    std::string kind;
    std::string value;
  };

  PhraseTable() = default;
  // An error reads "file:line: want 3 columns, got 2" or "file:line: want one
  // of change, constancy, got shift".
  static absl::StatusOr<PhraseTable> FromTsv(
      absl::string_view file_name, absl::string_view tsv,
      const std::vector<absl::string_view>& kinds,
      const text::Lexicon& lexicon);

  const Row& row(int32_t index) const { return rows_[index]; }
  size_t size() const { return rows_.size(); }

  // One word of a phrase.
  struct Word {
    text::WordId id = 0;  // 0: not listed.
    std::string folded;   // As text::FoldWord() has it.
  };
  const std::vector<Word>& words(int32_t index) const { return words_[index]; }

 private:
  std::vector<Row> rows_;
  std::vector<std::vector<Word>> words_;  // Of each row.
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PHRASE_TABLE_H_
