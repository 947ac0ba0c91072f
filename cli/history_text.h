#ifndef ONRECORD_CLI_HISTORY_TEXT_H_
#define ONRECORD_CLI_HISTORY_TEXT_H_

#include <string>

#include "cli/terminal.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// A history for people: the question most talked about first, what the marks
// mean, then each speaker's dated positions with the words, where they were
// printed, and every shift and split. Speakers who changed come first, then
// those with a split, then those who said most. Questions that nobody takes a
// position on are left out unless there is no other. The same history and
// terminal give the same text.
std::string HistoryText(const v1::History& history, const Terminal& terminal);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HISTORY_TEXT_H_
