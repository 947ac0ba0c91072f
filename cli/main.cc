#include "cli/command_line.h"

int main(int argc, char** argv) {
  return onrecord::cli::RunCommandLine(argc, argv);
}
