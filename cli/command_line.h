#ifndef ONRECORD_CLI_COMMAND_LINE_H_
#define ONRECORD_CLI_COMMAND_LINE_H_

namespace onrecord::cli {

// The `onrecord` program: reads the command line, runs the subcommand, prints
// errors on the standard error. Returns the exit code, see exit_code.h.
//
// Relative paths mean the folder that `bazel run` was called in, where it was.
// A closed pipe ends the program quietly.
int RunCommandLine(int argc, char** argv);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_COMMAND_LINE_H_
