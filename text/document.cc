#include "text/document.h"

#include <algorithm>
#include <utility>

#include "text/paragraph_splitter.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"

namespace onrecord::text {

Document::Document(std::string text, const Lexicon& lexicon)
    : text_(std::move(text)),
      lexicon_(&lexicon),
      tokens_(Tokenize(text_, lexicon)) {
  FillBlocks();
  const std::vector<Span> paragraphs = SplitParagraphs(text_);
  paragraphs_.reserve(paragraphs.size());
  sentences_.reserve(2 * paragraphs.size());
  sentence_of_.resize(tokens_.size());
  for (const Span span : paragraphs) SplitParagraph(span);
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

// Paragraphs are added in text order; no token lies in two of them.
void Document::SplitParagraph(Span span) {
  Paragraph& paragraph = paragraphs_.emplace_back();
  const auto index = static_cast<int32_t>(paragraphs_.size()) - 1;
  paragraph.span = span;
  if (index > 0) paragraph.tokens.begin = paragraphs_[index - 1].tokens.end;
  paragraph.tokens.end = TokenAt(span.end);
  paragraph.sentences.begin = static_cast<int32_t>(sentences_.size());
  for (const TokenRange range :
       SplitSentences(text_, tokens_, paragraph.tokens)) {
    std::fill(sentence_of_.begin() + range.begin,
              sentence_of_.begin() + range.end,
              static_cast<int32_t>(sentences_.size()));
    sentences_.push_back(Sentence{SpanOf(range), range, index});
    int32_t first = range.begin;
    while (first < range.end && !tokens_[first].is_word()) ++first;
    if (first < range.end) tokens_[first].shape |= kSentenceFirst;
  }
  paragraph.sentences.end = static_cast<int32_t>(sentences_.size());
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
