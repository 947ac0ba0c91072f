#include "text/word_fold.h"

namespace onrecord::text {

bool SimplifyWord(absl::string_view word, char* out, size_t* size) {
  size_t n = 0;
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeAt(word, i);
    const size_t length = static_cast<size_t>(c.length);
    if (c.value == 0x2018 || c.value == 0x2019) {
      out[n++] = '\'';
    } else if (!IsIgnorable(c.value)) {
      std::memcpy(out + n, word.data() + i, length);
      n += length;
    }
    i += length;
  }
  *size = n;
  return n != word.size();
}

FoldedWord FoldWord(absl::string_view word) {
  FoldedWord folded;
  const size_t n = word.size();
  if (n == 0 || n > FoldedWord::kMaxBytes) return folded;
  folded.chunks[1] = 0;
  uint64_t any = 0;
  size_t i = 0;
  for (; i + 8 < n; i += 8) {
    const uint64_t x = LoadChunk(word.data() + i);
    any |= x;
    folded.chunks[i / 8] = LowerChunk(x);
  }
  const uint64_t x = LoadShortChunk(word.data() + i, n - i);
  any |= x;
  folded.chunks[i / 8] = LowerChunk(x);
  folded.length = static_cast<uint32_t>(n);
  if ((any & kHighBits) != 0) {
    char buffer[FoldedWord::kMaxBytes];
    size_t size;
    if (SimplifyWord(word, buffer, &size)) {
      return FoldWord(absl::string_view(buffer, size));
    }
  }
  return folded;
}

}  // namespace onrecord::text
