#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/schema.h"
#include "pipeline/message_text.h"

namespace onrecord::cli {
namespace {

const std::vector<Format>& Formats() {
  static const auto* formats = new std::vector<Format>{
      Format::kBinary, Format::kTextproto, Format::kDefinitions, Format::kText};
  return *formats;
}

std::string Schema(Format format) {
  switch (format) {
    case Format::kBinary:
      return SchemaDescriptors().SerializeAsString();
    case Format::kTextproto:
      return pipeline::ToTextproto(SchemaDescriptors());
    default:
      return SchemaDefinitions();
  }
}

absl::Status RunSchema(const OutputFlags& flags) {
  return WriteOutput(flags.output, Schema(FormatOf(flags, Formats())));
}

}  // namespace

Action AddSchema(CLI::App& app) {
  auto flags = std::make_shared<OutputFlags>();
  CLI::App* command = app.add_subcommand(
      "schema",
      "Print the definition of the records: a FileDescriptorSet, or .proto "
      "files");
  AddOutputFlags(*command, Formats(), flags.get());
  return [flags] { return RunSchema(*flags); };
}

}  // namespace onrecord::cli
