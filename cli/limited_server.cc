#include "cli/limited_server.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "absl/time/clock.h"

namespace onrecord::cli {
namespace {

// How soon a waiting connection sees that the server is to stop.
constexpr absl::Duration kGlance = absl::Milliseconds(100);
constexpr size_t kBufferBytes = 4096;
// Of what a client sent behind its request so much is taken off the network.
constexpr size_t kMaxUnreadBytes = 1 << 20;

// One connection as the library sees it.
class ClientStream : public httplib::Stream {
 public:
  // The time for the request begins now.
  ClientStream(socket_t socket, const ClientLimits& limits,
               const std::atomic<int64_t>& stopped_at)
      : socket_(socket),
        limits_(limits),
        stopped_at_(stopped_at),
        read_until_(absl::Now() + limits.request) {}

  bool is_readable() const override {
    return begin_ < buffer_.size() ||
           Wait(POLLIN, read_until_, limits_.last_request);
  }
  bool is_writable() const override {
    return Wait(POLLOUT, absl::Now() + limits_.piece, limits_.last_answer);
  }
  // -1 where a limit is passed or the connection is gone; 0 at its end.
  ssize_t read(char* data, size_t size) override;
  // All of it, or -1.
  ssize_t write(const char* data, size_t size) override;
  // Nobody asks who it is.
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    get_remote_ip_and_port(ip, port);
  }
  socket_t socket() const override { return socket_; }

  // Ends the connection so that the client reads the answer to its end, even
  // where it sent more than was read.
  void Close();

 private:
  // Waits for one of poll()'s events until the deadline; once the server is to
  // stop, for `last` at most.
  bool Wait(int16_t events, absl::Time deadline, absl::Duration last) const;

  const socket_t socket_;
  const ClientLimits& limits_;
  const std::atomic<int64_t>& stopped_at_;
  const absl::Time read_until_;
  size_t bytes_read_ = 0;
  // Received but not asked for yet: the library reads byte by byte.
  std::string buffer_;
  size_t begin_ = 0;
};

bool ClientStream::Wait(int16_t events, absl::Time deadline,
                        absl::Duration last) const {
  while (true) {
    const int64_t stopped_at = stopped_at_;
    const absl::Time end =
        stopped_at == 0
            ? deadline
            : std::min(deadline, absl::FromUnixMillis(stopped_at) + last);
    const absl::Duration left = end - absl::Now();
    if (left <= absl::ZeroDuration()) return false;
    pollfd wanted = {socket_, events, 0};
    const int ready = ::poll(
        &wanted, 1,
        static_cast<int>(std::min(left, kGlance) / absl::Milliseconds(1)) + 1);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

ssize_t ClientStream::read(char* data, size_t size) {
  if (begin_ == buffer_.size()) {
    if (bytes_read_ >= limits_.request_bytes || !is_readable()) return -1;
    buffer_.resize(kBufferBytes);
    const ssize_t got =
        ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    buffer_.resize(got > 0 ? static_cast<size_t>(got) : 0);
    begin_ = 0;
    if (got <= 0) return got;
    bytes_read_ += buffer_.size();
  }
  const size_t taken = std::min(size, buffer_.size() - begin_);
  std::copy_n(buffer_.data() + begin_, taken, data);
  begin_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t ClientStream::write(const char* data, size_t size) {
  const absl::Time deadline =
      absl::Now() + limits_.piece +
      absl::Seconds(static_cast<int64_t>(size) / limits_.bytes_per_second);
  for (size_t done = 0; done < size;) {
    if (!Wait(POLLOUT, deadline, limits_.last_answer)) return -1;
    const ssize_t sent =
        ::send(socket_, data + done, size - done, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) {
      done += static_cast<size_t>(sent);
    } else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
      return -1;
    }
  }
  return static_cast<ssize_t>(size);
}

void ClientStream::Close() {
  ::shutdown(socket_, SHUT_WR);
  // Unread bytes would make the system throw the answer away.
  char unread[kBufferBytes];
  for (size_t taken = 0; taken < kMaxUnreadBytes;) {
    const ssize_t got = ::recv(socket_, unread, sizeof(unread), MSG_DONTWAIT);
    if (got <= 0) break;
    taken += static_cast<size_t>(got);
  }
  ::close(socket_);
}

}  // namespace

void LimitedServer::StopSoon() {
  stopped_at_ = absl::ToUnixMillis(absl::Now());
  // Ends accept(), and with it the server once its open connections are done.
  // The library's own stop() would also cut answers that have just begun.
  ::shutdown(svr_sock_, SHUT_RDWR);
}

bool LimitedServer::process_and_close_socket(socket_t socket) {
  ClientStream stream(socket, limits_, stopped_at_);
  bool closed = false;
  const bool served =
      process_request(stream, /*close_connection=*/true, closed, nullptr);
  stream.Close();
  return served;
}

}  // namespace onrecord::cli
