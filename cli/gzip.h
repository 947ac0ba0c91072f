#ifndef ONRECORD_CLI_GZIP_H_
#define ONRECORD_CLI_GZIP_H_

#include <string>

#include "absl/strings/string_view.h"

namespace onrecord::cli {

// The bytes in gzip's format (RFC 1952): the same for the same bytes.
std::string Gzip(absl::string_view bytes);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_GZIP_H_
