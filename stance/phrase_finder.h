#ifndef ONRECORD_STANCE_PHRASE_FINDER_H_
#define ONRECORD_STANCE_PHRASE_FINDER_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "stance/phrase_table.h"
#include "text/document.h"
#include "text/known_words.h"
#include "text/lexicon.h"
#include "text/span.h"

namespace onrecord::stance {

// A place of a document where a listed phrase stands.
struct PhraseHit {
  text::TokenRange tokens;
  int32_t row = 0;  // Index for PhraseTable::row().
};

// Finds the phrases of several tables in one walk over a document. Each phrase
// is looked for at its anchor, the rarest of its words as far as one can tell,
// so that "in a leaked cable" costs nothing where "in" or "a" stands.
//
//   Input:   documents made with the lexicon that the tables were read with.
//   Owns:    what it needs of the tables.
//   Threads: const after construction, share freely.
class PhraseFinder {
 public:
  PhraseFinder() = default;
  // `lexicon` is what the tables were read with.
  PhraseFinder(absl::Span<const PhraseTable* const> tables,
               const text::Lexicon& lexicon);

  // For each table all hits in text order, the longest where several begin
  // together; non-overlapping.
  std::vector<std::vector<PhraseHit>> FindAll(
      const text::Document& document) const;

 private:
  struct Phrase {
    text::WordId first = 0;  // Of `words`: most are no phrase by it alone.
    int32_t anchor = 0;      // Index of `words`.
    std::vector<PhraseTable::Word> words;
    int32_t table = 0, row = 0;
  };
  // A phrase that stands somewhere.
  struct Match {
    const Phrase* phrase;
    int32_t begin;
    int32_t end() const {
      return begin + static_cast<int32_t>(phrase->words.size());
    }
  };

  // The lexicon's id of a listed word; of another one a number behind them, by
  // its first and last letter.
  size_t KeyOf(text::WordId word, absl::string_view spelling) const;
  void Add(Phrase phrase);
  static bool Stands(const Phrase& phrase, const text::Document& document,
                     int32_t begin);
  std::vector<int32_t> TokensOfAnchors(const text::Document& document) const;
  std::vector<Match> FindMatches(const text::Document& document) const;

  size_t tables_ = 0;
  size_t words_ = 0;  // Of the lexicon.
  // Bits of anchors by the lexicon's id; that of 0 is for all unlisted ones.
  std::vector<uint64_t> anchors_;
  // By KeyOf() an anchor: which group of phrases has it; group 0 is empty.
  std::vector<uint32_t> group_of_;
  std::vector<std::vector<Phrase>> groups_;
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_PHRASE_FINDER_H_
