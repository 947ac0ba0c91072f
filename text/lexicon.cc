#include "text/lexicon.h"

#include <algorithm>
#include <cstring>

#include "text/lexicon_index.h"
#include "text/word_fold.h"

namespace onrecord::text {

Lexicon::Lexicon() : index_(std::make_unique<Index>()) {}
Lexicon::~Lexicon() = default;

Lexicon::Listed Lexicon::Look(absl::string_view form) const {
  const FoldedWord folded = Fold(form);
  if (folded.length == 0) return {};
  const std::vector<Index::Slot>& slots = index_->slots;
  const size_t mask = slots.size() - 1;
  for (size_t i = folded.Hash() & mask;; i = (i + 1) & mask) {
    const Index::Slot& slot = slots[i];
    if (slot.id == 0) return {};
    if (slot.first_chunk != folded.chunks[0] || slot.length != folded.length) {
      continue;
    }
    if (folded.length <= 8 || folded.bytes() == words_[slot.id].form) {
      return {slot.id, slot.classes};
    }
  }
}

int32_t Lexicon::FindPhrase(absl::string_view form) const {
  const auto found = index_->phrase_by_form.find(form);
  return found == index_->phrase_by_form.end() ? -1 : found->second;
}

bool Lexicon::MatchPhrase(absl::Span<const Token> tokens, int32_t first,
                          PhraseMatch* match) const {
  uint32_t node = index_->roots[tokens[first].word];
  if (node == 0) return false;
  bool found = false;
  const int32_t size = static_cast<int32_t>(tokens.size());
  for (int32_t i = first + 1; i < size && tokens[i].word != 0; ++i) {
    const Index::Node& at = index_->nodes[node];
    const auto begin = index_->edges.begin() + at.first;
    const auto end = begin + at.count;
    const auto edge = std::lower_bound(
        begin, end, tokens[i].word,
        [](const Index::Edge& e, WordId word) { return e.word < word; });
    if (edge == end || edge->word != tokens[i].word) break;
    node = edge->node;
    if (index_->nodes[node].phrase >= 0) {
      *match = {TokenRange{first, i + 1}, index_->nodes[node].phrase};
      found = true;
    }
  }
  return found;
}

}  // namespace onrecord::text
