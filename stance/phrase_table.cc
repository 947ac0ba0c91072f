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
      const text::WordId id = lexicon.Find(word);
      const text::FoldedWord folded = text::FoldWord(word);
      words.push_back({KeyOf(id, word),
                       id == 0 ? std::string(folded.bytes()) : std::string()});
    }
    if (words.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number, ": want a phrase, got nothing"));
    }
    table.Add({std::string(columns[0]), std::string(columns[1]),
               std::string(columns[2])},
              std::move(words));
  }
  for (auto& [first, list] : table.by_first_) {
    std::stable_sort(list.begin(), list.end(), [&](int32_t a, int32_t b) {
      return table.words_[a].size() > table.words_[b].size();
    });
  }
  return table;
}

void PhraseTable::Add(Row row, std::vector<Word> words) {
  const Key first = words[0].key;
  seconds_[BucketOf(Mixed(first))] |=
      words.size() < 2 ? ~uint64_t{0} : BitOf(Mixed(words[1].key));
  by_first_[first].push_back(static_cast<int32_t>(rows_.size()));
  rows_.push_back(std::move(row));
  words_.push_back(std::move(words));
}

bool PhraseTable::Matches(const Word& word, const text::Document& document,
                          const text::Token& token) {
  const absl::string_view spelling = document.Text(token.span());
  return word.key == KeyOf(token.word, spelling) &&
         (token.word != 0 || text::FoldWord(spelling).bytes() == word.folded);
}

int32_t PhraseTable::RowAt(const text::Document& document, int32_t at) const {
  const auto list =
      by_first_.find(KeyOf(document.token(at).word, document.Text(at)));
  if (list == by_first_.end()) return -1;
  const absl::Span<const text::Token> rest =
      absl::MakeConstSpan(document.tokens()).subspan(static_cast<size_t>(at));
  for (const int32_t row : list->second) {
    const std::vector<Word>& words = words_[row];
    if (words.size() <= rest.size() &&
        std::equal(words.begin(), words.end(), rest.begin(),
                   [&](const Word& word, const text::Token& token) {
                     return Matches(word, document, token);
                   })) {
      return row;
    }
  }
  return -1;
}

std::vector<PhraseHit> PhraseTable::FindAll(
    const text::Document& document) const {
  std::vector<PhraseHit> hits;
  const auto size = static_cast<int32_t>(document.tokens().size());
  const auto mixed = [&document](int32_t at) {
    return Mixed(KeyOf(document.token(at).word, document.Text(at)));
  };
  uint32_t next = size > 0 ? mixed(0) : 0;
  for (int32_t at = 0; at < size; ++at) {
    const uint64_t seconds = seconds_[BucketOf(next)];
    uint64_t bit = ~uint64_t{0};  // Only one word fits in at the end.
    if (at + 1 < size) {
      next = mixed(at + 1);
      bit = BitOf(next);
    }
    if ((seconds & bit) == 0) continue;
    const int32_t row = RowAt(document, at);
    if (row < 0) continue;
    const int32_t end = at + static_cast<int32_t>(words_[row].size());
    hits.push_back({text::TokenRange{at, end}, row});
    at = end - 1;
    if (end < size) next = mixed(end);
  }
  return hits;
}

}  // namespace onrecord::stance
