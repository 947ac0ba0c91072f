#include "stance/pattern_index.h"

#include <algorithm>
#include <utility>

namespace onrecord::stance {
namespace {

bool Holds(const std::vector<text::WordId>& forms, text::WordId word) {
  return std::find(forms.begin(), forms.end(), word) != forms.end();
}

bool HasGap(const std::vector<std::vector<text::WordId>>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const auto& forms) { return forms.empty(); });
}

}  // namespace

PatternIndex::PatternIndex(std::vector<Pattern> patterns,
                           const text::Lexicon& lexicon) {
  for (Pattern& pattern : patterns) {
    Compiled compiled;
    compiled.signal = static_cast<int32_t>(signals_.size());
    for (const auto& forms : pattern.words) {
      std::vector<text::WordId>& ids = compiled.words.emplace_back();
      for (const std::string& form : forms) {
        const text::WordId id = lexicon.Find(form);
        if (id != 0 && !Holds(ids, id)) ids.push_back(id);
      }
    }
    for (text::WordId id : compiled.words[0]) {
      by_first_[id].push_back(static_cast<int32_t>(patterns_.size()));
    }
    signals_.push_back(std::move(pattern.signal));
    patterns_.push_back(std::move(compiled));
  }
  for (auto& [word, list] : by_first_) {
    std::stable_sort(list.begin(), list.end(), [this](int32_t a, int32_t b) {
      return patterns_[a].words.size() > patterns_[b].words.size();
    });
  }
}

int32_t PatternIndex::LengthAt(const Compiled& pattern,
                               const text::Document& document,
                               absl::Span<const int32_t> tokens,
                               int32_t position) const {
  const int32_t size = static_cast<int32_t>(tokens.size());
  int32_t at = position;
  for (size_t i = 0; i < pattern.words.size(); ++i) {
    if (pattern.words[i].empty()) {
      if (++i >= pattern.words.size()) return 0;
      const int32_t last = std::min(size - 1, at + kMaxGap);
      while (at <= last && document.token(tokens[at]).is_word() &&
             !Holds(pattern.words[i], document.token(tokens[at]).word)) {
        ++at;
      }
      if (at > last) return 0;
    }
    if (at >= size ||
        !Holds(pattern.words[i], document.token(tokens[at]).word)) {
      return 0;
    }
    ++at;
  }
  return at - position;
}

PatternIndex::Match PatternIndex::Longest(const text::Document& document,
                                          absl::Span<const int32_t> tokens,
                                          int32_t position) const {
  const text::WordId word = document.token(tokens[position]).word;
  if (word == 0) return {};
  const auto found = by_first_.find(word);
  if (found == by_first_.end()) return {};
  for (int32_t index : found->second) {
    const int32_t length =
        LengthAt(patterns_[index], document, tokens, position);
    if (length == 0) continue;
    return {length, HasGap(patterns_[index].words),
            &signals_[patterns_[index].signal]};
  }
  return {};
}

}  // namespace onrecord::stance
