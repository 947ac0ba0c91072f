#include "cli/run_counts.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "cli/exit_code.h"
#include "cli/labels.h"

namespace onrecord::cli {

void RunCounts::Count(const pipeline::ArticleRecord& record) {
  if (!record.errors.empty()) {
    ++bad;
    return;
  }
  ++articles;
  for (const pipeline::RecordedQuote& quote : record.quotes) {
    if (quote.quote.kind == quotes::QuoteKind::kScare) continue;
    ++quotes;
    if (quote.speaker >= 0 && !record.speakers[quote.speaker].name.empty()) {
      ++attributed;
    }
  }
}

void RunCounts::Add(const RunCounts& other) {
  articles += other.articles;
  repeats += other.repeats;
  bad += other.bad;
  quotes += other.quotes;
  attributed += other.attributed;
  bytes += other.bytes;
}

std::string RunCounts::Summary() const {
  std::string out = absl::StrCat(CountText(articles, "article"), ", ",
                                 CountText(quotes, "quotation"), ", ",
                                 attributed, " with a named speaker");
  if (repeats > 0) {
    absl::StrAppend(&out, ", ", CountText(repeats, "repeat"), " left out");
  }
  if (bad > 0) absl::StrAppend(&out, ", ", bad, " could not be read");
  return out;
}

absl::Status RunCounts::Verdict(const std::vector<std::string>& inputs,
                                double max_bad_ratio) const {
  if (articles == 0) {
    return BadDataError(absl::StrCat(
        absl::StrJoin(inputs, " "), ": want articles, found ",
        bad == 0
            ? std::string("none")
            : absl::StrCat("none that could be read (", bad, " could not)")));
  }
  const int64_t all = bad + articles + repeats;
  const double ratio = static_cast<double>(bad) / all;
  if (ratio <= max_bad_ratio) return absl::OkStatus();
  return BadDataError(absl::StrFormat(
      "%d of %d articles could not be read, more than --max_bad_ratio=%g", bad,
      all, max_bad_ratio));
}

}  // namespace onrecord::cli
