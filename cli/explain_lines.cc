#include "cli/explain_lines.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "cli/labels.h"
#include "cli/record_text.h"

namespace onrecord::cli {
namespace {

// 1-based line and column, in characters, of a byte.
struct Place {
  int line = 1;
  int column = 1;
};

Place PlaceOf(absl::string_view text, int offset) {
  Place place;
  offset = std::clamp<int>(offset, 0, static_cast<int>(text.size()));
  for (char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((c & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

void AppendLine(const v1::Article& article, int offset, absl::string_view what,
                absl::string_view rule, std::string* out) {
  const Place place = PlaceOf(article.text(), offset);
  const std::string flat = absl::StrReplaceAll(what, {{"\n", " "}});
  absl::StrAppend(out, article.source(), ":", place.line, ":", place.column,
                  ": ", flat, rule.empty() ? "" : absl::StrCat(" [", rule, "]"),
                  "\n");
}

void AppendQuoteLines(const v1::Article& article, const v1::Quote& quote,
                      std::string* out) {
  const int begin = quote.content().empty() ? 0 : quote.content(0).begin();
  const std::string words =
      absl::StrCat(KindName(quote.kind()), " “", quote.text(), "”");
  if (!IsSpeech(quote)) {
    AppendLine(article, begin, words, "", out);
    return;
  }
  AppendLine(article, begin,
             absl::StrCat(words, " by ", SpeakerText(quote.attribution())),
             quote.attribution().rule(), out);
  AppendLine(article,
             quote.has_said_evidence() ? quote.said_evidence().begin() : begin,
             SaidText(article.text(), quote), "said", out);
  for (const v1::Stance& stance : quote.stances()) {
    if (stance.label() == v1::STANCE_LABEL_NONE) continue;
    for (const v1::Evidence& evidence : stance.evidence()) {
      AppendLine(article, evidence.span().begin(),
                 absl::StrCat(stance.target(), " ", LabelName(stance.label()),
                              ": “", SliceOf(article.text(), evidence.span()),
                              "” ", ScoreText(evidence.weight())),
                 evidence.rule(), out);
    }
  }
}

}  // namespace

std::string ExplainLines(const v1::ArticleRecord& record) {
  std::string out;
  for (const v1::Quote& quote : record.quotes()) {
    AppendQuoteLines(record.article(), quote, &out);
  }
  for (const std::string& error : record.errors()) {
    absl::StrAppend(&out, error, "\n");
  }
  return out;
}

}  // namespace onrecord::cli
