#include "cli/http_accept.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace onrecord::cli {
namespace {

// One member of a header: "application/json;q=0.5".
struct Range {
  std::string name;  // Lower case.
  double quality = 1;
};

std::vector<Range> ParseRanges(absl::string_view header) {
  std::vector<Range> ranges;
  for (absl::string_view member : absl::StrSplit(header, ',')) {
    const std::vector<absl::string_view> parts = absl::StrSplit(member, ';');
    Range range;
    range.name =
        absl::AsciiStrToLower(absl::StripAsciiWhitespace(parts.front()));
    for (size_t i = 1; i < parts.size(); ++i) {
      absl::string_view part = absl::StripAsciiWhitespace(parts[i]);
      if (!absl::ConsumePrefix(&part, "q=")) continue;
      if (!absl::SimpleAtod(part, &range.quality)) range.quality = 0;
    }
    if (!range.name.empty()) ranges.push_back(std::move(range));
  }
  return ranges;
}

// How closely a range names a type: 0 not at all, 1 "*/*", 2 "type/*", 3 it.
int Closeness(absl::string_view range, absl::string_view type) {
  if (range == type) return 3;
  if (range == "*/*" || range == "*") return 1;
  const absl::string_view family = type.substr(0, type.find('/'));
  return range == absl::StrCat(family, "/*") ? 2 : 0;
}

// The quality that the closest range gives; 0 where none names the type.
double Quality(const std::vector<Range>& ranges, absl::string_view type) {
  int closest = 0;
  double quality = 0;
  for (const Range& range : ranges) {
    const int closeness = Closeness(range.name, type);
    if (closeness > closest) {
      closest = closeness;
      quality = range.quality;
    }
  }
  return quality;
}

}  // namespace

int BestMediaType(absl::string_view accept,
                  const std::vector<absl::string_view>& offered) {
  const std::vector<Range> ranges =
      ParseRanges(accept.empty() ? "*/*" : accept);
  int best = -1;
  double best_quality = 0;
  for (size_t i = 0; i < offered.size(); ++i) {
    const double quality = Quality(ranges, offered[i]);
    if (quality > best_quality) {
      best = static_cast<int>(i);
      best_quality = quality;
    }
  }
  return best;
}

bool AcceptsGzip(absl::string_view accept_encoding) {
  return Quality(ParseRanges(accept_encoding), "gzip") > 0;
}

}  // namespace onrecord::cli
