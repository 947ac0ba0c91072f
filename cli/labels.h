#ifndef ONRECORD_CLI_LABELS_H_
#define ONRECORD_CLI_LABELS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "cli/terminal.h"
#include "proto/history.pb.h"
#include "proto/record.pb.h"

// The words in which readable output names the values of the records.
namespace onrecord::cli {

// "FAVOR", "AGAINST", "MIXED", "none"; at most 7 columns.
absl::string_view LabelName(v1::StanceLabel label);
Style LabelStyle(v1::StanceLabel label);

// "direct", "mixed", "indirect", "not speech".
absl::string_view KindName(v1::QuoteKind kind);

// False of titles and slogans in marks: nobody says them, at no time, and they
// do not count as quotations.
bool IsSpeech(const v1::Quote& quote);

// "1 article", "12 articles": `noun` with an s where it needs one.
std::string CountText(int64_t count, absl::string_view noun);

// "in public", "in private".
absl::string_view ChannelName(v1::Channel channel);

// "+0.25"; what rounds to nothing is "+0.00" from either side.
std::string ScoreText(double score);

// "CHANGED SIDES", "SOFTENED", "HARDENED".
absl::string_view ShiftName(v1::ShiftKind kind);

// How sure a shift is, as a reader needs to know it.
absl::string_view TierName(v1::ShiftTier tier);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_LABELS_H_
