#include "stance/phrase_table.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "text/word_fold.h"

namespace onrecord::stance {
absl::StatusOr<PhraseTable> PhraseTable::FromTsv(
    absl::string_view file_name, absl::string_view tsv,
    const std::vector<absl::string_view>& kinds, const text::Lexicon& lexicon) {
  PhraseTable table;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(tsv, '\n')) {
    ++number;
    line = absl::StripSuffix(line, "\r");
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (columns.size() != 3) {
      return absl::InvalidArgumentError(absl::StrCat(
          file_name, ":", number, ": want 3 columns, got ", columns.size()));
    }
    if (std::find(kinds.begin(), kinds.end(), columns[1]) == kinds.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number, ": want one of ",
                       absl::StrJoin(kinds, ", "), ", got ", columns[1]));
    }
    std::vector<Word> words;
    for (absl::string_view word :
         absl::StrSplit(columns[0], ' ', absl::SkipEmpty())) {
      words.push_back(
          {lexicon.Find(word), std::string(text::FoldWord(word).bytes())});
    }
    if (words.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number, ": want a phrase, got nothing"));
    }
    table.rows_.push_back({std::string(columns[0]), std::string(columns[1]),
                           std::string(columns[2])});
    table.words_.push_back(std::move(words));
  }
  return table;
}

}  // namespace onrecord::stance
