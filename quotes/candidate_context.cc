#include "quotes/candidate_context.h"

#include <algorithm>

#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;
using text::TokenRange;

constexpr text::WordId kAsWord = text::KnownWord("as");
constexpr text::WordId kByWord = text::KnownWord("by");
constexpr text::WordId kOfWord = text::KnownWord("of");
constexpr text::WordId kToWord = text::KnownWord("to");

// ", not he,": what the words before the mention at `begin` say of it.
bool IsDeniedAt(const Document& document, int32_t begin) {
  static constexpr text::WordSet kDenials = {"nor", "not"};
  return begin >= 2 && kDenials.Has(document.token(begin - 1).word) &&
         document.token(begin - 2).Is(Punct::kComma);
}

Neighbor NeighborOf(const Token& t) {
  switch (t.punct) {
    case Punct::kComma:
      return kComma;
    case Punct::kColon:
      return kColon;
    case Punct::kPeriod:
    case Punct::kQuestion:
    case Punct::kExclaim:
    case Punct::kEllipsis:
      return kStop;
    case Punct::kDash:
    case Punct::kHyphen:
      return kDash;
    case Punct::kSemicolon:
      return kSemicolon;
    case Punct::kOpen:
    case Punct::kClose:
      return kBracket;
    case Punct::kMark:
      return kMark;
    default:
      break;
  }
  if (t.HasShape(text::kClitic)) return kClitic;
  if (t.word == kByWord) return kBy;
  if (t.word == kOfWord) return kOf;
  if (t.word == kAsWord) return kAs;
  if (t.word == kToWord) return kTo;
  if (t.Has(text::kThat)) return kThat;
  if (t.Has(text::kRelative)) return kRelative;
  if (t.Has(text::kConjunction)) return kConjunction;
  if (t.Has(text::kDeterminer | text::kPossessive)) return kDeterminer;
  if (t.Has(text::kPreposition)) return kPreposition;
  if (t.Has(text::kSubordinator)) return kSubordinate;
  if (t.Has(text::kPronoun)) return kPronounWord;
  if (t.Has(text::kCueVerb)) return kCueWord;
  if (t.Has(text::kVerb | text::kAuxiliary)) return kVerbWord;
  return t.HasShape(text::kCapitalized) ? kCapital : kOther;
}

Between BetweenOf(const Token& t) {
  // Most words are none of these.
  constexpr text::WordClasses kTelling = text::kThat | text::kRelative |
                                         text::kAuxiliary | text::kAdverb |
                                         text::kVerb;
  if (!t.is_word()) {
    return t.Is(Punct::kMark)    ? kQuoteBetween
           : t.Is(Punct::kColon) ? kColonBetween
                                 : kCommas;
  }
  if (t.HasShape(text::kCapitalized)) return kMentionBetween;
  if (!t.Has(kTelling)) return kWords;
  if (t.Has(text::kThat)) return kThatBetween;
  if (t.Has(text::kRelative)) return kRelativeBetween;
  if (t.Has(text::kAuxiliary | text::kAdverb)) return kAdverbs;
  return t.Has(text::kGerund) ? kWords : kVerbBetween;
}

// A preposition governs what follows.
bool Governs(Neighbor before) {
  return before == kPreposition || before == kOf || before == kTo ||
         before == kBy || before == kAs;
}

}  // namespace

uint8_t GapBucket(int32_t tokens) {
  if (tokens <= 3) return static_cast<uint8_t>(std::max(tokens, 0));
  if (tokens <= 5) return 4;
  if (tokens <= 8) return 5;
  return tokens <= 14 ? 6 : 7;
}

CandidateContext::CandidateContext(const Document& document,
                                   const ReporterView& view)
    : document_(document), view_(view) {
  if (view.stretches.empty()) return;  // Nobody will ask.
  between_.resize(document.tokens().size());
  signs_.resize(view.mentions.size());
  mentions_of_cue_.resize(view.cues.size());
  cued_.reserve(view.cues.size() * (kMaxMentionsLeft + kMaxMentionsRight) / 2);
  const int32_t count = static_cast<int32_t>(view.sentences.size());
  int32_t paragraph = -1;
  int32_t next = 0;  // The first sentence that is not read.
  for (const int32_t sentence : view.sentence_of_stretch) {
    const int32_t last = std::min(sentence + 2, count);
    if (view.sentences[sentence].paragraph != paragraph) {
      paragraph = view.sentences[sentence].paragraph;
      next = std::max(next, sentence - 1);
    }
    for (; next < last; ++next) ReadSentence(view.sentences[next]);
  }
}

