#ifndef ONRECORD_CLI_OUTPUT_FLAGS_H_
#define ONRECORD_CLI_OUTPUT_FLAGS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace CLI {
class App;
}  // namespace CLI

namespace onrecord::cli {

// How a command writes its result.
enum class Format {
  kBinary,       // binpb: protobuf's wire format.
  kJson,         // json: one indented JSON value.
  kJsonLines,    // jsonl: one JSON value a line.
  kTextproto,    // txtpb: protobuf's text format.
  kText,         // text: for people.
  kDefinitions,  // proto: a schema as .proto files.
};

// Where a command writes its result, and how.
struct OutputFlags {
  std::string output;  // Path; empty or "-": the standard output.
  std::string format;  // Name; empty: see FormatOf().
  std::string color = "auto";
};

// Adds -o/--output, --format with these formats, and --color to a subcommand.
// Without --format a file that ends like what only other commands write is
// refused. `flags` must outlive the parsing.
void AddOutputFlags(CLI::App& app, const std::vector<Format>& formats,
                    OutputFlags* flags);

// The format asked for; else the one that the ending of the output file names;
// else text on a terminal and `otherwise` everywhere else.
Format FormatOf(const OutputFlags& flags, const std::vector<Format>& formats,
                Format otherwise = Format::kBinary);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_OUTPUT_FLAGS_H_
