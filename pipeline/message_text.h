#ifndef ONRECORD_PIPELINE_MESSAGE_TEXT_H_
#define ONRECORD_PIPELINE_MESSAGE_TEXT_H_

#include <google/protobuf/message.h>

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

// Records and histories as text, the same bytes for the same message.
namespace onrecord::pipeline {

// Protobuf's JSON mapping on one line, without a line end.
std::string ToJsonLine(const google::protobuf::Message& message);

// The same, indented, with a line end.
std::string ToIndentedJson(const google::protobuf::Message& message);

// Protobuf's text format, UTF-8 left readable, with a line end.
std::string ToTextproto(const google::protobuf::Message& message);

// Reads protobuf's JSON mapping; fields of later versions are passed over.
// Errors: DataLoss, what the parser found.
absl::Status FromJson(absl::string_view json,
                      google::protobuf::Message* message);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_MESSAGE_TEXT_H_
