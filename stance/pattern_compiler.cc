#include "stance/pattern_compiler.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <map>

#include "stance/pattern_tables.h"
#include "text/table_image.h"

namespace onrecord::stance {
namespace {

using Tables = PatternTables;

class Compiler {
 public:
  explicit Compiler(const text::Lexicon& lexicon) : lexicon_(lexicon) {}

  void Add(const Pattern& pattern) {
    AddSignal(pattern.signal);
    Tables::Pattern compiled = {};
    compiled.second = ~uint64_t{0};
    compiled.first_slot = static_cast<uint32_t>(slots_.size());
    compiled.size = static_cast<uint16_t>(pattern.words.size());
    for (const auto& forms : pattern.words) {
      AddSlot(forms);
      compiled.has_gap |= forms.empty();
    }
    if (compiled.size > 1 && !slots_[compiled.first_slot + 1].gap()) {
      const Tables::Slot second = slots_[compiled.first_slot + 1];
      compiled.second = 0;
      for (uint32_t i = second.begin; i < second.end; ++i) {
        compiled.second |= Tables::BitOf(forms_[i]);
      }
    }
    patterns_.push_back(compiled);
    AddToLists(static_cast<int32_t>(patterns_.size()) - 1);
  }

  std::string Image() {
    signals_.push_back({static_cast<uint32_t>(names_.size()), 0, 0, 0, 0});
    AddHeads();
    Tables tables;
    tables.signals = signals_;
    tables.names = names_;
    tables.patterns = patterns_;
    tables.slots = slots_;
    tables.forms = forms_;
    tables.starts = starts_;
    tables.ranks = ranks_;
    tables.heads = heads_;
    tables.longer = longer_;
    return text::WriteTables(tables);
  }

 private:
  // The patterns that begin with one word, as listed.
  struct List {
    uint64_t second = 0;
    std::vector<int32_t> longer;
    int32_t single = -1;
  };

  void AddSignal(const Signal& signal) {
    const int flags = (signal.of_target ? kOfTargetFlag : 0) |
                      (signal.verb ? kVerbFlag : 0) |
                      (signal.adjective ? kAdjectiveFlag : 0) |
                      (signal.beside_object ? kBesideObjectFlag : 0);
    signals_.push_back({static_cast<uint32_t>(names_.size()),
                        static_cast<uint8_t>(signal.kind), signal.sign,
                        static_cast<uint8_t>(flags), 0});
    names_ += signal.name;
  }

  void AddSlot(const std::vector<std::string>& forms) {
    const size_t begin = forms_.size();
    for (const std::string& form : forms) {
      const text::WordId id = lexicon_.Find(form);
      const auto first = forms_.begin() + static_cast<std::ptrdiff_t>(begin);
      if (id != 0 && std::find(first, forms_.end(), id) == forms_.end()) {
        forms_.push_back(id);
      }
    }
    slots_.push_back(
        {static_cast<uint32_t>(begin), static_cast<uint32_t>(forms_.size())});
  }

  void AddToLists(int32_t pattern) {
    const Tables::Pattern& compiled = patterns_[pattern];
    const Tables::Slot first = slots_[compiled.first_slot];
    for (uint32_t i = first.begin; i < first.end; ++i) {
      List& list = lists_[forms_[i]];
      if (compiled.size > 1) {
        list.longer.push_back(pattern);
        list.second |= compiled.second;
      } else if (list.single < 0) {
        list.single = pattern;
      }
    }
  }

  // The lists in the order of their words, found by the words' bits.
  void AddHeads() {
    starts_.resize(lexicon_.size() / 64 + 1);
    for (auto& [word, list] : lists_) {
      starts_[word / 64] |= uint64_t{1} << word % 64;
      std::stable_sort(list.longer.begin(), list.longer.end(),
                       [this](int32_t a, int32_t b) {
                         return patterns_[a].size > patterns_[b].size;
                       });
      const auto begin = static_cast<uint32_t>(longer_.size());
      longer_.insert(longer_.end(), list.longer.begin(), list.longer.end());
      heads_.push_back({list.second, begin,
                        static_cast<uint32_t>(longer_.size()), list.single, 0});
    }
    uint32_t rank = 0;
    for (const uint64_t bits : starts_) {
      ranks_.push_back(rank);
      rank += static_cast<uint32_t>(std::bitset<64>(bits).count());
    }
  }

  const text::Lexicon& lexicon_;
  std::map<text::WordId, List> lists_;
  std::vector<Tables::Signal> signals_;
  std::string names_;
  std::vector<Tables::Pattern> patterns_;
  std::vector<Tables::Slot> slots_;
  std::vector<text::WordId> forms_;
  std::vector<uint64_t> starts_;
  std::vector<uint32_t> ranks_;
  std::vector<Tables::Head> heads_;
  std::vector<int32_t> longer_;
};

}  // namespace

std::string CompilePatterns(const std::vector<Pattern>& patterns,
                            const text::Lexicon& lexicon) {
  Compiler compiler(lexicon);
  for (const Pattern& pattern : patterns) compiler.Add(pattern);
  return compiler.Image();
}

}  // namespace onrecord::stance
