#include "stance/reported_shift.h"

#include <algorithm>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::Document;
using text::Span;

// Before a phrase it says that there is no such change.
constexpr text::WordSet kNegations = {"no",      "not",    "never",
                                      "without", "hardly", "n't"};

bool IsNegated(const Document& document, text::TokenRange phrase) {
  for (int32_t i = phrase.begin - 1;
       i >= std::max<int32_t>(0, phrase.begin - 3); --i) {
    if (kNegations.Has(document.token(i).word)) return true;
    if (!document.token(i).is_word()) return false;
  }
  return false;
}

class ReportFinder {
 public:
  ReportFinder(const Document& document, const std::vector<SaidQuote>& quotes,
               const std::vector<SpeakerPlace>& places,
               const PhraseTable& phrases)
      : document_(document), places_(places), phrases_(phrases) {
    for (const SaidQuote& quote : quotes) {
      if (!quote.marked) continue;
      marked_.insert(marked_.end(), quote.content.begin(), quote.content.end());
    }
    std::sort(marked_.begin(), marked_.end());
  }

  std::vector<FoundReport> Run(const std::vector<PhraseHit>& hits) {
    std::vector<FoundReport> found;
    int32_t last_sentence = -1;
    for (const PhraseHit& hit : hits) {
      const Span span = document_.SpanOf(hit.tokens);
      const int32_t sentence = document_.SentenceOf(hit.tokens.begin);
      if (sentence == last_sentence || InMarks(span)) continue;
      if (IsNegated(document_, hit.tokens)) continue;
      const PhraseTable::Row& row = phrases_.row(hit.row);
      FoundReport report;
      report.speaker = SpeakerOf(hit.tokens, sentence, row.value);
      if (report.speaker < 0) continue;
      report.evidence = span;
      report.report.reiterated = row.kind == "constancy";
      report.report.sentence =
          std::string(document_.Text(document_.sentences()[sentence].span));
      found.push_back(std::move(report));
      last_sentence = sentence;
    }
    return found;
  }

 private:
  bool InMarks(Span span) const {
    auto at = std::upper_bound(marked_.begin(), marked_.end(), span);
    if (at != marked_.end() && at->Overlaps(span)) return true;
    return at != marked_.begin() && std::prev(at)->Overlaps(span);
  }

  // The first place in a stretch of text, or the last one; -1 if none.
  int32_t PlaceIn(Span stretch, bool last) const {
    int32_t speaker = -1;
    auto at = std::lower_bound(
        places_.begin(), places_.end(), stretch.begin,
        [](const SpeakerPlace& p, int32_t b) { return p.span.begin < b; });
    for (; at != places_.end() && at->span.begin < stretch.end; ++at) {
      if (at->speaker < 0 || InMarks(at->span)) continue;
      speaker = at->speaker;
      if (!last) break;
    }
    return speaker;
  }

  int32_t SpeakerOf(text::TokenRange phrase, int32_t sentence,
                    absl::string_view side) const {
    const Span whole = document_.sentences()[sentence].span;
    const Span at = document_.SpanOf(phrase);
    const Span before{whole.begin, at.begin}, after{at.end, whole.end};
    int32_t speaker = -1;
    if (side != "after") speaker = PlaceIn(before, false);
    if (speaker < 0 && side != "before") speaker = PlaceIn(after, false);
    if (speaker >= 0) return speaker;
    speaker = PlaceIn(whole, false);
    if (speaker >= 0) return speaker;
    // "The reversal is complete."
    const int32_t paragraph = document_.sentences()[sentence].paragraph;
    for (int32_t s = sentence - 1; s >= 0; --s) {
      const text::Sentence& earlier = document_.sentences()[s];
      if (earlier.paragraph < paragraph - 1) break;
      speaker = PlaceIn(earlier.span, false);
      if (speaker >= 0) return speaker;
    }
    return -1;
  }

  const Document& document_;
  const std::vector<SpeakerPlace>& places_;
  const PhraseTable& phrases_;
  std::vector<Span> marked_;  // Sorted.
};

}  // namespace

absl::StatusOr<PhraseTable> ReadShiftPhrases(absl::string_view file_name,
                                             absl::string_view tsv,
                                             const text::Lexicon& lexicon) {
  absl::StatusOr<PhraseTable> table =
      PhraseTable::FromTsv(file_name, tsv, {"change", "constancy"}, lexicon);
  if (!table.ok()) return table;
  for (size_t i = 0; i < table->size(); ++i) {
    const PhraseTable::Row& row = table->row(static_cast<int32_t>(i));
    if (row.value != "before" && row.value != "after" && row.value != "any") {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ": ", row.phrase,
                       ": want one of before, after, any, got ", row.value));
    }
  }
  return table;
}

std::vector<FoundReport> FindReportedShifts(
    const Document& document, absl::optional<absl::CivilDay> published,
    const std::vector<SaidQuote>& quotes,
    const std::vector<SpeakerPlace>& places, const PhraseTable& phrases,
    const std::vector<PhraseHit>& hits) {
  std::vector<FoundReport> found =
      ReportFinder(document, quotes, places, phrases).Run(hits);
  for (FoundReport& report : found) {
    if (published.has_value()) {
      report.report.when = text::PartialDate::FromDay(*published);
    }
  }
  return found;
}

}  // namespace onrecord::stance
