#ifndef ONRECORD_CLI_SELECTION_FLAGS_H_
#define ONRECORD_CLI_SELECTION_FLAGS_H_

#include "pipeline/selection.h"

namespace CLI {
class App;
}  // namespace CLI

namespace onrecord::cli {

// Adds --since, --until, --outlet and --speaker to a subcommand that shows a
// history; `selection` must outlive the parsing.
void AddSelectionFlags(CLI::App& app, pipeline::Selection* selection);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_SELECTION_FLAGS_H_
