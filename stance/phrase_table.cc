#include "stance/phrase_table.h"

#include <algorithm>

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

// A curly apostrophe folds to a shorter word: lengths from 15 on share a bit.
uint32_t LengthBit(size_t bytes) {
  return uint32_t{1} << std::min<size_t>(bytes, 15);
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
    table.lengths_[static_cast<uint8_t>(words[0][0])] |=
        LengthBit(words[0].size());
    table.by_first_[words[0]].push_back(
        static_cast<int32_t>(table.rows_.size()));
    table.rows_.push_back({std::string(columns[0]), std::string(columns[1]),
                           std::string(columns[2])});
    table.words_.push_back(std::move(words));
  }
  for (auto& [first, rows] : table.by_first_) {
    std::stable_sort(rows.begin(), rows.end(), [&](int32_t a, int32_t b) {
      return table.words_[a].size() > table.words_[b].size();
    });
  }
  return table;
}

std::vector<PhraseHit> PhraseTable::FindAll(
    const text::Document& document) const {
  std::vector<PhraseHit> hits;
  const auto size = static_cast<int32_t>(document.tokens().size());
  const auto matches = [&](const std::vector<std::string>& words, int32_t at) {
    for (size_t w = 1; w < words.size(); ++w) {
      const int32_t token = at + static_cast<int32_t>(w);
      FoldBuffer buffer;
      if (token >= size || buffer.Fold(document.Text(token)) != words[w]) {
        return false;
      }
    }
    return true;
  };
  for (int32_t at = 0; at < size;) {
    int32_t next = at + 1;
    const absl::string_view word = document.Text(at);
    const uint32_t lengths =
        lengths_[static_cast<uint8_t>(absl::ascii_tolower(word[0]))];
    // The two bytes less are those of a curly apostrophe.
    if ((lengths &
         (LengthBit(word.size()) |
          LengthBit(word.size() - std::min<size_t>(word.size(), 2)))) == 0) {
      at = next;
      continue;
    }
    FoldBuffer buffer;
    const auto found = by_first_.find(buffer.Fold(word));
    if (found != by_first_.end()) {
      for (int32_t row : found->second) {
        if (!matches(words_[row], at)) continue;
        next = at + static_cast<int32_t>(words_[row].size());
        hits.push_back({text::TokenRange{at, next}, row});
        break;
      }
    }
    at = next;
  }
  return hits;
}

}  // namespace onrecord::stance
