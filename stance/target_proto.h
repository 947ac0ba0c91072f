#ifndef ONRECORD_STANCE_TARGET_PROTO_H_
#define ONRECORD_STANCE_TARGET_PROTO_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "stance/target.h"

namespace onrecord::stance {

// Reads a target file: onrecord.v1.TargetSpec in protobuf text format.
//
//   Errors: "file:line: want ..., got ..." for what is no text format, unknown
//           fields, a missing or badly formed name, no question, no object, no
//           object_side, an empty word or one that is not in lower case.
absl::StatusOr<Target> ParseTarget(absl::string_view file_name,
                                   absl::string_view txtpb);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_TARGET_PROTO_H_
