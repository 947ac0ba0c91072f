#ifndef ONRECORD_QUOTES_CANDIDATE_CONTEXT_H_
#define ONRECORD_QUOTES_CANDIDATE_CONTEXT_H_

#include <cstdint>
#include <vector>

#include "quotes/reporter_view.h"
#include "text/document.h"

namespace onrecord::quotes {

// What stands beside a phrase.
enum Neighbor : uint8_t {
  kEdge,
  kComma,
  kColon,
  kStop,
  kDash,
  kSemicolon,
  kBracket,
  kMark,
  kBy,
  kOf,
  kAs,
  kTo,
  kPreposition,
  kConjunction,
  kThat,
  kDeterminer,
  kRelative,
  kCueWord,
  kVerbWord,
  kClitic,
  kPronounWord,
  kCapital,
  kSubordinate,
  kOther,
};

// What lies between two phrases: the strongest thing wins.
enum Between : uint8_t {
  kNothing,
  kAdverbs,
  kWords,
  kCommas,
  kMentionBetween,
  kThatBetween,
  kColonBetween,
  kRelativeBetween,
  kVerbBetween,
  kQuoteBetween,
};

// What the candidates of all quotations of an article share, read once.
//
//   Errors:  none.
//   Threads: immutable, share freely. `document` and `view` must outlive it.
class CandidateContext {
 public:
  CandidateContext(const text::Document& document, const ReporterView& view);

  const text::Document& document() const { return document_; }
  const ReporterView& view() const { return view_; }

  // What stands at token `i`; kEdge outside of `within`.
  Neighbor At(int32_t i, text::TokenRange within) const;
  // What lies in the tokens [begin, end).
  Between In(int32_t begin, int32_t end) const;
  // What stands before and behind a mention in its sentence.
  Neighbor Before(int32_t mention) const { return sides_[mention].before; }
  Neighbor Behind(int32_t mention) const { return sides_[mention].behind; }
  // "It was the ministry, not he, that said so".
  bool IsDenied(int32_t mention) const { return sides_[mention].denied; }
  // The first mention of a sentence that no preposition governs and that
  // possesses nothing: mostly its subject; -1 if none.
  int32_t FirstFree(int32_t sentence) const { return first_free_[sentence]; }

 private:
  struct Sides {
    Neighbor before = kEdge, behind = kEdge;
    bool denied = false;
  };
  void ReadSentence(int32_t sentence);

  const text::Document& document_;
  const ReporterView& view_;
  std::vector<uint8_t> between_;     // Between of each token.
  std::vector<Sides> sides_;         // By mention.
  std::vector<int32_t> first_free_;  // By sentence of the view.
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_CANDIDATE_CONTEXT_H_