void CandidateContext::ReadSentence(const ReporterSentence& sentence) {
  int32_t from = sentence.tokens.begin;
  for (int32_t s = sentence.stretches.begin; s < sentence.stretches.end; ++s) {
    const text::TokenRange quotation = view_.stretches[s].tokens;
    ReadWords(from, quotation.begin);
    from = std::max(from, quotation.end);
  }
  ReadWords(from, sentence.tokens.end);
  ReadMentions(sentence);
  for (int32_t c = sentence.cues.begin; c < sentence.cues.end; ++c) {
    ReadCue(sentence, c);
  }
}

void CandidateContext::ReadWords(int32_t begin, int32_t end) {
  for (int32_t i = begin; i < end; ++i) {
    between_[i] = BetweenOf(document_.token(i));
  }
}

void CandidateContext::ReadMentions(const ReporterSentence& sentence) {
  bool found = false;
  for (int32_t m = sentence.mentions.begin; m < sentence.mentions.end; ++m) {
    const Mention& mention = view_.mentions[m];
    MentionSigns& signs = signs_[m];
    signs.kind = static_cast<uint8_t>(mention.kind) + 1;
    signs.before = At(mention.tokens.begin - 1, sentence.tokens);
    signs.behind = At(mention.tokens.end, sentence.tokens);
    signs.nested = view_.nested[m];
    signs.denied = IsDeniedAt(document_, mention.tokens.begin);
    signs.subject = !found && !signs.nested && !Governs(signs.before) &&
                    signs.behind != kClitic;
    found |= signs.subject;
  }
}

void CandidateContext::ReadCue(const ReporterSentence& sentence, int32_t c) {
  const Cue& cue = view_.cues[c];
  const int32_t first = static_cast<int32_t>(cued_.size());
  const auto add = [this](int32_t m, int32_t gap, Between what, uint8_t side,
                          int order) {
    cued_.push_back(
        {m, GapBucket(gap), what, side, static_cast<uint8_t>(order)});
  };
  // What lies between grows with the distance, but where a mention ends behind
  // one that lies inside it.
  const Mention* const mentions = view_.mentions.data();
  Between what = kNothing;
  int32_t at = cue.group_begin;
  int order = 0;
  for (int32_t m = sentence.mentions.end - 1;
       m >= sentence.mentions.begin && order < kMaxMentionsLeft; --m) {
    const int32_t end = mentions[m].tokens.end;
    if (end > cue.group_begin || signs_[m].denied) continue;
    what = end > at ? In(end, cue.group_begin) : std::max(what, In(end, at));
    at = end;
    add(m, cue.group_begin - end, what, 1, order++);
  }
  what = kNothing;
  at = cue.tokens.end;
  order = 0;
  for (int32_t m = sentence.mentions.begin;
       m < sentence.mentions.end && order < kMaxMentionsRight; ++m) {
    const int32_t begin = mentions[m].tokens.begin;
    if (begin < cue.tokens.end || signs_[m].denied) continue;
    what = std::max(what, In(at, begin));
    at = begin;
    add(m, begin - cue.tokens.end, what, 2, order++);
  }
  mentions_of_cue_[c] =
      text::TokenRange{first, static_cast<int32_t>(cued_.size())};
}

Neighbor CandidateContext::At(int32_t i, TokenRange within) const {
  return within.Contains(i) ? NeighborOf(document_.token(i)) : kEdge;
}

Between CandidateContext::In(int32_t begin, int32_t end) const {
  const uint8_t* const tokens = between_.data();
  uint8_t strongest = kNothing;
  for (int32_t i = begin; i < end; ++i) {
    if (tokens[i] > strongest) strongest = tokens[i];
  }
  return static_cast<Between>(strongest);
}

}  // namespace onrecord::quotes
