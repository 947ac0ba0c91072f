#ifndef ONRECORD_CLI_TOTALS_TEXT_H_
#define ONRECORD_CLI_TOTALS_TEXT_H_

#include <string>

#include "cli/terminal.h"
#include "proto/history.pb.h"

namespace onrecord::cli {

// The totals of a history for people: for each question with statements how
// often the speakers of each country and organisation took each position, in
// all and by month, and who moved to which position after whom. Empty if there
// are no statements.
std::string TotalsText(const v1::History& history, const Terminal& terminal);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_TOTALS_TEXT_H_
