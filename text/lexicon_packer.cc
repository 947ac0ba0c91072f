#include "text/lexicon_packer.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
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

// Finds a slot of its own for each form: hash and displace. Forms whose first
// products begin alike share a factor; those that many share choose first.
class SlotPlacer {
 public:
  explicit SlotPlacer(std::vector<Tables::Slot> forms) {
    // Of forms that fold alike, the first is found.
    std::stable_sort(forms.begin(), forms.end(),
                     [](const Tables::Slot& a, const Tables::Slot& b) {
                       return Tables::FirstProduct(a.key) <
                              Tables::FirstProduct(b.key);
                     });
    forms.erase(std::unique(forms.begin(), forms.end(),
                            [](const Tables::Slot& a, const Tables::Slot& b) {
                              return a.key == b.key;
                            }),
                forms.end());
    size_t size = 16;
    while (size * 4 < forms.size() * 5) size *= 2;
    while (!Place(forms, size)) size *= 2;
  }

  const std::vector<uint16_t>& factors() const { return factors_; }
  const std::vector<Tables::Slot>& slots() const { return slots_; }

 private:
  using Group = absl::Span<const Tables::Slot>;

  // `forms` sorted by FirstProduct(). False if some factor is not found.
  bool Place(absl::Span<const Tables::Slot> forms, size_t size) {
    slots_.assign(size, {});
    factors_.assign(size / 4, 1);
    slot_shift_ = Tables::ShiftOf(size);
    const int shift = Tables::ShiftOf(factors_.size());
    const auto factor_of = [shift](const Tables::Slot& form) {
      return Tables::FirstProduct(form.key) >> shift;
    };
    std::vector<Group> groups;
    for (size_t begin = 0, end = 0; begin < forms.size(); begin = end) {
      while (end < forms.size() &&
             factor_of(forms[end]) == factor_of(forms[begin])) {
        ++end;
      }
      groups.push_back(forms.subspan(begin, end - begin));
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](Group a, Group b) { return a.size() > b.size(); });
    return std::all_of(groups.begin(), groups.end(), [&](Group group) {
      return PlaceGroup(group, &factors_[factor_of(group[0])]);
    });
  }

  bool PlaceGroup(Group group, uint16_t* factor) {
    for (uint32_t odd = 1; odd <= UINT16_MAX; odd += 2) {
      if (!TryFactor(group, odd)) continue;
      *factor = static_cast<uint16_t>(odd);
      return true;
    }
    return false;
  }

  // Takes the slots if all of them are free.
  bool TryFactor(Group group, uint32_t factor) {
    for (size_t i = 0; i < group.size(); ++i) {
      Tables::Slot& slot =
          slots_[Tables::FirstProduct(group[i].key) * factor >> slot_shift_];
      if (slot.id == 0) {
        slot = group[i];
        continue;
      }
      while (i-- > 0) {
        slots_[Tables::FirstProduct(group[i].key) * factor >> slot_shift_] = {};
      }
      return false;
    }
    return true;
  }

  std::vector<uint16_t> factors_;
  std::vector<Tables::Slot> slots_;
  int slot_shift_ = 0;
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
    tables.factors = factors_;
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
    std::vector<Tables::Slot> forms;
    for (WordId id = 1; id < entries_.words.size(); ++id) {
      const FoldedWord folded = FoldWord(entries_.words[id].form);
      if (folded.length == 0) continue;  // Longer than any look-up goes.
      forms.push_back({folded.Key(), folded.Tail(), id, words_[id].classes});
    }
    SlotPlacer placer(std::move(forms));
    factors_ = placer.factors();
    slots_ = placer.slots();
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

  // One bit in sixteen is set, or less.
  void AddPairs() {
    size_t size = 2;
    while (size * 4 < entries_.variants.size()) size *= 2;
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
  std::vector<uint16_t> factors_;
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
