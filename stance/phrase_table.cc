#include "stance/phrase_table.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace onrecord::stance {
namespace {

// Lower case, straight apostrophes.
std::string Folded(absl::string_view word) {
  std::string out = absl::AsciiStrToLower(word);
  if (out.find('\xE2') != std::string::npos) {
    out = absl::StrReplaceAll(out, {{"’", "'"}});
  }
  return out;
}

// Folds one word without allocating where it is short ASCII.
class FoldBuffer {
 public:
  // The result lives as long as the buffer and until the next call.
  absl::string_view Fold(absl::string_view word) {
    if (word.size() > sizeof(bytes_)) return Long(word);
    for (size_t i = 0; i < word.size(); ++i) {
      if (static_cast<uint8_t>(word[i]) >= 0x80) return Long(word);
      bytes_[i] = absl::ascii_tolower(word[i]);
    }
    return {bytes_, word.size()};
  }

 private:
  absl::string_view Long(absl::string_view word) {
    long_ = Folded(word);
    return long_;
  }

  char bytes_[24];
  std::string long_;
};

// Length, first and last letter of a word that is not empty, upper and lower
// case alike: a place in PhraseTable::outlines_.
uint32_t OutlineOf(absl::string_view word) {
  const uint32_t first = static_cast<uint32_t>(word.front()) & 31;
  const uint32_t last = static_cast<uint32_t>(word.back()) & 31;
  return (first << 5 | last) ^ (static_cast<uint32_t>(word.size()) & 15) << 6;
}

// A curly apostrophe is two bytes longer than a straight one.
std::array<std::string, 2> Spellings(const std::string& word) {
  return {word, absl::StrReplaceAll(word, {{"'", "’"}})};
}

// One bit for a word: words with the same spelling have the same.
uint64_t BitOf(absl::string_view word) {
  const uint32_t first = static_cast<uint32_t>(word.front()) & 31;
  const uint32_t last = static_cast<uint32_t>(word.back()) & 31;
  return uint64_t{1} << ((first * 5 + last * 3 + word.size()) & 63);
}

uint64_t SecondBits(const std::vector<std::string>& words) {
  if (words.size() < 2) return ~uint64_t{0};
  uint64_t bits = 0;
  for (const std::string& form : Spellings(words[1])) bits |= BitOf(form);
  return bits;
}

}  // namespace

absl::StatusOr<PhraseTable> PhraseTable::FromTsv(
    absl::string_view file_name, absl::string_view tsv,
    const std::vector<absl::string_view>& kinds) {
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
    std::vector<std::string> words =
        absl::StrSplit(Folded(columns[0]), ' ', absl::SkipEmpty());
    if (words.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number, ": want a phrase, got nothing"));
    }
    table.Add({std::string(columns[0]), std::string(columns[1]),
               std::string(columns[2])},
              std::move(words));
  }
  for (auto& [first, list] : table.by_first_) {
    std::stable_sort(list.rows.begin(), list.rows.end(),
                     [&](int32_t a, int32_t b) {
                       return table.words_[a].size() > table.words_[b].size();
                     });
  }
  return table;
}

void PhraseTable::Add(Row row, std::vector<std::string> words) {
  for (const std::string& form : Spellings(words[0])) {
    outlines_[OutlineOf(form)] |= SecondBits(words);
  }
  List& list = by_first_[words[0]];
  list.rows.push_back(static_cast<int32_t>(rows_.size()));
  second_.push_back(SecondBits(words));
  list.second |= second_.back();
  rows_.push_back(std::move(row));
  words_.push_back(std::move(words));
}

int32_t PhraseTable::RowAt(const List& list, const text::Document& document,
                           int32_t at, uint64_t next) const {
  if ((list.second & next) == 0) return -1;
  const auto size = static_cast<int32_t>(document.tokens().size());
  const auto matches = [&](const std::vector<std::string>& words) {
    for (size_t w = 1; w < words.size(); ++w) {
      const int32_t token = at + static_cast<int32_t>(w);
      FoldBuffer buffer;
      if (token >= size || buffer.Fold(document.Text(token)) != words[w]) {
        return false;
      }
    }
    return true;
  };
  for (int32_t row : list.rows) {
    if ((second_[row] & next) == 0) continue;
    if (matches(words_[row])) return row;
  }
  return -1;
}

std::vector<PhraseHit> PhraseTable::FindAll(
    const text::Document& document) const {
  std::vector<PhraseHit> hits;
  const auto size = static_cast<int32_t>(document.tokens().size());
  for (int32_t at = 0; at < size; ++at) {
    const absl::string_view word = document.Text(at);
    const uint64_t second = outlines_[OutlineOf(word)];
    if (second == 0) continue;
    // A row of one word has all bits; at the end of the text any will do.
    const uint64_t next =
        at + 1 < size ? BitOf(document.Text(at + 1)) : ~uint64_t{0};
    if ((second & next) == 0) continue;
    FoldBuffer buffer;
    const auto found = by_first_.find(buffer.Fold(word));
    if (found == by_first_.end()) continue;
    const int32_t row = RowAt(found->second, document, at, next);
    if (row < 0) continue;
    const int32_t end = at + static_cast<int32_t>(words_[row].size());
    hits.push_back({text::TokenRange{at, end}, row});
    at = end - 1;
  }
  return hits;
}

}  // namespace onrecord::stance
