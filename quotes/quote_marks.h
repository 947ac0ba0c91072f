#ifndef ONRECORD_QUOTES_QUOTE_MARKS_H_
#define ONRECORD_QUOTES_QUOTE_MARKS_H_

#include <cstdint>
#include <vector>

#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// Marks that can close what another one of their family opened.
enum class MarkFamily : uint8_t {
  kDouble,     // “ ” „ ‟ " `` ''
  kSingle,     // ‘ ’ ‚ ‛ ' ` ´
  kGuillemet,  // « »
  kAngle,      // ‹ ›
};

// Which way a glyph points by itself.
enum class MarkGlyph : uint8_t { kOpen, kClose, kNeutral };

// One quotation mark of a paragraph and what stands beside it.
struct QuoteMark {
  int32_t token = 0;
  MarkFamily family = MarkFamily::kDouble;
  MarkGlyph glyph = MarkGlyph::kNeutral;
  bool space_before = false;  // Or paragraph start, bracket, dash, mark.
  bool space_after = false;   // Or paragraph end, punctuation, mark.
  bool stop_before = false;   // Right behind , . ? ! ; : …
  bool stop_after = false;
  bool sentence_before = false;  // Right behind . ? ! or a colon.
  bool possessive = false;  // May be that of a plural: "the wives’ letter".
  bool measure = false;     // May stand for inches: 17", 6'2".

  bool looks_open() const { return space_before && !space_after; }
  bool looks_close() const { return !space_before && space_after; }
};

// Puts the quotation marks of `paragraph` into `marks` (cleared first), in text
// order. Apostrophes are left out: those inside words are part of their tokens
// anyway, and those of decades (’90s), elisions (’em, rock ’n’ roll, goin’)
// are told by the word beside them, with whatever glyph they are written.
void CollectMarks(const text::Document& document, text::TokenRange paragraph,
                  std::vector<QuoteMark>* marks);

// The family and glyph of the mark at `token`, which is a Punct::kMark.
// False if it is none of ours.
bool ReadGlyph(const text::Document& document, int32_t token,
               MarkFamily* family, MarkGlyph* glyph);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_QUOTE_MARKS_H_
