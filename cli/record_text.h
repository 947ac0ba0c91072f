#ifndef ONRECORD_CLI_RECORD_TEXT_H_
#define ONRECORD_CLI_RECORD_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "cli/terminal.h"
#include "proto/record.pb.h"

// Article records for people. The same record and terminal give the same text.
namespace onrecord::cli {

// What the article is: title, outlet, date, source; of one that could not be
// read only why not.
std::string HeaderText(const v1::ArticleRecord& record,
                       const Terminal& terminal);

// HeaderText() and one entry a quotation: who, when, where they stand, the
// words.
std::string RecordText(const v1::ArticleRecord& record,
                       const Terminal& terminal);

// "Ana Lopez", "a senior official (unnamed)", "nobody".
std::string SpeakerText(const v1::Attribution& attribution);

// "said in private (“in a leaked cable”), 2024-01-17 (“Wednesday”)". `text` is
// the article's.
std::string SaidText(absl::string_view text, const v1::Quote& quote);

// The bytes of a span; empty if it does not lie in the text, as where the
// text was left out.
absl::string_view SliceOf(absl::string_view text, const v1::TextSpan& span);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_RECORD_TEXT_H_
