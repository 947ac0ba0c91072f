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
  factor_shift_ = LexiconTables::ShiftOf(tables_.factors.size());
  slot_shift_ = LexiconTables::ShiftOf(tables_.slots.size());
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<const Lexicon>> Lexicon::FromImage(
    absl::string_view image) {
  auto lexicon = absl::WrapUnique(new Lexicon);
  absl::Status status = lexicon->View(image);
  if (!status.ok()) return status;
  return std::unique_ptr<const Lexicon>(std::move(lexicon));
}

inline const LexiconTables::Edge* Lexicon::FindEdge(uint32_t parent,
                                                    WordId word) const {
  const LexiconTables::Edge* const edges = tables_.edges.data();
  const size_t count = tables_.edges.size();
  size_t i = LexiconTables::PairHome(parent, word, count);
  for (; edges[i].parent != 0; i = (i + 1) & (count - 1)) {
    if (edges[i].parent == parent && edges[i].word == word) return &edges[i];
  }
  return nullptr;
}

Lexicon::Listed Lexicon::Look(absl::string_view form) const {
  return Look(FoldWord(form));
}

Lexicon::Listed Lexicon::LookLong(const FoldedWord& folded) const {
  const Listed listed = LookInSlot(folded);
  return folded.bytes() == word(listed.id).form ? listed : Listed();
}

int32_t Lexicon::FindPhrase(absl::string_view form) const {
  const auto at = std::lower_bound(
      tables_.by_form.begin(), tables_.by_form.end(), form,
      [this](int32_t i, absl::string_view f) { return phrase(i).form < f; });
  return at != tables_.by_form.end() && phrase(*at).form == form ? *at : -1;
}

bool Lexicon::FollowPhrase(absl::Span<const Token> tokens, int32_t first,
                           PhraseMatch* match) const {
  uint32_t node = tables_.words[tokens[first].word].phrases;
  if (node == 0) return false;
  bool found = false;
  const int32_t size = static_cast<int32_t>(tokens.size());
  for (int32_t i = first + 1; i < size && tokens[i].word != 0; ++i) {
    const LexiconTables::Edge* const edge = FindEdge(node, tokens[i].word);
    if (edge == nullptr) break;
    node = edge->node;
    if (edge->phrase >= 0) {
      *match = {TokenRange{first, i + 1}, edge->phrase};
      found = true;
    }
  }
  return found;
}

}  // namespace onrecord::text
