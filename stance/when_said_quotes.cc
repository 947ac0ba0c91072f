#include "stance/when_said_quotes.h"

#include <algorithm>
#include <numeric>

#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::Document;
using text::Span;
using text::TokenRange;
using text::WordSet;

// Tokens between a cue and "two months later", at most.
constexpr int32_t kNearTokens = 6;

constexpr WordSet kHad = {"had"};
constexpr WordSet kHave = {"has", "have"};

// True for "had told" and "had bluntly told".
bool AuxiliaryBefore(const Document& document, int32_t cue,
                     const WordSet& auxiliary) {
  for (int32_t k = cue; k >= std::max(0, cue - 3); --k) {
    if (auxiliary.Has(document.token(k).word)) return true;
    if (k < cue && !document.token(k).Has(text::kAdverb)) return false;
  }
  return false;
}

}  // namespace

QuotePlaces::QuotePlaces(const Document& document,
                         const std::vector<SaidQuote>& quotes)
    : document_(document), quotes_(quotes) {
  for (size_t i = 0; i < quotes.size(); ++i) {
    for (Span span : quotes[i].content) {
      contents_.push_back({span, static_cast<int32_t>(i)});
    }
  }
  std::sort(contents_.begin(), contents_.end(),
            [](const Content& a, const Content& b) { return a.span < b.span; });
  facts_.reserve(quotes.size());
  for (const SaidQuote& quote : quotes) facts_.push_back(FactsOf(quote));
  LinkSpeakers();
  for (size_t i = 0; i < quotes.size(); ++i) {
    const TokenRange near = NearCue(i);
    for (int32_t k = near.begin; k < near.end; ++k) {
      facts_[i].time_unit_is_near |= document.token(k).Has(text::kTimeUnit) &&
                                     QuoteAt(document.token(k).span()) < 0;
    }
  }
}

int32_t QuotePlaces::TokenOf(int32_t offset) const {
  return std::min<int32_t>(document_.TokenAt(offset),
                           static_cast<int32_t>(document_.tokens().size()) - 1);
}

QuoteFacts QuotePlaces::FactsOf(const SaidQuote& quote) const {
  QuoteFacts facts;
  facts.has_reporter = !quote.cue.empty() || !quote.mention.empty();
  const auto add = [&](int32_t token) {
    const int32_t sentence = document_.SentenceOf(token);
    if (std::find(facts.sentences.begin(), facts.sentences.end(), sentence) ==
        facts.sentences.end()) {
      facts.sentences.push_back(sentence);
    }
  };
  const int32_t first = TokenOf(quote.content.front().begin);
  facts.paragraph = document_.ParagraphOf(first);
  facts.cue = first;
  if (!quote.cue.empty()) {
    facts.cue = TokenOf(quote.cue.begin);
    facts.perfect = AuxiliaryBefore(document_, facts.cue, kHave);
    facts.past_perfect = AuxiliaryBefore(document_, facts.cue, kHad);
    add(facts.cue);
  } else if (!quote.mention.empty()) {
    facts.cue = TokenOf(quote.mention.begin);
  }
  for (Span span : quote.content) {
    add(TokenOf(span.begin));
    add(TokenOf(span.end - 1));
  }
  return facts;
}

void QuotePlaces::LinkSpeakers() {
  std::vector<int32_t> order(quotes_.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [this](int32_t a, int32_t b) {
    const int32_t first = quotes_[a].speaker, second = quotes_[b].speaker;
    return first != second ? first < second : a < b;
  });
  for (size_t k = 1; k < order.size(); ++k) {
    const int32_t earlier = order[k - 1], later = order[k];
    if (quotes_[earlier].speaker != quotes_[later].speaker) continue;
    facts_[earlier].next = later;
    facts_[later].previous = earlier;
  }
}

int32_t QuotePlaces::QuoteAt(Span span) const {
  auto at = std::upper_bound(
      contents_.begin(), contents_.end(), span,
      [](Span s, const Content& content) { return s < content.span; });
  if (at != contents_.end() && at->span.Overlaps(span)) return at->quote;
  if (at == contents_.begin()) return -1;
  --at;
  return at->span.Overlaps(span) ? at->quote : -1;
}

bool QuotePlaces::HasQuoteOfOther(Span stretch, int32_t speaker) const {
  auto at = std::lower_bound(
      contents_.begin(), contents_.end(), stretch,
      [](const Content& c, Span s) { return c.span.end <= s.begin; });
  for (; at != contents_.end() && at->span.begin < stretch.end; ++at) {
    if (quotes_[at->quote].speaker != speaker) return true;
  }
  return false;
}

TokenRange QuotePlaces::NearCue(size_t i) const {
  const int32_t cue = facts_[i].cue;
  const TokenRange sentence =
      document_.sentences()[document_.SentenceOf(cue)].tokens;
  return {std::max(sentence.begin, cue - kNearTokens),
          std::min(sentence.end, cue + kNearTokens)};
}

}  // namespace onrecord::stance
