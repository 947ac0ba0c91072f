#include "ingest/publication_date.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "text/dates.h"
#include "text/document.h"
#include "text/normalize.h"

namespace onrecord::ingest {
namespace {

// The bytes at each end of a page in which its date line is looked for, and
// the shortest page that is cut for it.
constexpr size_t kEdgeBytes = 6000;
// A longer field is no date.
constexpr size_t kMaxFieldBytes = 100;

// How much of a field a message repeats.
constexpr size_t kMaxShownBytes = 40;

// The top and the bottom of `page`, cut at line ends.
std::string Edges(absl::string_view page) {
  if (page.size() <= 2 * kEdgeBytes) return std::string(page);
  const absl::string_view top = page.substr(0, kEdgeBytes);
  const absl::string_view bottom = page.substr(page.size() - kEdgeBytes);
  const size_t top_end = top.rfind('\n');
  const size_t bottom_begin = bottom.find('\n');
  return absl::StrCat(
      top_end == top.npos ? absl::string_view() : top.substr(0, top_end), "\n",
      bottom_begin == bottom.npos ? absl::string_view()
                                  : bottom.substr(bottom_begin));
}

std::string Format(absl::CivilDay day) { return absl::FormatCivilTime(day); }

}  // namespace

absl::optional<absl::CivilDay> ParsePublicationDate(
    absl::string_view metadata, const text::Lexicon& lexicon) {
  metadata = absl::StripAsciiWhitespace(metadata);
  if (const auto date = text::ParsePartialDate(metadata)) {
    if (date->day == 0) return absl::nullopt;
    return date->First();
  }
  if (metadata.size() > kMaxFieldBytes) return absl::nullopt;
  const text::Document field(std::string(metadata), lexicon);
  absl::optional<absl::CivilDay> day;
  for (const text::DateExpression& date : text::FindDates(field)) {
    if (date.anchor != text::DateAnchor::kAbsolute || date.date.day == 0) {
      continue;
    }
    if (day) return absl::nullopt;  // Two dates: a range.
    day = date.date.First();
  }
  return day;
}

absl::optional<absl::CivilDay> FindPublicationDate(
    absl::string_view page, const text::Lexicon& lexicon) {
  return text::FindPageDate(text::Document(Edges(page), lexicon));
}

void DatePublication(absl::string_view metadata, absl::string_view fallback,
                     const text::Lexicon& lexicon, Article* article) {
  const auto set = [article](std::string day, DateSource source) {
    article->published = std::move(day);
    article->date_source = source;
  };
  metadata = absl::StripAsciiWhitespace(metadata);
  if (!metadata.empty()) {
    if (const auto day = ParsePublicationDate(metadata, lexicon)) {
      return set(Format(*day), DateSource::kMetadata);
    }
    article->warnings.push_back(absl::StrCat(
        article->source, ": wanted a publication date such as 2023-12-28, ",
        "found \"", text::Normalize(metadata.substr(0, kMaxShownBytes)).text,
        "\""));
  }
  if (const auto day = FindPublicationDate(article->text, lexicon)) {
    return set(Format(*day), DateSource::kPage);
  }
  if (!fallback.empty()) {
    return set(std::string(fallback), DateSource::kOption);
  }
  article->warnings.push_back(
      absl::StrCat(article->source, ": wanted a publication date, found none; ",
                   "relative dates in this article stay unknown"));
}

}  // namespace onrecord::ingest
