#ifndef ONRECORD_STANCE_PHRASE_TABLE_H_
#define ONRECORD_STANCE_PHRASE_TABLE_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "text/document.h"
#include "text/known_words.h"
#include "text/lexicon.h"
#include "text/span.h"
#include "text/token.h"

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
//   Input:   documents made with the lexicon that the table was read with; it
//            need not list the words of the phrases, but finds those it lists
//            faster.
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

  // All hits in text order, the longest where several begin together;
  // non-overlapping.
  std::vector<PhraseHit> FindAll(const text::Document& document) const;

 private:
  // What words are looked up by: the lexicon's id of a listed word, the first
  // and last letter of another.
  using Key = uint32_t;
  static Key KeyOf(text::WordId word, absl::string_view spelling) {
    if (word != 0) return word;
    const uint32_t first = static_cast<uint32_t>(spelling.front()) & 31;
    const uint32_t last = static_cast<uint32_t>(spelling.back()) & 31;
    return Key{1} << 31 | first << 5 | last;
  }
  static uint32_t Mixed(Key key) { return key * 0x9E3779B1u; }

  // One word of a phrase.
  struct Word {
    Key key = 0;
    std::string folded;  // Of unlisted words only.
  };
  // The rows whose first words have one key, those of most words first.
  using List = std::vector<int32_t>;

  // Where the bits of the words that stand second behind a first one are, and
  // the bit of a second one; both of what Mixed() makes of the word.
  static constexpr int kBucketBits = 10;
  static size_t BucketOf(uint32_t first) { return first >> (32 - kBucketBits); }
  static uint64_t BitOf(uint32_t second) {
    return uint64_t{1} << (second >> 16 & 63);
  }

  void Add(Row row, std::vector<Word> words);
  static bool Matches(const Word& word, const text::Document& document,
                      const text::Token& token);
  // The row of most words at this token; -1 if none.
  int32_t RowAt(const text::Document& document, int32_t at) const;

  std::vector<Row> rows_;
  std::vector<std::vector<Word>> words_;  // Of each row.
  absl::flat_hash_map<Key, List> by_first_;
  // By BucketOf() the first word: the bits of the words that stand second, all
  // ones where a row has one word only. Most tokens are passed over by this.
  std::array<uint64_t, size_t{1} << kBucketBits> seconds_ = {};
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PHRASE_TABLE_H_
