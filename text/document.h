#ifndef ONRECORD_TEXT_DOCUMENT_H_
#define ONRECORD_TEXT_DOCUMENT_H_

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "text/lexicon.h"
#include "text/span.h"
#include "text/token.h"

namespace onrecord::text {

// A sentence: never crosses a paragraph; closing marks and brackets that
// follow its full stop belong to it.
struct Sentence {
  Span span;
  TokenRange tokens;
  int32_t paragraph = 0;
};

// A paragraph: a line, or a run of hard-wrapped lines.
struct Paragraph {
  Span span;  // Without the white space around it.
  TokenRange tokens;
  TokenRange sentences;  // Indices into Document::sentences().
};

// A text cut into paragraphs, sentences and tokens, each token with its word
// classes, and the listed phrases found. Knows nothing of quotations.
//
//   Input:   valid UTF-8 (text/normalize.h makes it so).
//   Errors:  none.
//   Owns:    its copy of the text; `lexicon` must outlive it.
//   Threads: immutable, share freely.
class Document {
 public:
  Document(std::string text, const Lexicon& lexicon);
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;

  absl::string_view text() const { return text_; }
  const Lexicon& lexicon() const { return *lexicon_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  // In text order, non-overlapping (longest first).
  const std::vector<PhraseMatch>& phrases() const { return phrases_; }

  const Token& token(int32_t i) const { return tokens_[i]; }
  // The bytes of a token, a run of tokens (outer edges) or a span.
  absl::string_view Text(int32_t token) const {
    return Slice(text_, tokens_[token].span());
  }
  absl::string_view Text(TokenRange range) const {
    return range.empty() ? absl::string_view() : Slice(text_, SpanOf(range));
  }
  absl::string_view Text(Span span) const { return Slice(text_, span); }
  // From the first byte of the first token to the last byte of the last.
  Span SpanOf(TokenRange range) const {
    if (range.empty()) return Span();
    return Span{tokens_[range.begin].span().begin,
                tokens_[range.end - 1].span().end};
  }
  // The listed form (lower case) of a token's word or of its lemma; empty for
  // unlisted words.
  absl::string_view Form(int32_t token) const {
    return lexicon_->word(tokens_[token].word).form;
  }
  absl::string_view Lemma(int32_t token) const {
    return lexicon_->word(lexicon_->word(tokens_[token].word).lemma).form;
  }

  // The first token that ends after `offset`; tokens().size() past the last.
  int32_t TokenAt(int32_t offset) const {
    const auto count = static_cast<int32_t>(tokens_.size());
    if (offset >= static_cast<int32_t>(text_.size())) return count;
    int32_t at = token_of_block_[std::max(offset, 0) >> kBlockBits];
    while (at < count && tokens_[at].span().end <= offset) ++at;
    return at;
  }
  // The tokens that lie inside `span` entirely.
  TokenRange TokensIn(Span span) const;
  // The sentence or paragraph that holds this token; text must not be empty.
  int32_t SentenceOf(int32_t token) const { return sentence_of_[token]; }
  int32_t ParagraphOf(int32_t token) const {
    return sentences_[sentence_of_[token]].paragraph;
  }
  // The phrase that starts at this token, nullptr if none.
  const PhraseMatch* PhraseAt(int32_t token) const {
    const int32_t phrase = phrase_of_[token];
    return phrase < 0 ? nullptr : &phrases_[phrase];
  }

 private:
  // Bytes of text for each entry of token_of_block_, as a power of two.
  static constexpr int kBlockBits = 4;

  struct Landmarks;
  Landmarks WalkTokens();
  void SplitStretch(Span span, absl::Span<const int32_t>* breaks);
  void FindPhrases(std::vector<int32_t> starts);

  std::string text_;
  const Lexicon* lexicon_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Paragraph> paragraphs_;
  std::vector<PhraseMatch> phrases_;
  // Look-up tables: the sentence of each token, and for each block of bytes
  // the first token that ends behind its first byte.
  std::vector<int32_t> sentence_of_;
  std::vector<int32_t> phrase_of_;  // By first token; -1: none starts there.
  std::vector<int32_t> token_of_block_;
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_DOCUMENT_H_
