#ifndef ONRECORD_CLI_HISTORY_SERVER_H_
#define ONRECORD_CLI_HISTORY_SERVER_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/served_history.h"

namespace onrecord::cli {

struct ServerOptions {
  std::string address = "127.0.0.1";  // Numeric, IPv4 or IPv6.
  int port = 0;                       // 0: any free one.
  std::string token;                  // Empty: everybody may read.
  std::string store;                  // Path of the records; empty: none.
};

// A history over HTTP; the addresses and what they give are in docs/serve.md.
//
// Starts to answer when it is made and stops when it is destroyed: no new
// requests then, open ones are finished (for ten seconds), event streams are
// closed.
//
//   Owns:    nothing; `history` must outlive it.
//   Threads: it has its own; they only read `history`.
class HistoryServer {
 public:
  // Errors: InvalidArgument where the address is none, Unavailable where the
  // port is taken, Unknown where the system refuses it.
  static absl::StatusOr<std::unique_ptr<HistoryServer>> Start(
      const ServerOptions& options, ServedHistory* history);
  virtual ~HistoryServer() = default;

  // "http://127.0.0.1:8321/"
  virtual std::string Url() const = 0;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_HISTORY_SERVER_H_
