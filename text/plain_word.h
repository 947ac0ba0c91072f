#ifndef ONRECORD_TEXT_PLAIN_WORD_H_
#define ONRECORD_TEXT_PLAIN_WORD_H_

#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "absl/strings/string_view.h"
#include "text/word_fold.h"

namespace onrecord::text {

// A run of up to 15 ASCII letters, digits and underscores, read and folded in
// one step: nine words in ten of the news. Where the processor has no such
// step, no word is plain, and all go the longer way.
struct PlainWord {
  FoldedWord folded;
  // Which of its bytes are capitals, small letters and digits; bit 0 is the
  // first byte.
  uint32_t upper = 0;
  uint32_t lower = 0;
  uint32_t digits = 0;

  // Reads the run that begins at text[at], at least one byte; false if it is
  // longer, or begins within 16 bytes of the text's end.
  bool Read(absl::string_view text, size_t at);
};

#ifdef __SSE2__

inline bool PlainWord::Read(absl::string_view text, size_t at) {
  constexpr size_t kWidth = 16;
  // 16 bytes of ones, then 16 of zeros: from 16 - n on, n bytes are kept.
  alignas(16) static constexpr uint64_t kKeep[4] = {~uint64_t{0}, ~uint64_t{0},
                                                    0, 0};
  if (at + kWidth > text.size()) return false;
  const auto between = [](__m128i x, char first, char last) {
    const __m128i past_first = _mm_sub_epi8(x, _mm_set1_epi8(first));
    const __m128i most = _mm_set1_epi8(static_cast<char>(last - first));
    return _mm_cmpeq_epi8(past_first, _mm_min_epu8(past_first, most));
  };
  const auto bits = [](__m128i x) {
    return static_cast<uint32_t>(_mm_movemask_epi8(x));
  };
  const __m128i x =
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
  const __m128i case_bit = _mm_set1_epi8(0x20);
  const __m128i letters = between(_mm_or_si128(x, case_bit), 'a', 'z');
  const __m128i numerals = between(x, '0', '9');
  const __m128i line = _mm_cmpeq_epi8(x, _mm_set1_epi8('_'));
  const uint32_t run =
      bits(_mm_or_si128(_mm_or_si128(letters, numerals), line));
  const int length = __builtin_ctz(~run);
  if (length == static_cast<int>(kWidth)) return false;
  const uint32_t inside = (1u << length) - 1;
  // The case bit of each byte, moved up to where bits() looks.
  const uint32_t cased = bits(_mm_slli_epi16(x, 2));
  upper = bits(letters) & inside & ~cased;
  lower = bits(letters) & inside & cased;
  digits = bits(numerals) & inside;
  const __m128i keep = _mm_loadu_si128(reinterpret_cast<const __m128i*>(
      reinterpret_cast<const char*>(kKeep) + kWidth - length));
  _mm_store_si128(
      reinterpret_cast<__m128i*>(folded.chunks),
      _mm_and_si128(keep, _mm_or_si128(x, _mm_and_si128(letters, case_bit))));
  folded.length = static_cast<uint32_t>(length);
  return true;
}

#else

inline bool PlainWord::Read(absl::string_view, size_t) { return false; }

#endif

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_PLAIN_WORD_H_
