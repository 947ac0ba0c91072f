#ifndef ONRECORD_STANCE_REPORTED_SHIFT_H_
#define ONRECORD_STANCE_REPORTED_SHIFT_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/optional.h"
#include "stance/phrase_finder.h"
#include "stance/phrase_table.h"
#include "stance/statement.h"
#include "stance/when_said.h"
#include "text/document.h"
#include "text/lexicon.h"
#include "text/span.h"

namespace onrecord::stance {

// A reporter's sentence of change or constancy, and whom it is about.
struct FoundReport {
  ReportedShift report;  // `reiterated`, `when` and `sentence` are set.
  int32_t speaker = -1;  // As in SpeakerPlace; never -1 in a result.
  text::Span evidence;   // "a shift for"
};

// Reads data/shift_phrases.tsv: `phrase <TAB> change|constancy <TAB> side`.
// `side` says where the sentence names the one it is about: "before" the
// phrase ("Lopez reversed course"), "after" it ("a shift for Lopez") or "any".
absl::StatusOr<PhraseTable> ReadShiftPhrases(absl::string_view file_name,
                                             absl::string_view tsv,
                                             const text::Lexicon& lexicon);

// Finds the sentences in which the reporter says that somebody changed
// position, or did not. Words inside quotation marks are not the reporter's.
//
//   Input:   `places` in text order; one place for each mention of a speaker.
//            `hits` of `phrases` in this document.
//            A sentence that names nobody is about whom the one before it in
//            the paragraph, or the paragraph before, is about.
//   Output:  in text order; at most one for each sentence. `when` is the
//            publication date.
//   Errors:  none.
std::vector<FoundReport> FindReportedShifts(
    const text::Document& document, absl::optional<absl::CivilDay> published,
    const std::vector<SaidQuote>& quotes,
    const std::vector<SpeakerPlace>& places, const PhraseTable& phrases,
    const std::vector<PhraseHit>& hits);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_REPORTED_SHIFT_H_
