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
namespace {

// What the filter of second words knows a word by: the lexicon's id, or how
// long an unlisted word is and which letters it begins and ends with.
uint32_t UnlistedKey(char first, char last, size_t length) {
  return uint32_t{1} << 31 | static_cast<uint32_t>(length) << 10 |
         (static_cast<uint32_t>(first) & 31) << 5 |
         (static_cast<uint32_t>(last) & 31);
}

uint32_t FilterKeyAt(const text::Document& document, int32_t at) {
  const text::Token& token = document.token(at);
  if (token.word != 0) return token.word;
  const absl::string_view spelling = document.Text(at);
  return UnlistedKey(spelling.front(), spelling.back(), spelling.size());
}

// Calls add(key) for each spelling of an unlisted word: a curly apostrophe is
// two bytes longer than a straight one.
template <typename Add>
void ForEachSpelling(absl::string_view folded, Add add) {
  const auto apostrophes =
      static_cast<size_t>(std::count(folded.begin(), folded.end(), '\''));
  for (size_t curly = 0; curly <= apostrophes; ++curly) {
    add(UnlistedKey(folded.front(), folded.back(), folded.size() + 2 * curly));
  }
}

}  // namespace

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
  const auto for_each_key = [](const Word& word, auto add) {
    if (word.folded.empty()) return add(word.key);
    ForEachSpelling(word.folded, add);
  };
  uint64_t second = 0;
  if (words.size() < 2) {
    second = ~uint64_t{0};
  } else {
    for_each_key(words[1], [&](uint32_t key) { second |= BitOf(Mixed(key)); });
  }
  for_each_key(words[0],
               [&](uint32_t key) { seconds_[BucketOf(Mixed(key))] |= second; });
  by_first_[words[0].key].push_back(static_cast<int32_t>(rows_.size()));
  rows_.push_back(std::move(row));
  words_.push_back(std::move(words));
}

bool PhraseTable::Matches(const Word& word, const text::Document& document,
                          const text::Token& token) {
  if (word.folded.empty()) return token.word == word.key;
  if (token.word != 0) return false;
  const absl::string_view spelling = document.Text(token.span());
  return KeyOf(0, spelling) == word.key &&
         text::FoldWord(spelling).bytes() == word.folded;
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
  int32_t next_free = 0;  // The first token behind the last hit.
  const auto look = [&](int32_t at) {
    const int32_t row = at < next_free ? -1 : RowAt(document, at);
    if (row < 0) return;
    next_free = at + static_cast<int32_t>(words_[row].size());
    hits.push_back({text::TokenRange{at, next_free}, row});
  };
  const auto size = static_cast<int32_t>(document.tokens().size());
  uint64_t seconds = 0;  // What may stand behind the token before.
  for (int32_t at = 0; at < size; ++at) {
    const uint32_t mixed = Mixed(FilterKeyAt(document, at));
    if ((seconds & BitOf(mixed)) != 0) look(at - 1);
    seconds = seconds_[BucketOf(mixed)];
  }
  if (seconds != 0) look(size - 1);  // Only one word fits in at the end.
  return hits;
}

}  // namespace onrecord::stance
