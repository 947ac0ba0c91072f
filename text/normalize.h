#ifndef ONRECORD_TEXT_NORMALIZE_H_
#define ONRECORD_TEXT_NORMALIZE_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// A text that is valid UTF-8, and what had to be mended to make it so.
struct NormalizedText {
  std::string text;
  int32_t invalid_bytes = 0;    // Became U+FFFD, or Windows-1252 characters.
  int32_t removed_nuls = 0;     // NUL and other control characters removed.
  bool had_byte_order_mark = false;
};

// Makes `raw` fit to be stored: the result is what all spans index.
//
// UTF-8 and UTF-16 byte-order marks are removed (UTF-16 is decoded). CRLF and
// CR become LF; NUL and C0/C1 controls other than tab and LF are removed;
// no-break spaces become blanks, zero-width characters and soft hyphens go.
// Where the bytes are not UTF-8, 0x80-0x9F and Latin-1 bytes are read as
// Windows-1252 ("smart quotes"), and U+FFFD stands for what has no meaning
// there. Valid UTF-8 without any of these comes back byte for byte.
NormalizedText Normalize(absl::string_view raw);

// True if every byte of `text` belongs to a well-formed UTF-8 sequence.
bool IsValidUtf8(absl::string_view text);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_NORMALIZE_H_
