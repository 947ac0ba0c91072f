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
  if (t.Is(Punct::kMark)) return kQuoteBetween;
  if (t.Is(Punct::kColon)) return kColonBetween;
  if (!t.is_word()) return kCommas;
  if (t.HasShape(text::kCapitalized)) return kMentionBetween;
  if (t.Has(text::kThat)) return kThatBetween;
  if (t.Has(text::kRelative)) return kRelativeBetween;
  if (t.Has(text::kAuxiliary | text::kAdverb)) return kAdverbs;
  if (t.Has(text::kVerb) && !t.Has(text::kGerund)) return kVerbBetween;
  return kWords;
}

}  // namespace

CandidateContext::CandidateContext(const Document& document,
                                   const ReporterView& view)
    : document_(document),
      view_(view),
      sides_(view.mentions.size()),
      first_free_(view.sentences.size(), -1) {
  if (view.stretches.empty()) return;  // Nobody will ask.
  between_.reserve(document.tokens().size());
  for (const Token& token : document.tokens()) {
    between_.push_back(BetweenOf(token));
  }
  for (size_t s = 0; s < view.sentences.size(); ++s) {
    ReadSentence(static_cast<int32_t>(s));
  }
}

void CandidateContext::ReadSentence(int32_t sentence) {
  const ReporterSentence& at = view_.sentences[sentence];
  for (int32_t m = at.mentions.begin; m < at.mentions.end; ++m) {
    const Mention& mention = view_.mentions[m];
    Sides& sides = sides_[m];
    sides.before = At(mention.tokens.begin - 1, at.tokens);
    sides.behind = At(mention.tokens.end, at.tokens);
    sides.denied = IsDeniedAt(document_, mention.tokens.begin);
    const Neighbor before = sides.before;
    const bool governed = before == kPreposition || before == kOf ||
                          before == kTo || before == kBy || before == kAs;
    if (first_free_[sentence] < 0 && !view_.nested[m] && !governed &&
        sides.behind != kClitic) {
      first_free_[sentence] = m;
    }
  }
}

Neighbor CandidateContext::At(int32_t i, TokenRange within) const {
  return within.Contains(i) ? NeighborOf(document_.token(i)) : kEdge;
}

Between CandidateContext::In(int32_t begin, int32_t end) const {
  if (begin >= end) return kNothing;
  return static_cast<Between>(
      *std::max_element(between_.begin() + begin, between_.begin() + end));
}

}  // namespace onrecord::quotes
