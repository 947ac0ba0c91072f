#ifndef ONRECORD_TEXT_BYTE_HASH_H_
#define ONRECORD_TEXT_BYTE_HASH_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "text/word_fold.h"

namespace onrecord::text {

// A hash of some bytes, eight at a time: the same in every run and program of
// this version, so that tables may hold it. Not for what somebody could choose
// to make equal.
inline uint64_t HashBytes(absl::string_view bytes) {
  uint64_t hash = bytes.size();
  for (; bytes.size() > 8; bytes.remove_prefix(8)) {
    hash = MixChunk(hash, LoadChunk(bytes.data()));
  }
  if (bytes.empty()) return hash;
  return MixChunk(hash, LoadShortChunk(bytes.data(), bytes.size()));
}

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_BYTE_HASH_H_
