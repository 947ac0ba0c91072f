#ifndef ONRECORD_CLI_HTTP_ACCEPT_H_
#define ONRECORD_CLI_HTTP_ACCEPT_H_

#include <vector>

#include "absl/strings/string_view.h"

// What a client says in Accept and Accept-Encoding (RFC 9110, 12.5).
namespace onrecord::cli {

// Index of the media type that `accept` likes best, the first of several that
// it likes equally; -1 if it wants none of them. An empty header takes all.
int BestMediaType(absl::string_view accept,
                  const std::vector<absl::string_view>& offered);

// Whether `accept_encoding` names gzip, or "*", with a quality above 0.
bool AcceptsGzip(absl::string_view accept_encoding);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HTTP_ACCEPT_H_
