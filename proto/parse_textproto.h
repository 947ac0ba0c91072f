#ifndef ONRECORD_PROTO_PARSE_TEXTPROTO_H_
#define ONRECORD_PROTO_PARSE_TEXTPROTO_H_

#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

// Files that people write in protobuf's text format, and where in them each
// field stands.
namespace onrecord::proto {

// "FILE:LINE: want WANT, got GOT", InvalidArgument.
absl::Status Wrong(absl::string_view file, int line, absl::string_view want,
                   absl::string_view got);

// Reads all of `text` into `message`; `tree` tells the places of its fields.
// Errors: Wrong() with what the parser found; `what` says what the file should
// be ("a target").
absl::Status ParseTextproto(absl::string_view file, absl::string_view text,
                            absl::string_view what,
                            google::protobuf::Message* message,
                            google::protobuf::TextFormat::ParseInfoTree* tree);

// The line, from 1, of a field; of repeated ones that with this index, else -1.
// 1 if it does not stand in the file.
int LineOf(const google::protobuf::TextFormat::ParseInfoTree& tree,
           const google::protobuf::FieldDescriptor* field, int index);

}  // namespace onrecord::proto

#endif  // ONRECORD_PROTO_PARSE_TEXTPROTO_H_
