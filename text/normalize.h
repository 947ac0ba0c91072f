#ifndef ONRECORD_TEXT_NORMALIZE_H_
#define ONRECORD_TEXT_NORMALIZE_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// A text that is valid UTF-8, and what had to be mended to make it so.
struct NormalizedText {
  std::string text;
  int32_t invalid_bytes = 0;  // Became Windows-1252 characters or U+FFFD.
  int32_t controls = 0;       // NUL and other controls that became blanks.
  bool had_byte_order_mark = false;
};

// Makes `raw` fit to be stored: the result is what all spans index.
//
// Offsets into valid UTF-8 stay true: CR becomes LF, the CR of a CRLF a blank,
// NUL and the other ASCII controls but tab and LF a blank, and nothing else
// changes (no-break spaces, zero-width characters and soft hyphens stay; the
// tokenizer knows them). What moves offsets: a byte-order mark goes (UTF-16 is
// decoded); where bytes are not UTF-8, Windows-1252 is read ("smart quotes"),
// and U+FFFD stands for what has no meaning there; so are the C1 controls that
// a wrong decoding of Windows-1252 leaves.
NormalizedText Normalize(absl::string_view raw);

// True if every byte of `text` belongs to a well-formed UTF-8 sequence.
bool IsValidUtf8(absl::string_view text);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_NORMALIZE_H_
