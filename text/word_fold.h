#ifndef ONRECORD_TEXT_WORD_FOLD_H_
#define ONRECORD_TEXT_WORD_FOLD_H_

#include <cstdint>
#include <cstring>

#include "absl/strings/string_view.h"
#include "text/unicode.h"

namespace onrecord::text {

// How the lexicon compares words: ASCII letters in lower case, curly
// apostrophes straight, without soft hyphens and joiners, in chunks of eight
// bytes that are padded with zeros. Little-endian machines only.

inline constexpr uint64_t kEachByte = 0x0101010101010101u;
inline constexpr uint64_t kHighBits = 0x80 * kEachByte;

// Lower case of eight bytes at once; bytes outside A-Z stay.
inline uint64_t LowerChunk(uint64_t x) {
  const uint64_t low = x & ~kHighBits;
  const uint64_t from_a = low + (0x80 - 'A') * kEachByte;
  const uint64_t past_z = low + (0x7F - 'Z') * kEachByte;
  const uint64_t upper = (from_a ^ past_z) & ~x & kHighBits;
  return x | upper >> 2;
}

// Eight bytes as one number.
inline uint64_t LoadChunk(const char* p) {
  uint64_t x;
  std::memcpy(&x, p, 8);
  return x;
}

// `n` bytes, 1 to 8, without reading past them.
inline uint64_t LoadShortChunk(const char* p, size_t n) {
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

inline uint64_t MixChunk(uint64_t hash, uint64_t chunk) {
  hash = (hash ^ chunk) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

// A folded word. Words that do not fit are in no lexicon: their length is 0.
struct FoldedWord {
  static constexpr size_t kMaxBytes = 64;
  static constexpr size_t kShortBytes = 16;  // Key() and Tail() tell it all.

  // Of a word that is not empty, the first two are always set.
  alignas(16) uint64_t chunks[kMaxBytes / 8];
  uint32_t length = 0;

  absl::string_view bytes() const {
    return absl::string_view(reinterpret_cast<const char*>(chunks), length);
  }
  // Adds an ASCII character; false if there is no room.
  bool Append(char c) {
    if (length == kMaxBytes) return false;
    const uint64_t byte = static_cast<unsigned char>(c);
    if (length == 0) chunks[1] = 0;
    if (length % 8 == 0) chunks[length / 8] = 0;
    chunks[length / 8] |= byte << (8 * (length % 8));
    ++length;
    return true;
  }
  // The word itself up to eight bytes, else a hash of it. Short words of one
  // key and tail are equal; a long word may share them with another.
  uint64_t Key() const {
    if (length <= kShortBytes) {
      return chunks[0] ^ chunks[1] * 0xD6E8FEB86659FD93u;
    }
    uint64_t key = length;
    for (uint32_t i = 0; i * 8 < length; ++i) key = MixChunk(key, chunks[i]);
    return key;
  }
  // What is behind the eighth byte of a short word; else no bytes of text.
  uint64_t Tail() const {
    return length <= kShortBytes ? chunks[1] : ~uint64_t{0};
  }
};

// Makes the apostrophes U+2018 and U+2019 straight and drops soft hyphens
// and joiners; false if there are none. `out` has room for word.size() bytes.
bool SimplifyWord(absl::string_view word, char* out, size_t* size);

// Folds `word`. Never reads outside it.
FoldedWord FoldWord(absl::string_view word);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_WORD_FOLD_H_
