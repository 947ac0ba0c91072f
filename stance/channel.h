#ifndef ONRECORD_STANCE_CHANNEL_H_
#define ONRECORD_STANCE_CHANNEL_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "stance/phrase_finder.h"
#include "stance/phrase_table.h"
#include "stance/statement.h"
#include "stance/when_said.h"
#include "text/document.h"
#include "text/lexicon.h"
#include "text/span.h"

namespace onrecord::stance {

// In front of whom one quotation was said, and the words that say so.
struct SpokenChannel {
  Channel channel = Channel::kPublic;
  text::Span evidence;  // "privately told"; empty where nothing says so.
};

// Reads data/channel_phrases.tsv: `phrase <TAB> private|public <TAB> weight`,
// weight in (0, 1].
absl::StatusOr<PhraseTable> ReadChannelPhrases(absl::string_view file_name,
                                               absl::string_view tsv,
                                               const text::Lexicon& lexicon);

// Tells private words from public ones. Phrases count in the reporter's words
// of the sentence that tells of a quotation; strong private ones (a leaked
// cable) also for the sentences after them in their paragraph, as long as no
// public phrase or other occasion contradicts. Words about a leak ("asked about
// the cable") count for nothing.
//
//   Input:   quotes in text order; `hits` of `phrases` in this document.
//   Output:  one for each quote.
//   Errors:  none.
//   Example: `Lopez privately told envoys that ...` -> private, "privately".
std::vector<SpokenChannel> ResolveChannels(const text::Document& document,
                                           const std::vector<SaidQuote>& quotes,
                                           const PhraseTable& phrases,
                                           const std::vector<PhraseHit>& hits);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_CHANNEL_H_
