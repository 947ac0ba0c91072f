#include "cli/record_text.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/labels.h"

namespace onrecord::cli {
namespace {

constexpr int kIndent = 4;

void AppendBlock(const Terminal& terminal, Style style, absl::string_view text,
                 std::string* out) {
  for (const std::string& line : Wrap(text, terminal.width - kIndent)) {
    absl::StrAppend(out, std::string(kIndent, ' '),
                    Paint(terminal, style, line), "\n");
  }
}

void AppendQuote(const v1::Quote& quote, int number, const Terminal& terminal,
                 std::string* out) {
  absl::StrAppend(out, "  ", number, " ");
  if (IsSpeech(quote)) {
    absl::StrAppend(
        out, Paint(terminal, Style::kBold, SpeakerText(quote.attribution())),
        ", ", KindName(quote.kind()), ", ", ChannelName(quote.channel()));
    if (!quote.said().empty()) absl::StrAppend(out, ", ", quote.said());
  } else {
    absl::StrAppend(out, KindName(quote.kind()));
  }
  for (const v1::Stance& stance : quote.stances()) {
    if (stance.label() == v1::STANCE_LABEL_NONE) continue;
    absl::StrAppend(
        out, ", ", stance.target(), " ",
        Paint(terminal, LabelStyle(stance.label()), LabelName(stance.label())));
  }
  absl::StrAppend(out, "\n");
  AppendBlock(terminal, Style::kQuote, quote.text(), out);
}

// `"Thursday"` after a date or a channel, empty without evidence.
std::string Words(absl::string_view text, const v1::TextSpan& span) {
  const absl::string_view words = SliceOf(text, span);
  return words.empty() ? "" : absl::StrCat(" (“", words, "”)");
}

}  // namespace

absl::string_view SliceOf(absl::string_view text, const v1::TextSpan& span) {
  const bool fits = span.begin() >= 0 && span.begin() < span.end() &&
                    span.end() <= static_cast<int>(text.size());
  return fits ? text.substr(span.begin(), span.end() - span.begin())
              : absl::string_view();
}

std::string SaidText(absl::string_view text, const v1::Quote& quote) {
  return absl::StrCat("said ", ChannelName(quote.channel()),
                      Words(text, quote.channel_evidence()), ", ",
                      quote.said().empty() ? "undated" : quote.said(),
                      Words(text, quote.said_evidence()));
}

std::string SpeakerText(const v1::Attribution& attribution) {
  if (!attribution.speaker_name().empty()) return attribution.speaker_name();
  if (!attribution.mention().text().empty()) {
    return absl::StrCat(attribution.mention().text(), " (unnamed)");
  }
  return "nobody";
}

std::string HeaderText(const v1::ArticleRecord& record,
                       const Terminal& terminal) {
  const v1::Article& article = record.article();
  std::string out;
  for (const std::string& text : record.errors()) {
    absl::StrAppend(&out, "not read: ", text, "\n");
  }
  if (!out.empty()) return out;
  const std::string& title =
      article.title().empty() ? article.id() : article.title();
  for (const std::string& line : Wrap(title, terminal.width)) {
    absl::StrAppend(&out, Paint(terminal, Style::kBold, line), "\n");
  }
  std::vector<std::string> about;
  if (!article.outlet().empty()) about.push_back(article.outlet());
  about.push_back(article.published().empty() ? "undated"
                                              : article.published());
  about.push_back(article.source());
  absl::StrAppend(
      &out, Paint(terminal, Style::kDim, absl::StrJoin(about, ", ")), "\n");
  return out;
}

std::string RecordText(const v1::ArticleRecord& record,
                       const Terminal& terminal) {
  std::string out = HeaderText(record, terminal);
  int number = 0;
  for (const v1::Quote& quote : record.quotes()) {
    AppendQuote(quote, ++number, terminal, &out);
  }
  absl::StrAppend(&out, "\n");
  return out;
}

}  // namespace onrecord::cli
