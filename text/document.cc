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
                                         absl::Span<const int32_t> breaks,
                                         TokenRange stretch) {
  std::vector<TokenRange> sentences =
      SplitSentences(text, tokens, breaks, stretch);
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

// Tokens at which there may be something to do.
struct Document::Landmarks {
  std::vector<int32_t> breaks;   // See IsBreak().
  std::vector<int32_t> phrases;  // Words with which a phrase begins.
};

Document::Document(std::string text, const Lexicon& lexicon)
    : text_(std::move(text)),
      lexicon_(&lexicon),
      tokens_(Tokenize(text_, lexicon)) {
  Landmarks landmarks = WalkTokens();
  const std::vector<Span> stretches = SplitParagraphs(text_);
  paragraphs_.reserve(stretches.size());
  sentences_.reserve(2 * stretches.size());
  sentence_of_.resize(tokens_.size());
  auto breaks = absl::MakeConstSpan(landmarks.breaks);
  for (const Span span : stretches) SplitStretch(span, &breaks);
  FindPhrases(std::move(landmarks.phrases));
}

// Fills token_of_block_ too. Takes no branch at a token: nearly all are passed
// over, and which are not cannot be foreseen.
Document::Landmarks Document::WalkTokens() {
  const size_t count = tokens_.size();
  Landmarks marks{std::vector<int32_t>(count), std::vector<int32_t>(count)};
  const Token* const tokens = tokens_.data();
  int32_t* const breaks = marks.breaks.data();
  int32_t* const phrases = marks.phrases.data();
  size_t break_count = 0, phrase_count = 0;
  // First how many tokens end up to each block's end, if one ends in it.
  token_of_block_.assign((text_.size() >> kBlockBits) + 1, 0);
  int32_t* const blocks = token_of_block_.data();
  for (size_t i = 0; i < count; ++i) {
    const Token& token = tokens[i];
    blocks[(token.begin + token.length - 1) >> kBlockBits] =
        static_cast<int32_t>(i + 1);
    breaks[break_count] = static_cast<int32_t>(i);
    break_count += IsBreak(token);
    phrases[phrase_count] = static_cast<int32_t>(i);
    phrase_count += token.Has(kPhraseStart);
  }
  marks.breaks.resize(break_count);
  marks.phrases.resize(phrase_count);
  int32_t ended = 0;
  for (int32_t& block : token_of_block_) {
    const int32_t up_to_here = block != 0 ? block : ended;
    block = std::exchange(ended, up_to_here);
  }
  return marks;
}

// Stretches are split in text order; no token lies in two of them.
// Takes its part of the breaks that are left.
void Document::SplitStretch(Span span, absl::Span<const int32_t>* breaks) {
  const TokenRange tokens{
      paragraphs_.empty() ? 0 : paragraphs_.back().tokens.end,
      TokenAt(span.end)};
  size_t inside = 0;
  while (inside < breaks->size() && (*breaks)[inside] < tokens.end) ++inside;
  const auto first = static_cast<int32_t>(sentences_.size());
  for (const TokenRange range :
       BoundedSentences(text_, tokens_, breaks->first(inside), tokens)) {
    std::fill(sentence_of_.begin() + range.begin,
              sentence_of_.begin() + range.end,
              static_cast<int32_t>(sentences_.size()));
    sentences_.push_back(Sentence{OuterSpan(tokens_, range), range, 0});
    int32_t word = range.begin;
    while (word < range.end && !tokens_[word].is_word()) ++word;
    if (word < range.end) tokens_[word].shape |= kSentenceFirst;
  }
  AddParagraphs(span, tokens_, tokens.begin, first, &sentences_, &paragraphs_);
  breaks->remove_prefix(inside);
}

void Document::FindPhrases(std::vector<int32_t> starts) {
  phrase_of_.assign(tokens_.size(), -1);
  if (!starts.empty() &&
      starts.back() + 1 == static_cast<int32_t>(tokens_.size())) {
    starts.pop_back();
  }
  // The next word tells of most that they begin none.
  size_t kept = 0;
  for (const int32_t i : starts) {
    starts[kept] = i;
    kept += lexicon_->MayBeginPhrase(tokens_[i].word, tokens_[i + 1].word);
  }
  starts.resize(kept);
  int32_t free = 0;  // The first token behind the last phrase.
  for (const int32_t i : starts) {
    if (i < free) continue;
    const absl::Span<const Token> inside(
        tokens_.data(),
        static_cast<size_t>(paragraphs_[ParagraphOf(i)].tokens.end));
    PhraseMatch match;
    if (!lexicon_->MatchPhrase(inside, i, &match)) continue;
    phrase_of_[i] = static_cast<int32_t>(phrases_.size());
    phrases_.push_back(match);
    free = match.tokens.end;
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
