#ifndef ONRECORD_TEXT_SPAN_H_
#define ONRECORD_TEXT_SPAN_H_

#include <algorithm>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// A stretch of a text: UTF-8 bytes, half open, on code-point edges.
//
//   Invariant: 0 <= begin <= end <= text.size().
struct Span {
  int32_t begin = 0;  // Inclusive.
  int32_t end = 0;    // Exclusive.

  int32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(int32_t offset) const {
    return begin <= offset && offset < end;
  }
  bool Contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool Overlaps(Span other) const {
    return std::max(begin, other.begin) < std::min(end, other.end);
  }

  friend bool operator==(Span a, Span b) {
    return a.begin == b.begin && a.end == b.end;
  }
  friend bool operator!=(Span a, Span b) { return !(a == b); }
  friend bool operator<(Span a, Span b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  }
};

// The bytes of `text` that `span` covers. `text` must outlive the result.
inline absl::string_view Slice(absl::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// A run of tokens of one Document: indices, half open.
struct TokenRange {
  int32_t begin = 0;
  int32_t end = 0;

  int32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(int32_t token) const { return begin <= token && token < end; }
  friend bool operator==(TokenRange a, TokenRange b) {
    return a.begin == b.begin && a.end == b.end;
  }
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_SPAN_H_
