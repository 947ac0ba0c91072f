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
  const int32_t token_count = static_cast<int32_t>(tokens_.size());
  int32_t at = 0;
  for (const Span span : SplitParagraphs(text_)) {
    TokenRange tokens{at, at};
    while (at < token_count &&
           tokens_[at].begin < static_cast<uint32_t>(span.end)) {
      ++at;
    }
    tokens.end = at;
    const int32_t first = static_cast<int32_t>(sentences_.size());
    for (const TokenRange range : BoundedSentences(text_, tokens_, tokens)) {
      sentences_.push_back(Sentence{OuterSpan(tokens_, range), range, 0});
      int32_t word = range.begin;
      while (word < range.end && !tokens_[word].is_word()) ++word;
      if (word < range.end) tokens_[word].shape |= kSentenceFirst;
    }
    const size_t part = paragraphs_.size();
    AddParagraphs(span, tokens_, tokens.begin, first, &sentences_,
                  &paragraphs_);
    for (size_t p = part; p < paragraphs_.size(); ++p) {
      FindPhrases(lexicon, tokens_, paragraphs_[p].tokens, &phrases_);
    }
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
  return range.empty() ? Span() : OuterSpan(tokens_, range);
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
