#ifndef ONRECORD_CLI_HTTP_ACCESS_H_
#define ONRECORD_CLI_HTTP_ACCESS_H_

#include <string>

#include "absl/strings/string_view.h"

// Who may read what is served, and what a browser may do with it.
namespace onrecord::cli {

// Whether an Authorization header proves the knowledge of `token`: "Bearer
// TOKEN", or "Basic ..." with the token as password and any name, which is what
// browsers ask people for. Takes the same time for every wrong token of one
// length.
bool IsAuthorized(absl::string_view authorization, absl::string_view token);

// Whether a numeric address is one of this machine only: 127.0.0.0/8 or ::1.
bool IsLoopback(absl::string_view address);

// Whether a Host header names this machine itself: a page of another site,
// whose name was made to lead here, cannot.
bool IsLocalHost(absl::string_view host_header);

// The Content-Security-Policy of a page: no source but this server, no script
// or style but the very ones that stand in it, named by their SHA-256.
std::string ContentSecurityPolicy(absl::string_view page);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HTTP_ACCESS_H_
