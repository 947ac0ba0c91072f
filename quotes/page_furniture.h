#ifndef ONRECORD_QUOTES_PAGE_FURNITURE_H_
#define ONRECORD_QUOTES_PAGE_FURNITURE_H_

#include <cstdint>

#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// True if `label` is what a page puts before a line of its own and no person
// speaks under: "Photo", "RELATED", "Read more", "Editor's note".
bool IsPageLabel(const text::Document& document, text::TokenRange label);

// True if nearly every longer word is capitalised, as in headlines: capitals
// tell no names there.
bool IsTitleCase(const text::Document& document, text::TokenRange tokens);

// True if paragraph `index` is no text of the article: its headline, a caption
// or credit, a teaser of another page, a box for a newsletter. What stands in
// marks there ("Minister vows 'no retreat'") is nobody's quotation.
//
// A headline is a first line without a full stop, or in title case, that
// other paragraphs follow; a teaser opens with a page label and a colon, or
// has one alone; a caption ends in "Photo: ..." or "Image: ...".
bool IsPageFurniture(const text::Document& document, int32_t index);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_PAGE_FURNITURE_H_
