#include "text/lexicon_packer.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "text/lexicon_image.h"
#include "text/lexicon_tables.h"
#include "text/word_fold.h"

namespace onrecord::text {
namespace {

using Tables = LexiconTables;

// Numbers things by their first occurrence.
template <typename Key>
class Numbering {
 public:
  uint32_t Of(const Key& key) {
    const auto next = static_cast<uint32_t>(keys_.size());
    const auto [at, added] = numbers_.try_emplace(key, next);
    if (added) keys_.push_back(key);
    return at->second;
  }
  const std::vector<Key>& keys() const { return keys_; }

 private:
  absl::flat_hash_map<Key, uint32_t> numbers_;
  std::vector<Key> keys_;
};

// All ways to write phrases as a trie of word ids.
class Trie {
 public:
  void Add(const LexiconEntries::Variant& variant) {
    uint32_t node = 0;
    for (const WordId word : variant.words) {
      const auto next = static_cast<uint32_t>(children_.size());
      const auto [at, added] = children_[node].try_emplace(word, next);
      node = at->second;
      if (!added) continue;
      children_.emplace_back();
      phrases_.push_back(-1);
    }
    phrases_[node] = variant.phrase;
  }
  // The node of phrases that begin with `word`; 0 if none do.
  uint32_t Root(WordId word) const {
    const auto at = children_[0].find(word);
    return at == children_[0].end() ? 0 : at->second;
  }
  // All edges but those of node 0, which stand in the words, by Root().
  std::vector<Tables::Edge> Edges() const {
    size_t size = 16;
    while (size < 2 * children_.size()) size *= 2;
    std::vector<Tables::Edge> edges(size);
    for (uint32_t node = 1; node < children_.size(); ++node) {
      for (const auto& [word, child] : children_[node]) {
        size_t i = Tables::PairHome(node, word, size);
        while (edges[i].parent != 0) i = (i + 1) & (size - 1);
        edges[i] = {node, word, child, phrases_[child]};
      }
    }
    return edges;
  }

 private:
  std::vector<std::map<WordId, uint32_t>> children_{1};
  std::vector<int32_t> phrases_{-1};
};

class Packer {
 public:
  explicit Packer(const LexiconEntries& entries) : entries_(entries) {}

  std::string Pack() {
    for (const auto& variant : entries_.variants) trie_.Add(variant);
    edges_ = trie_.Edges();
    AddWords();
    FillSlots();
    AddPhrases();
    AddPairs();
    AddValues();
    Tables tables;
    tables.texts = texts_;
    tables.class_sets = class_sets_.keys();
    tables.values = value_begins_;
    tables.words = words_;
    tables.tags = tags_;
    tables.slots = slots_;
    tables.phrases = phrases_;
    tables.by_form = by_form_;
    tables.edges = edges_;
    tables.pairs = pairs_;
    return WriteLexiconImage(tables);
  }

 private:
  uint32_t End() const { return static_cast<uint32_t>(texts_.size()); }

  void AddWords() {
    for (WordId id = 0; id < entries_.words.size(); ++id) {
      const LexiconEntries::Word& word = entries_.words[id];
      const uint32_t root = trie_.Root(id);
      words_.push_back(
          {End(), class_sets_.Of(word.classes | (root != 0 ? kPhraseStart : 0)),
           word.lemma, values_.Of(word.value), root});
      texts_ += word.form;
    }
    words_.push_back({End(), 0, 0, 0, 0});
  }

  void FillSlots() {
    size_t size = 16;
    while (size * 3 < entries_.words.size() * 4) size *= 2;
    const int shift = Tables::ShiftOf(size);
    slots_.resize(size);
    tags_.resize(size);
    for (WordId id = 1; id < entries_.words.size(); ++id) {
      const FoldedWord folded = FoldWord(entries_.words[id].form);
      if (folded.length == 0) continue;  // Longer than any look-up goes.
      const uint64_t key = folded.Key();
      const Tables::Place place = Tables::PlaceOf(key, shift);
      size_t i = place.home;
      while (tags_[i] != 0) i = (i + 1) & (size - 1);
      tags_[i] = place.tag;
      slots_[i].key = key;
      slots_[i].id = id;
      slots_[i].length = folded.length;
      slots_[i].classes = words_[id].classes;
    }
  }

  void AddPhrases() {
    const std::vector<LexiconEntries::Phrase>& all = entries_.phrases;
    for (size_t i = 0; i < all.size(); ++i) {
      phrases_.push_back(
          {End(), class_sets_.Of(all[i].classes), values_.Of(all[i].value)});
      texts_ += all[i].form;
      by_form_.push_back(static_cast<int32_t>(i));
    }
    phrases_.push_back({End(), 0, 0});
    std::sort(by_form_.begin(), by_form_.end(),
              [&](int32_t a, int32_t b) { return all[a].form < all[b].form; });
  }

  // About one bit in eight is set.
  void AddPairs() {
    size_t size = 2;
    while (size * 8 < entries_.variants.size()) size *= 2;
    pairs_.resize(size);
    for (const LexiconEntries::Variant& variant : entries_.variants) {
      const size_t bit =
          Tables::PairHome(variant.words[0], variant.words[1], size * 64);
      pairs_[bit / 64] |= uint64_t{1} << bit % 64;
    }
  }

  void AddValues() {
    for (const std::string& value : values_.keys()) {
      value_begins_.push_back(End());
      texts_ += value;
    }
    value_begins_.push_back(End());
  }

  const LexiconEntries& entries_;
  Trie trie_;
  Numbering<WordClasses> class_sets_;
  Numbering<std::string> values_;
  std::string texts_;
  std::vector<uint32_t> value_begins_;
  std::vector<Tables::Word> words_;
  std::vector<uint8_t> tags_;
  std::vector<Tables::Slot> slots_;
  std::vector<Tables::Phrase> phrases_;
  std::vector<int32_t> by_form_;
  std::vector<Tables::Edge> edges_;
  std::vector<uint64_t> pairs_;
};

}  // namespace

std::string PackLexicon(const LexiconEntries& entries) {
  return Packer(entries).Pack();
}

}  // namespace onrecord::text
