#ifndef ONRECORD_CLI_LIMITED_SERVER_H_
#define ONRECORD_CLI_LIMITED_SERVER_H_

#include <httplib.h>

#include <atomic>
#include <cstdint>

#include "absl/time/time.h"

namespace onrecord::cli {

// What one client may take; docs/serve.md names it.
struct ClientLimits {
  absl::Duration request = absl::Seconds(10);  // To send all of a request.
  size_t request_bytes = 64 << 10;
  // To take a piece of an answer, and beyond that, for all its bytes.
  absl::Duration piece = absl::Seconds(30);
  int64_t bytes_per_second = 4 << 10;
  // Once the server is to stop: to send the rest of a request, and to take the
  // rest of an answer.
  absl::Duration last_request = absl::Seconds(1);
  absl::Duration last_answer = absl::Seconds(10);
};

// The library's server with limits for the whole of what a client does: a byte
// now and then does not keep a connection open. Each connection serves one
// request, so that what a client sends behind a refused one is never read as
// another.
class LimitedServer : public httplib::Server {
 public:
  explicit LimitedServer(const ClientLimits& limits) : limits_(limits) {}

  // No new connections; those that are open have the last times of the limits.
  void StopSoon();

 private:
  bool process_and_close_socket(socket_t socket) override;

  const ClientLimits limits_;
  // Unix time in milliseconds; 0: not to stop.
  std::atomic<int64_t> stopped_at_{0};
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_LIMITED_SERVER_H_
