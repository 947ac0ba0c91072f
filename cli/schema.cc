#include "cli/schema.h"

#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "proto/history.pb.h"
#include "proto/record.pb.h"

namespace onrecord::cli {
namespace {

namespace pb = google::protobuf;

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

}  // namespace

pb::FileDescriptorSet SchemaDescriptors() {
  pb::FileDescriptorSet set;
  for (const pb::FileDescriptor* file : SchemaFiles()) {
    file->CopyTo(set.add_file());
  }
  return set;
}

std::string SchemaDefinitions() {
  std::string out;
  for (const pb::FileDescriptor* file : SchemaFiles()) {
    absl::StrAppend(&out, "// ", file->name(), "\n", file->DebugString(), "\n");
  }
  return out;
}

}  // namespace onrecord::cli
