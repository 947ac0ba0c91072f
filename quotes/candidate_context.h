#ifndef ONRECORD_QUOTES_CANDIDATE_CONTEXT_H_
#define ONRECORD_QUOTES_CANDIDATE_CONTEXT_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
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

// What a mention shows of itself to every candidate that names it.
struct MentionSigns {
  uint8_t kind = 0;  // MentionKind + 1.
  Neighbor before = kEdge, behind = kEdge;
  bool nested = false;
  bool denied = false;   // "It was the ministry, not he, that said so".
  bool subject = false;  // The first of its sentence that no preposition
                         // governs and that possesses nothing.
};

// A mention beside a cue of its sentence.
struct CuedMention {
  int32_t mention = 0;
  uint8_t gap = 0;  // GapBucket() of the tokens between.
  Between what = kNothing;
  uint8_t side = 0;   // 1: left of the cue, 2: right of it.
  uint8_t order = 0;  // Nearer ones on this side.
};

// A number of tokens as one of eight categories: 0, 1, 2, 3, up to 5, 8, 14,
// and more.
uint8_t GapBucket(int32_t tokens);

// So many mentions beside a cue or a quotation are looked at.
inline constexpr int kMaxMentionsLeft = 4;
inline constexpr int kMaxMentionsRight = 3;

// What the candidates of all quotations of an article share, read once. It
// reads what candidates can come from: the sentences that hold quotations,
// those beside them, and those between two quotations of one paragraph.
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
  const MentionSigns& Signs(int32_t mention) const { return signs_[mention]; }
  // The mentions that can have said what a cue reports: the nearest on its left
  // first, then the nearest on its right.
  absl::Span<const CuedMention> MentionsOfCue(int32_t cue) const {
    const text::TokenRange range = mentions_of_cue_[cue];
    return {cued_.data() + range.begin, static_cast<size_t>(range.size())};
  }

 private:
  void ReadSentence(const ReporterSentence& sentence);
  void ReadWords(int32_t begin, int32_t end);
  void ReadMentions(const ReporterSentence& sentence);
  void ReadCue(const ReporterSentence& sentence, int32_t cue);

  const text::Document& document_;
  const ReporterView& view_;
  // Between of each token. 0, kNothing: not read, or inside a quotation, whose
  // marks are stronger than what is in it. Bytes are cleared at once.
  std::vector<uint8_t> between_;
  std::vector<MentionSigns> signs_;  // By mention.
  std::vector<CuedMention> cued_;
  std::vector<text::TokenRange> mentions_of_cue_;  // By cue: indices of cued_.
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_CANDIDATE_CONTEXT_H_
