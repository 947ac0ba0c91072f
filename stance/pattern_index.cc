#include "stance/pattern_index.h"

#include <algorithm>

#include "absl/status/status.h"
#include "stance/pattern_compiler.h"
#include "text/table_image.h"

namespace onrecord::stance {

PatternIndex::PatternIndex(const std::vector<Pattern>& patterns,
                           const text::Lexicon& lexicon)
    : owned_(std::make_shared<const std::string>(
          CompilePatterns(patterns, lexicon))) {
  View(*owned_);
}

absl::StatusOr<PatternIndex> PatternIndex::FromImage(absl::string_view image) {
  PatternIndex index;
  if (!index.View(image)) {
    return absl::DataLossError("want the image of patterns, got other bytes");
  }
  return index;
}

bool PatternIndex::View(absl::string_view image) {
  if (!text::ReadTables(image, &tables_) || tables_.signals.empty()) {
    return false;
  }
  image_ = image;
  signals_.resize(tables_.signals.size() - 1);
  for (size_t i = 0; i < signals_.size(); ++i) {
    const Tables::Signal& from = tables_.signals[i];
    Signal& signal = signals_[i];
    signal.kind = static_cast<SignalKind>(from.kind);
    signal.sign = from.sign;
    signal.of_target = (from.flags & kOfTargetFlag) != 0;
    signal.verb = (from.flags & kVerbFlag) != 0;
    signal.adjective = (from.flags & kAdjectiveFlag) != 0;
    signal.beside_object = (from.flags & kBesideObjectFlag) != 0;
    signal.name.assign(tables_.names.data() + from.name,
                       tables_.signals[i + 1].name - from.name);
  }
  return true;
}

bool PatternIndex::Holds(Tables::Slot slot, text::WordId word) const {
  const auto begin = tables_.forms.begin() + slot.begin;
  const auto end = tables_.forms.begin() + slot.end;
  return std::find(begin, end, word) != end;
}

int32_t PatternIndex::LengthAt(const Tables::Pattern& pattern,
                               const text::Document& document,
                               absl::Span<const int32_t> tokens,
                               int32_t position) const {
  const int32_t size = static_cast<int32_t>(tokens.size());
  int32_t at = position + 1;
  const uint32_t end = pattern.first_slot + pattern.size;
  for (uint32_t i = pattern.first_slot + 1; i < end; ++i) {
    if (tables_.slots[i].gap()) {
      if (++i >= end) return 0;
      const int32_t last = std::min(size - 1, at + kMaxGap);
      while (at <= last && document.token(tokens[at]).is_word() &&
             !Holds(tables_.slots[i], document.token(tokens[at]).word)) {
        ++at;
      }
      if (at > last) return 0;
    }
    if (at >= size ||
        !Holds(tables_.slots[i], document.token(tokens[at]).word)) {
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
  const Tables::Head& head = HeadOf(document.token(token).word);
  int32_t next = token + 1;
  while (next < count && document.token(next).Is(text::Punct::kMark)) ++next;
  if (next >= count ||
      (head.second & Tables::BitOf(document.token(next).word)) == 0) {
    return Single(head);
  }
  int32_t window[kLongest] = {token};
  size_t size = 1;
  for (int32_t i = next; i < count && size < kLongest; ++i) {
    if (document.token(i).Is(text::Punct::kMark)) continue;
    window[size++] = i;
  }
  return LongestFrom(document, {window, size}, 0);
}

PatternIndex::Match PatternIndex::LongestFrom(const text::Document& document,
                                              absl::Span<const int32_t> tokens,
                                              int32_t position) const {
  const Tables::Head& head = HeadOf(document.token(tokens[position]).word);
  if (position + 1 >= static_cast<int32_t>(tokens.size())) return Single(head);
  const uint64_t next =
      Tables::BitOf(document.token(tokens[position + 1]).word);
  if ((head.second & next) == 0) return Single(head);
  for (uint32_t i = head.longer_begin; i < head.longer_end; ++i) {
    const int32_t index = tables_.longer[i];
    const Tables::Pattern& pattern = tables_.patterns[index];
    if ((pattern.second & next) == 0) continue;
    const int32_t length = LengthAt(pattern, document, tokens, position);
    if (length != 0) {
      return {length, pattern.size, pattern.has_gap != 0, &signals_[index]};
    }
  }
  return Single(head);
}

PatternIndex::Match PatternIndex::Single(const Tables::Head& head) const {
  if (head.single < 0) return {};
  return {1, 1, false, &signals_[head.single]};
}

}  // namespace onrecord::stance
