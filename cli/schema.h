#ifndef ONRECORD_CLI_SCHEMA_H_
#define ONRECORD_CLI_SCHEMA_H_

#include <google/protobuf/descriptor.pb.h>

#include <string>

// The definition of the records, for programs that read them.
namespace onrecord::cli {

// Every .proto file that record files and histories need, each after the files
// that it imports.
google::protobuf::FileDescriptorSet SchemaDescriptors();

// The same as the text of .proto files, each under a comment with its name.
std::string SchemaDefinitions();

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_SCHEMA_H_
