#include "ingest/publication_date.h"

#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
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

constexpr size_t kYearDigits = 4;
// White space aside, no more bytes stand between a date's day and its year:
// "th of September, ".
constexpr size_t kMaxBetweenDayAndYear = 40;

// True if a number stands shortly before the end of `text`.
bool EndsNearNumber(absl::string_view text) {
  size_t bytes = 0;
  for (size_t i = text.size(); i-- > 0 && bytes <= kMaxBetweenDayAndYear;) {
    if (absl::ascii_isdigit(static_cast<unsigned char>(text[i]))) return true;
    if (!absl::ascii_isspace(static_cast<unsigned char>(text[i]))) ++bytes;
  }
  return false;
}

// True for what stands behind the year of 2023-12-28.
bool GoesOnWithNumber(absl::string_view text) {
  return text.size() >= 2 && absl::StrContains("-/.", text.substr(0, 1)) &&
         absl::ascii_isdigit(static_cast<unsigned char>(text[1]));
}

// False if nothing in `page` can be a date with its day. Most pages without a
// date line are told by this; to read them as documents costs as much as all
// that comes later.
bool MayNameDay(absl::string_view page) {
  const auto is_digit = [page](size_t i) {
    return absl::ascii_isdigit(static_cast<unsigned char>(page[i]));
  };
  // A year covers one of the bytes that are looked at.
  for (size_t i = kYearDigits - 1; i < page.size(); i += kYearDigits) {
    if (!is_digit(i)) continue;
    size_t begin = i;
    while (begin > 0 && is_digit(begin - 1)) --begin;
    size_t end = i + 1;
    while (end < page.size() && is_digit(end)) ++end;
    const bool year = end - begin >= kYearDigits;
    if (year && (EndsNearNumber(page.substr(0, begin)) ||
                 GoesOnWithNumber(page.substr(end)))) {
      return true;
    }
    i = end;
  }
  return false;
}

// With four digits of the year, always.
std::string Format(absl::CivilDay day) {
  return text::PartialDate::FromDay(day).ToString();
}

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
  std::string edges = Edges(page);
  if (!MayNameDay(edges)) return absl::nullopt;
  return text::FindPageDate(text::Document(std::move(edges), lexicon));
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
