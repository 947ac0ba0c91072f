#ifndef ONRECORD_TEXT_WORD_FOLD_H_
#define ONRECORD_TEXT_WORD_FOLD_H_

#include <cstdint>
#include <cstring>

#include "absl/strings/string_view.h"
#include "text/unicode.h"

namespace onrecord::text {

// A word as the lexicon compares it: ASCII letters in lower case, curly
// apostrophes straight, without soft hyphens and joiners, in chunks of eight
// bytes that are padded with zeros. Words that do not fit are in no lexicon:
// their length is 0.
struct FoldedWord {
  static constexpr size_t kMaxBytes = 64;

  uint64_t chunks[kMaxBytes / 8];
  uint32_t length = 0;

  // The folded bytes; little-endian machines only.
  absl::string_view bytes() const {
    return absl::string_view(reinterpret_cast<const char*>(chunks), length);
  }
  uint64_t Hash() const {
    uint64_t hash = chunks[0] * 0x9E3779B97F4A7C15u ^ length;
    for (uint32_t i = 1; i * 8 < length; ++i) {
      hash = ((hash >> 29) ^ hash ^ chunks[i]) * 0xBF58476D1CE4E5B9u;
    }
    return hash ^ hash >> 32;
  }
};

namespace word_fold_internal {

constexpr uint64_t kEach = 0x0101010101010101u;

// Lower case of eight bytes at once; bytes outside A-Z stay.
inline uint64_t Lower(uint64_t x) {
  const uint64_t low = x & (0x7F * kEach);
  const uint64_t from_a = low + (0x80 - 'A') * kEach;
  const uint64_t past_z = low + (0x7F - 'Z') * kEach;
  const uint64_t upper = (from_a ^ past_z) & ~x & (0x80 * kEach);
  return x | upper >> 2;
}

inline uint64_t LoadFull(const char* p) {
  uint64_t x;
  std::memcpy(&x, p, 8);
  return x;
}

// `n` bytes, 1 to 8, without reading past them.
inline uint64_t LoadTail(const char* p, size_t n) {
  if (n >= 4) {
    uint32_t head, tail;
    std::memcpy(&head, p, 4);
    std::memcpy(&tail, p + n - 4, 4);
    return head | static_cast<uint64_t>(tail) << (8 * (n - 4));
  }
  const auto byte = [p](size_t i) {
    return static_cast<uint64_t>(static_cast<unsigned char>(p[i]));
  };
  return byte(0) | byte(n / 2) << (8 * (n / 2)) | byte(n - 1) << (8 * (n - 1));
}

// Makes the apostrophes U+2018 and U+2019 straight and drops soft hyphens
// and joiners; false if there are none.
inline bool Simplify(absl::string_view word, char* out, size_t* size) {
  size_t n = 0;
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeAt(word, i);
    if (c.value == 0x2018 || c.value == 0x2019) {
      out[n++] = '\'';
    } else if (!IsIgnorable(c.value)) {
      std::memcpy(out + n, word.data() + i, static_cast<size_t>(c.length));
      n += static_cast<size_t>(c.length);
    }
    i += static_cast<size_t>(c.length);
  }
  *size = n;
  return n != word.size();
}

}  // namespace word_fold_internal

// Folds `word`. Never reads outside it.
inline FoldedWord Fold(absl::string_view word) {
  namespace internal = word_fold_internal;
  FoldedWord folded;
  const size_t n = word.size();
  if (n == 0 || n > FoldedWord::kMaxBytes) return folded;
  uint64_t any = 0;
  size_t i = 0;
  for (; i + 8 < n; i += 8) {
    const uint64_t x = internal::LoadFull(word.data() + i);
    any |= x;
    folded.chunks[i / 8] = internal::Lower(x);
  }
  const uint64_t x = internal::LoadTail(word.data() + i, n - i);
  any |= x;
  folded.chunks[i / 8] = internal::Lower(x);
  folded.length = static_cast<uint32_t>(n);
  if ((any & 0x80 * internal::kEach) != 0) {
    char buffer[FoldedWord::kMaxBytes];
    size_t size;
    if (internal::Simplify(word, buffer, &size)) {
      return Fold(absl::string_view(buffer, size));
    }
  }
  return folded;
}

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_WORD_FOLD_H_
