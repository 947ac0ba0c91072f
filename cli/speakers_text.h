#ifndef ONRECORD_CLI_SPEAKERS_TEXT_H_
#define ONRECORD_CLI_SPEAKERS_TEXT_H_

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "pipeline/build_history.h"

namespace onrecord::cli {

// Every speaker with id, other names, dated roles, and for each article the
// name it has there and the reason why it is the same one. A name that several
// people share is marked.
std::string SpeakersText(const std::vector<pipeline::SeenSpeaker>& speakers,
                         const Terminal& terminal);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_SPEAKERS_TEXT_H_
