#include "text/document.h"

#include <algorithm>
#include <utility>

#include "text/paragraph_splitter.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"

namespace onrecord::text {
namespace {

std::vector<PhraseMatch> FindPhrases(const Lexicon& lexicon,
                                     const std::vector<Token>& tokens,
                                     TokenRange range) {
  std::vector<PhraseMatch> phrases;
  const absl::Span<const Token> inside(tokens.data(),
                                       static_cast<size_t>(range.end));
  for (int32_t i = range.begin; i < range.end;) {
    PhraseMatch match;
    if (tokens[i].Has(kPhraseStart) && lexicon.MatchPhrase(inside, i, &match)) {
      phrases.push_back(match);
      i = match.tokens.end;
    } else {
      ++i;
    }
  }
  return phrases;
}

// The index of the last of `ranges` that begins at or before `token`.
template <typename Part>
int32_t PartOf(const std::vector<Part>& parts, int32_t token) {
  const auto after = std::upper_bound(
      parts.begin(), parts.end(), token,
      [](int32_t t, const Part& part) { return t < part.tokens.begin; });
  return std::max<int32_t>(0, static_cast<int32_t>(after - parts.begin()) - 1);
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
    const std::vector<PhraseMatch> found =
        FindPhrases(lexicon, tokens_, paragraph.tokens);
    phrases_.insert(phrases_.end(), found.begin(), found.end());
    paragraphs_.push_back(paragraph);
  }
}

Span Document::SpanOf(TokenRange range) const {
  if (range.empty()) return Span();
  return Span{tokens_[range.begin].span().begin,
              tokens_[range.end - 1].span().end};
}

int32_t Document::TokenAt(int32_t offset) const {
  const auto at = std::upper_bound(
      tokens_.begin(), tokens_.end(), offset,
      [](int32_t o, const Token& token) { return o < token.span().end; });
  return static_cast<int32_t>(at - tokens_.begin());
}

TokenRange Document::TokensIn(Span span) const {
  const auto first = std::lower_bound(
      tokens_.begin(), tokens_.end(), span.begin,
      [](const Token& token, int32_t o) { return token.span().begin < o; });
  const auto last = std::upper_bound(
      first, tokens_.end(), span.end,
      [](int32_t o, const Token& token) { return o < token.span().end; });
  return TokenRange{static_cast<int32_t>(first - tokens_.begin()),
                    static_cast<int32_t>(last - tokens_.begin())};
}

int32_t Document::SentenceOf(int32_t token) const {
  return PartOf(sentences_, token);
}

int32_t Document::ParagraphOf(int32_t token) const {
  return PartOf(paragraphs_, token);
}

const PhraseMatch* Document::PhraseAt(int32_t token) const {
  const auto at = std::lower_bound(phrases_.begin(), phrases_.end(), token,
                                   [](const PhraseMatch& match, int32_t t) {
                                     return match.tokens.begin < t;
                                   });
  return at != phrases_.end() && at->tokens.begin == token ? &*at : nullptr;
}

}  // namespace onrecord::text
