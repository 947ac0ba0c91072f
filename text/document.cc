#include "text/document.h"

#include <algorithm>
#include <utility>

#include "text/paragraph_splitter.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"

namespace onrecord::text {
namespace {

void FindPhrases(const Lexicon& lexicon, const std::vector<Token>& tokens,
                 TokenRange range, std::vector<PhraseMatch>* phrases) {
  const absl::Span<const Token> inside(tokens.data(),
                                       static_cast<size_t>(range.end));
  for (int32_t i = range.begin; i < range.end;) {
    PhraseMatch match;
    if (tokens[i].Has(kPhraseStart) && lexicon.MatchPhrase(inside, i, &match)) {
      phrases->push_back(match);
      i = match.tokens.end;
    } else {
      ++i;
    }
  }
}

// Bytes of text for each entry of Document::token_of_block_, as a power of two.
constexpr int kBlockBits = 4;

std::vector<int32_t> BlockTable(const std::vector<Token>& tokens,
                                size_t bytes) {
  const int32_t count = static_cast<int32_t>(tokens.size());
  std::vector<int32_t> table((bytes >> kBlockBits) + 1, count);
  size_t block = 0;
  for (int32_t i = 0; i < count; ++i) {
    const size_t last = (tokens[i].begin + tokens[i].length - 1) >> kBlockBits;
    for (; block <= last; ++block) table[block] = i;
  }
  return table;
}

}  // namespace

Document::Document(std::string text, const Lexicon& lexicon)
    : text_(std::move(text)),
      lexicon_(&lexicon),
      tokens_(Tokenize(text_, lexicon)) {
  const int32_t token_count = static_cast<int32_t>(tokens_.size());
  int32_t at = 0;
  for (const Span span : SplitParagraphs(text_)) {
    Paragraph paragraph;
    paragraph.span = span;
    paragraph.tokens.begin = at;
    while (at < token_count &&
           tokens_[at].begin < static_cast<uint32_t>(span.end)) {
      ++at;
    }
    paragraph.tokens.end = at;
    paragraph.sentences.begin = static_cast<int32_t>(sentences_.size());
    const int32_t index = static_cast<int32_t>(paragraphs_.size());
    for (const TokenRange range :
         SplitSentences(text_, tokens_, paragraph.tokens)) {
      sentences_.push_back(Sentence{SpanOf(range), range, index});
      int32_t first = range.begin;
      while (first < range.end && !tokens_[first].is_word()) ++first;
      if (first < range.end) tokens_[first].shape |= kSentenceFirst;
    }
    paragraph.sentences.end = static_cast<int32_t>(sentences_.size());
    FindPhrases(lexicon, tokens_, paragraph.tokens, &phrases_);
    paragraphs_.push_back(paragraph);
  }
  sentence_of_.resize(tokens_.size());
  for (size_t i = 0; i < sentences_.size(); ++i) {
    const TokenRange range = sentences_[i].tokens;
    std::fill(sentence_of_.begin() + range.begin,
              sentence_of_.begin() + range.end, static_cast<int32_t>(i));
  }
  phrase_of_.assign(tokens_.size(), -1);
  for (size_t i = 0; i < phrases_.size(); ++i) {
    phrase_of_[phrases_[i].tokens.begin] = static_cast<int32_t>(i);
  }
  token_of_block_ = BlockTable(tokens_, text_.size());
}

Span Document::SpanOf(TokenRange range) const {
  if (range.empty()) return Span();
  return Span{tokens_[range.begin].span().begin,
              tokens_[range.end - 1].span().end};
}

int32_t Document::TokenAt(int32_t offset) const {
  const int32_t count = static_cast<int32_t>(tokens_.size());
  if (offset >= static_cast<int32_t>(text_.size())) return count;
  int32_t at = token_of_block_[std::max(offset, 0) >> kBlockBits];
  while (at < count && tokens_[at].span().end <= offset) ++at;
  return at;
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

int32_t Document::SentenceOf(int32_t token) const {
  return sentence_of_[token];
}

int32_t Document::ParagraphOf(int32_t token) const {
  return sentences_[sentence_of_[token]].paragraph;
}

const PhraseMatch* Document::PhraseAt(int32_t token) const {
  const int32_t phrase = phrase_of_[token];
  return phrase < 0 ? nullptr : &phrases_[phrase];
}

}  // namespace onrecord::text
