#include "text/lexicon.h"

#include <algorithm>
#include <utility>

#include "absl/memory/memory.h"
#include "text/lexicon_image.h"
#include "text/word_fold.h"

namespace onrecord::text {

absl::Status Lexicon::View(absl::string_view image) {
  absl::StatusOr<LexiconTables> tables = ReadLexiconImage(image);
  if (!tables.ok()) return tables.status();
  image_ = image;
  tables_ = *tables;
  shift_ = LexiconTables::ShiftOf(tables_.slots.size());
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<const Lexicon>> Lexicon::FromImage(
    absl::string_view image) {
  auto lexicon = absl::WrapUnique(new Lexicon);
  absl::Status status = lexicon->View(image);
  if (!status.ok()) return status;
  return std::unique_ptr<const Lexicon>(std::move(lexicon));
}

// Words that are not listed end at the tags, which stay in the nearest cache.
template <typename Match>
inline const LexiconTables::Slot* Lexicon::FindSlot(uint64_t key,
                                                    Match match) const {
  const LexiconTables::Place place = LexiconTables::PlaceOf(key, shift_);
  const uint8_t* const tags = tables_.tags.data();
  const LexiconTables::Slot* const slots = tables_.slots.data();
  const size_t mask = tables_.slots.size() - 1;
  for (size_t i = place.home; tags[i] != 0; i = (i + 1) & mask) {
    if (tags[i] == place.tag && slots[i].key == key && match(slots[i])) {
      return &slots[i];
    }
  }
  return nullptr;
}

Lexicon::Listed Lexicon::Look(absl::string_view form) const {
  const FoldedWord folded = FoldWord(form);
  if (folded.length == 0) return {};
  const LexiconTables::Slot* slot =
      FindSlot(folded.Key(), [&](const LexiconTables::Slot& candidate) {
        return candidate.length == folded.length &&
               (folded.length <= 8 ||
                folded.bytes() == word(candidate.id).form);
      });
  if (slot == nullptr) return {};
  return {slot->id, tables_.class_sets[slot->classes]};
}

Lexicon::Listed Lexicon::Look(absl::string_view text, size_t begin,
                              size_t end) const {
  const size_t length = end - begin;
  const bool quick = length - 1 < 8 && begin + 8 <= text.size();
  if (!quick) return Look(text.substr(begin, length));
  const uint64_t chunk =
      LoadChunk(text.data() + begin) & ~uint64_t{0} >> (64 - 8 * length);
  if (chunk & kHighBits) return Look(text.substr(begin, length));
  const LexiconTables::Slot* slot = FindSlot(
      LowerChunk(chunk), [length](const LexiconTables::Slot& candidate) {
        return candidate.length == length;
      });
  if (slot == nullptr) return {};
  return {slot->id, tables_.class_sets[slot->classes]};
}

int32_t Lexicon::FindPhrase(absl::string_view form) const {
  const auto at = std::lower_bound(
      tables_.by_form.begin(), tables_.by_form.end(), form,
      [this](int32_t i, absl::string_view f) { return phrase(i).form < f; });
  return at != tables_.by_form.end() && phrase(*at).form == form ? *at : -1;
}

bool Lexicon::MatchPhrase(absl::Span<const Token> tokens, int32_t first,
                          PhraseMatch* match) const {
  using Edge = LexiconTables::Edge;
  uint32_t node = tables_.words[tokens[first].word].phrases;
  if (node == 0) return false;
  bool found = false;
  const int32_t size = static_cast<int32_t>(tokens.size());
  for (int32_t i = first + 1; i < size && tokens[i].word != 0; ++i) {
    const LexiconTables::Node& at = tables_.nodes[node];
    const Edge* const begin = tables_.edges.data() + at.first;
    const Edge* const end = begin + at.count;
    const Edge* const edge = std::lower_bound(
        begin, end, tokens[i].word,
        [](const Edge& e, WordId word) { return e.word < word; });
    if (edge == end || edge->word != tokens[i].word) break;
    node = edge->node;
    if (tables_.nodes[node].phrase >= 0) {
      *match = {TokenRange{first, i + 1}, tables_.nodes[node].phrase};
      found = true;
    }
  }
  return found;
}

}  // namespace onrecord::text
