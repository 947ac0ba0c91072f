#ifndef ONRECORD_CLI_COMMAND_H_
#define ONRECORD_CLI_COMMAND_H_

#include <functional>

#include "absl/status/status.h"

namespace CLI {
class App;
}  // namespace CLI

namespace onrecord::cli {

// What a subcommand does once its flags are read. Data goes to the standard
// output or -o FILE, everything else to the standard error. The status becomes
// the exit code, see exit_code.h.
using Action = std::function<absl::Status()>;

// Each adds one subcommand with its flags to the program and returns what it
// does; defined in <name>_command.cc.
Action AddExtract(CLI::App& app);
Action AddTrack(CLI::App& app);
Action AddMerge(CLI::App& app);
Action AddExplain(CLI::App& app);
Action AddReport(CLI::App& app);
Action AddRoster(CLI::App& app);
Action AddVerify(CLI::App& app);
Action AddRescue(CLI::App& app);
Action AddTargets(CLI::App& app);
Action AddSchema(CLI::App& app);
Action AddExport(CLI::App& app);
Action AddServe(CLI::App& app);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_COMMAND_H_
