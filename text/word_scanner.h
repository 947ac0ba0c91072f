#ifndef ONRECORD_TEXT_WORD_SCANNER_H_
#define ONRECORD_TEXT_WORD_SCANNER_H_

#include "absl/strings/string_view.h"
#include "text/character.h"
#include "text/lexicon.h"
#include "text/token.h"

namespace onrecord::text {

// How far a word reaches.
struct ScannedWord {
  size_t end = 0;
  Shape shape = 0;
  size_t clitic = 0;  // The end of a possessive 's after it; 0 if none.
};

// Finds the end of the words that are more than a run of letters: with
// apostrophes, hyphens, full stops, signs; numbers and addresses. The tokenizer
// takes the plain ones itself.
//
//   Owns:    nothing; text and lexicon must outlive it.
//   Threads: const, share freely.
class WordScanner {
 public:
  WordScanner(absl::string_view text, const Lexicon& lexicon)
      : chars_(text), lexicon_(lexicon) {}

  // The word, number or address at `begin`, which must be a word character or
  // a sign ($, @, #) before one. `previous` is the token before, null if none.
  ScannedWord Scan(size_t begin, const Token* previous) const;

 private:
  struct State;
  size_t ScanRun(size_t at, State* state) const;
  size_t Extend(size_t at, State* state) const;
  size_t ExtendApostrophe(size_t at, size_t length, State* state) const;
  size_t ExtendHyphen(size_t at, size_t length, State* state) const;
  size_t ExtendFullStop(size_t at, State* state) const;
  size_t ExtendNumber(size_t at, State* state) const;
  size_t ExtendAddress(size_t at, State* state) const;
  size_t ListedDottedEnd(size_t at, const State& state) const;
  bool IsAcronymDot(size_t at, const State& state) const;
  bool IsDomainDot(size_t at) const;
  bool IsMailDot(size_t at) const;
  bool KeepsFullStop(size_t at, const State& state) const;
  bool IsInitialI(size_t at, const State& state) const;
  bool IsAbbreviation(size_t at, const State& state) const;
  Shape ShapeOf(size_t end, const State& state) const;
  absl::string_view Bytes(size_t begin, size_t end) const {
    return chars_.text().substr(begin, end - begin);
  }

  Characters chars_;
  const Lexicon& lexicon_;
};

// True if `word` has two letters or more, all of them capitals.
bool IsAllCaps(absl::string_view word);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_WORD_SCANNER_H_
