#include "text/lexicon.h"

#include <algorithm>
#include <cstring>

#include "text/lexicon_index.h"
#include "text/word_fold.h"

namespace onrecord::text {

Lexicon::Lexicon() : index_(std::make_unique<Index>()) {}
Lexicon::~Lexicon() = default;

Lexicon::Listed Lexicon::Look(absl::string_view form) const {
  const FoldedWord folded = FoldWord(form);
  if (folded.length == 0) return {};
  const uint64_t key = folded.Key();
  const Index::Slot* slot =
      index_->FindSlot(index_->PlaceOf(key), [&](const Index::Slot& candidate) {
        return candidate.key == key && candidate.length == folded.length &&
               (folded.length <= 8 ||
                folded.bytes() == words_[candidate.id].form);
      });
  return slot == nullptr ? Listed() : Listed{slot->id, slot->classes};
}

Lexicon::Listed Lexicon::Look(absl::string_view text, size_t begin,
                              size_t end) const {
  const size_t length = end - begin;
  const bool quick = length - 1 < 8 && begin + 8 <= text.size();
  if (!quick) return Look(text.substr(begin, length));
  const uint64_t chunk =
      LoadChunk(text.data() + begin) & ~uint64_t{0} >> (64 - 8 * length);
  if (chunk & kHighBits) return Look(text.substr(begin, length));
  const uint64_t key = LowerChunk(chunk);
  const Index::Slot* slot =
      index_->FindSlot(index_->PlaceOf(key), [&](const Index::Slot& candidate) {
        return candidate.key == key && candidate.length == length;
      });
  return slot == nullptr ? Listed() : Listed{slot->id, slot->classes};
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
