#ifndef ONRECORD_INGEST_PUBLICATION_DATE_H_
#define ONRECORD_INGEST_PUBLICATION_DATE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "ingest/article.h"
#include "text/lexicon.h"

namespace onrecord::ingest {

// The day that a metadata field names: "2023-12-28", RFC 3339, RFC 2822 ("Thu,
// 28 Dec 2023 15:59:00 GMT"), "December 28, 2023". The day is the one written,
// whatever the time zone. nullopt for a date without a day, and for numbers
// whose day and month could be exchanged ("3/4/2024").
absl::optional<absl::CivilDay> ParsePublicationDate(
    absl::string_view metadata, const text::Lexicon& lexicon);

// The date line of a page, looked for at its top and its bottom only.
absl::optional<absl::CivilDay> FindPublicationDate(
    absl::string_view page, const text::Lexicon& lexicon);

// Sets `published` and `date_source` of an article whose text is set: from
// `metadata`, else from its page, else from `fallback` ("YYYY-MM-DD" or empty).
// A field that cannot be read and a date that is not known are warnings.
void DatePublication(absl::string_view metadata, absl::string_view fallback,
                     const text::Lexicon& lexicon, Article* article);

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_PUBLICATION_DATE_H_
