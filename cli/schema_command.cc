#include <google/protobuf/descriptor.pb.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "pipeline/message_text.h"
#include "proto/history.pb.h"
#include "proto/record.pb.h"

namespace onrecord::cli {
namespace {

namespace pb = google::protobuf;

const std::vector<Format>& Formats() {
  static const auto* formats = new std::vector<Format>{
      Format::kBinary, Format::kTextproto, Format::kDefinitions, Format::kText};
  return *formats;
}

// Adds a file after the files it imports, each once.
void AddFile(const pb::FileDescriptor& file, std::set<std::string>* seen,
             std::vector<const pb::FileDescriptor*>* files) {
  if (!seen->insert(std::string(file.name())).second) return;
  for (int i = 0; i < file.dependency_count(); ++i) {
    AddFile(*file.dependency(i), seen, files);
  }
  files->push_back(&file);
}

std::vector<const pb::FileDescriptor*> SchemaFiles() {
  std::set<std::string> seen;
  std::vector<const pb::FileDescriptor*> files;
  AddFile(*v1::RecordFile::descriptor()->file(), &seen, &files);
  AddFile(*v1::History::descriptor()->file(), &seen, &files);
  return files;
}

std::string Definitions() {
  std::string out;
  for (const pb::FileDescriptor* file : SchemaFiles()) {
    absl::StrAppend(&out, "// ", file->name(), "\n", file->DebugString(), "\n");
  }
  return out;
}

pb::FileDescriptorSet DescriptorSet() {
  pb::FileDescriptorSet set;
  for (const pb::FileDescriptor* file : SchemaFiles()) {
    file->CopyTo(set.add_file());
  }
  return set;
}

std::string Schema(Format format) {
  switch (format) {
    case Format::kBinary:
      return DescriptorSet().SerializeAsString();
    case Format::kTextproto:
      return pipeline::ToTextproto(DescriptorSet());
    default:
      return Definitions();
  }
}

absl::Status RunSchema(const OutputFlags& flags) {
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output);
  if (!out.ok()) return out.status();
  absl::Status status = out->Write(Schema(FormatOf(flags, Formats())));
  return status.ok() ? out->Close() : status;
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
