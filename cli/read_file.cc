#include "cli/read_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "cli/exit_code.h"

namespace onrecord::cli {

absl::StatusOr<int> OpenToRead(const std::string& path) {
  const int fd = path == "-" ? ::dup(STDIN_FILENO)
                             : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return IoError(path, "read", errno);
  return fd;
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  absl::StatusOr<int> fd = OpenToRead(path);
  if (!fd.ok()) return fd.status();
  std::string bytes;
  char buffer[1 << 16];
  ssize_t n;
  while ((n = ::read(*fd, buffer, sizeof(buffer))) != 0) {
    if (n > 0) {
      bytes.append(buffer, n);
    } else if (errno != EINTR) {
      break;
    }
  }
  const int error = errno;
  ::close(*fd);
  if (n < 0) return IoError(path, "read", error);
  return bytes;
}

}  // namespace onrecord::cli
