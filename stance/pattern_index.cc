#include "stance/pattern_index.h"

#include <algorithm>
#include <utility>

namespace onrecord::stance {

PatternIndex::PatternIndex(const std::vector<Pattern>& patterns,
                           const text::Lexicon& lexicon)
    : starts_(lexicon.size() / 64 + 1) {
  signals_.reserve(patterns.size());
  patterns_.reserve(patterns.size());
  for (const Pattern& pattern : patterns) {
    Compiled compiled;
    compiled.first_slot = static_cast<uint32_t>(slots_.size());
    compiled.size = static_cast<uint16_t>(pattern.words.size());
    for (const auto& forms : pattern.words) {
      slots_.push_back(AddSlot(forms, lexicon));
      compiled.has_gap |= forms.empty();
    }
    if (compiled.size > 1 && !slots_[compiled.first_slot + 1].gap()) {
      const Slot second = slots_[compiled.first_slot + 1];
      compiled.second = 0;
      for (uint32_t i = second.begin; i < second.end; ++i) {
        compiled.second |= BitOf(forms_[i]);
      }
    }
    signals_.push_back(pattern.signal);
    patterns_.push_back(compiled);
    AddToLists(static_cast<int32_t>(patterns_.size()) - 1);
  }
  for (auto& [word, list] : by_first_) {
    std::stable_sort(list.longer.begin(), list.longer.end(),
                     [this](int32_t a, int32_t b) {
                       return patterns_[a].size > patterns_[b].size;
                     });
  }
}

PatternIndex::Slot PatternIndex::AddSlot(const std::vector<std::string>& forms,
                                         const text::Lexicon& lexicon) {
  Slot slot;
  slot.begin = slot.end = static_cast<uint32_t>(forms_.size());
  for (const std::string& form : forms) {
    const text::WordId id = lexicon.Find(form);
    if (id == 0 || Holds(slot, id)) continue;
    forms_.push_back(id);
    ++slot.end;
  }
  return slot;
}

void PatternIndex::AddToLists(int32_t pattern) {
  const Compiled& compiled = patterns_[pattern];
  const Slot first = slots_[compiled.first_slot];
  for (uint32_t i = first.begin; i < first.end; ++i) {
    const text::WordId word = forms_[i];
    starts_[word / 64] |= uint64_t{1} << word % 64;
    List& list = by_first_[word];
    if (compiled.size > 1) {
      list.longer.push_back(pattern);
      list.second |= compiled.second;
    } else if (list.single < 0) {
      list.single = pattern;
    }
  }
}

bool PatternIndex::Holds(Slot slot, text::WordId word) const {
  const auto begin = forms_.begin() + slot.begin;
  const auto end = forms_.begin() + slot.end;
  return std::find(begin, end, word) != end;
}

int32_t PatternIndex::LengthAt(const Compiled& pattern,
                               const text::Document& document,
                               absl::Span<const int32_t> tokens,
                               int32_t position) const {
  const int32_t size = static_cast<int32_t>(tokens.size());
  int32_t at = position + 1;
  const uint32_t end = pattern.first_slot + pattern.size;
  for (uint32_t i = pattern.first_slot + 1; i < end; ++i) {
    if (slots_[i].gap()) {
      if (++i >= end) return 0;
      const int32_t last = std::min(size - 1, at + kMaxGap);
      while (at <= last && document.token(tokens[at]).is_word() &&
             !Holds(slots_[i], document.token(tokens[at]).word)) {
        ++at;
      }
      if (at > last) return 0;
    }
    if (at >= size || !Holds(slots_[i], document.token(tokens[at]).word)) {
      return 0;
    }
    ++at;
  }
  return at - position;
}

PatternIndex::Match PatternIndex::LongestOver(const text::Document& document,
                                              int32_t token) const {
  constexpr int32_t kLongest = 24;  // With gaps; tokens.
  const auto count = static_cast<int32_t>(document.tokens().size());
  int32_t window[kLongest];
  size_t size = 0;
  for (int32_t i = token; i < count && size < kLongest; ++i) {
    if (document.token(i).Is(text::Punct::kMark)) continue;
    window[size++] = i;
  }
  return LongestFrom(document, {window, size}, 0);
}

PatternIndex::Match PatternIndex::LongestFrom(const text::Document& document,
                                              absl::Span<const int32_t> tokens,
                                              int32_t position) const {
  const auto found = by_first_.find(document.token(tokens[position]).word);
  if (found == by_first_.end()) return {};
  const List& list = found->second;
  if (position + 1 < static_cast<int32_t>(tokens.size())) {
    const uint64_t next = BitOf(document.token(tokens[position + 1]).word);
    if ((list.second & next) != 0) {
      for (int32_t index : list.longer) {
        const Compiled& pattern = patterns_[index];
        if ((pattern.second & next) == 0) continue;
        const int32_t length = LengthAt(pattern, document, tokens, position);
        if (length != 0) {
          return {length, pattern.size, pattern.has_gap, &signals_[index]};
        }
      }
    }
  }
  if (list.single < 0) return {};
  return {1, 1, false, &signals_[list.single]};
}

}  // namespace onrecord::stance
