#include "text/document.h"

#include <algorithm>
#include <utility>

#include "text/paragraph_splitter.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"

namespace onrecord::text {
namespace {

// No paragraph or sentence has more tokens than these: what later stages look
// at around a word is bounded, and their time is in proportion to the text,
// whatever it is. Prose does not come near.
constexpr int32_t kMaxParagraphTokens = 2000;
constexpr int32_t kMaxSentenceTokens = 300;

// The sentences of a stretch of text, the overlong cut.
std::vector<TokenRange> BoundedSentences(absl::string_view text,
                                         const std::vector<Token>& tokens,
                                         TokenRange stretch) {
  std::vector<TokenRange> sentences = SplitSentences(text, tokens, stretch);
  const auto overlong = [](TokenRange sentence) {
    return sentence.size() > kMaxSentenceTokens;
  };
  if (std::none_of(sentences.begin(), sentences.end(), overlong)) {
    return sentences;
  }
  std::vector<TokenRange> bounded;
  for (TokenRange sentence : sentences) {
    for (; overlong(sentence); sentence.begin += kMaxSentenceTokens) {
      bounded.push_back({sentence.begin, sentence.begin + kMaxSentenceTokens});
    }
    bounded.push_back(sentence);
  }
  return bounded;
}

Span OuterSpan(const std::vector<Token>& tokens, TokenRange range) {
  return Span{tokens[range.begin].span().begin,
              tokens[range.end - 1].span().end};
}

// The sentences from `first` on, which one stretch of text holds, as its
// paragraph: in parts if it is overlong, which end where a sentence does.
// The stretch begins at `token`.
void AddParagraphs(Span span, const std::vector<Token>& tokens, int32_t token,
                   int32_t first, std::vector<Sentence>* sentences,
                   std::vector<Paragraph>* paragraphs) {
  const int32_t end = static_cast<int32_t>(sentences->size());
  Paragraph paragraph{span, {token, token}, {first, first}};
  for (int32_t s = first; s < end; ++s) {
    const TokenRange range = (*sentences)[s].tokens;
    if (range.end - paragraph.tokens.begin > kMaxParagraphTokens) {
      paragraph.span.end = tokens[range.begin - 1].span().end;
      paragraphs->push_back(paragraph);
      paragraph = {{tokens[range.begin].span().begin, span.end},
                   {range.begin, range.begin},
                   {s, s}};
    }
    paragraph.tokens.end = range.end;
    paragraph.sentences.end = s + 1;
    (*sentences)[s].paragraph = static_cast<int32_t>(paragraphs->size());
  }
  paragraphs->push_back(paragraph);
}

}  // namespace

Document::Document(std::string text, const Lexicon& lexicon)
    : text_(std::move(text)),
      lexicon_(&lexicon),
      tokens_(Tokenize(text_, lexicon)) {
  FillBlocks();
  const std::vector<Span> stretches = SplitParagraphs(text_);
  paragraphs_.reserve(stretches.size());
  sentences_.reserve(2 * stretches.size());
  sentence_of_.resize(tokens_.size());
  for (const Span span : stretches) SplitStretch(span);
  FindPhrases();
}

void Document::FillBlocks() {
  const auto count = static_cast<int32_t>(tokens_.size());
  token_of_block_.assign((text_.size() >> kBlockBits) + 1, count);
  size_t block = 0;
  for (int32_t i = 0; i < count; ++i) {
    const size_t last =
        (tokens_[i].begin + tokens_[i].length - 1) >> kBlockBits;
    for (; block <= last; ++block) token_of_block_[block] = i;
  }
}

// Stretches are split in text order; no token lies in two of them.
void Document::SplitStretch(Span span) {
  const TokenRange tokens{
      paragraphs_.empty() ? 0 : paragraphs_.back().tokens.end,
      TokenAt(span.end)};
  const auto first = static_cast<int32_t>(sentences_.size());
  for (const TokenRange range : BoundedSentences(text_, tokens_, tokens)) {
    std::fill(sentence_of_.begin() + range.begin,
              sentence_of_.begin() + range.end,
              static_cast<int32_t>(sentences_.size()));
    sentences_.push_back(Sentence{OuterSpan(tokens_, range), range, 0});
    int32_t word = range.begin;
    while (word < range.end && !tokens_[word].is_word()) ++word;
    if (word < range.end) tokens_[word].shape |= kSentenceFirst;
  }
  AddParagraphs(span, tokens_, tokens.begin, first, &sentences_, &paragraphs_);
}

void Document::FindPhrases() {
  phrase_of_.assign(tokens_.size(), -1);
  for (const Paragraph& paragraph : paragraphs_) {
    const absl::Span<const Token> inside(
        tokens_.data(), static_cast<size_t>(paragraph.tokens.end));
    for (int32_t i = paragraph.tokens.begin; i < paragraph.tokens.end; ++i) {
      if (!inside[i].Has(kPhraseStart)) continue;
      PhraseMatch match;
      if (!lexicon_->MatchPhrase(inside, i, &match)) continue;
      phrase_of_[i] = static_cast<int32_t>(phrases_.size());
      phrases_.push_back(match);
      i = match.tokens.end - 1;
    }
  }
}

TokenRange Document::TokensIn(Span span) const {
  const int32_t count = static_cast<int32_t>(tokens_.size());
  int32_t first = TokenAt(span.begin);
  if (first < count && tokens_[first].span().begin < span.begin) ++first;
  int32_t last = std::max(first, TokenAt(span.end));
  // A token that ends where the span ends belongs to it; TokenAt is past it.
  if (first >= count || tokens_[first].span().end > span.end) {
    return TokenRange{first, first};
  }
  return TokenRange{first, last};
}

}  // namespace onrecord::text
