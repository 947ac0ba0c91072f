#ifndef ONRECORD_STANCE_PHRASE_TABLE_H_
#define ONRECORD_STANCE_PHRASE_TABLE_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::stance {

// A place of a document where a listed phrase stands.
struct PhraseHit {
  text::TokenRange tokens;
  int32_t row = 0;  // Index for PhraseTable::row().
};

// Phrases with two columns that say what they mean, and where they stand in a
// document. Case, and straight or curly apostrophes, make no difference.
//
//   Format:  `phrase <TAB> kind <TAB> value`; # starts a comment.
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
      const std::vector<absl::string_view>& kinds);

  const Row& row(int32_t index) const { return rows_[index]; }
  size_t size() const { return rows_.size(); }

  // All hits in text order, the longest where several begin together;
  // non-overlapping.
  std::vector<PhraseHit> FindAll(const text::Document& document) const;

 private:
  // The rows that begin with one word, the longest phrase first.
  struct List {
    std::vector<int32_t> rows;
    // Bits of the words that stand second in them, see SecondBits(); all ones
    // where a row has one word only.
    uint64_t second = 0;
  };
  void Add(Row row, std::vector<std::string> words);
  // The longest row of the list at this token; -1 if none. `next`: the bit of
  // the word that follows.
  int32_t RowAt(const List& list, const text::Document& document, int32_t at,
                uint64_t next) const;

  std::vector<Row> rows_;
  std::vector<std::vector<std::string>> words_;  // Of each row.
  std::vector<uint64_t> second_;                 // Of each row, as in List.
  absl::flat_hash_map<std::string, List> by_first_;
  // By the outline of a first word (its length, first and last letter): the
  // bits of the words that stand second, so that most tokens are passed over
  // by one or two tests.
  std::array<uint64_t, 1024> outlines_ = {};
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PHRASE_TABLE_H_
