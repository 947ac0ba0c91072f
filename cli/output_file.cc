#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"

namespace onrecord::cli {
namespace {

constexpr size_t kBufferBytes = size_t{1} << 17;
constexpr int kOpenFlags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY;

// An SQLite file whose application_id is that of stores, see store/schema.h.
bool IsStore(const std::string& path) {
  constexpr absl::string_view kSqlite("SQLite format 3\0", 16);
  constexpr size_t kApplicationAt = 68;
  char head[kApplicationAt + 4];
  std::ifstream file(path, std::ios::binary);
  if (!file.read(head, sizeof(head))) return false;
  const absl::string_view bytes(head, sizeof(head));
  return absl::StartsWith(bytes, kSqlite) &&
         bytes.substr(kApplicationAt) == "OnRc";
}

// True if the open file `fd` is what stands at `path`.
bool IsAt(const std::string& path, int fd) {
  struct stat open, there;
  return ::fstat(fd, &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
         open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

absl::Status WriteAll(int fd, absl::string_view name, absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return IoError(name, "write", errno);
    bytes.remove_prefix(n);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<bool> IsReplaceable(const std::string& path) {
  struct stat info;
  if (::lstat(path.c_str(), &info) != 0) return errno == ENOENT;
  if (!S_ISREG(info.st_mode)) return false;
  if (!IsStore(path)) return true;
  return UsageError(absl::StrCat(
      path, ": want a file that may be overwritten, found a store"));
}

absl::StatusOr<OutputFile> OutputFile::Open(const std::string& path) {
  if (path.empty() || path == "-") {
    return OutputFile(STDOUT_FILENO, "standard output", "");
  }
  const absl::StatusOr<bool> moved = IsReplaceable(path);
  if (!moved.ok()) return moved.status();
  const std::string name = *moved ? absl::StrCat(path, ".partial") : path;
  while (true) {
    const int fd =
        ::open(name.c_str(), kOpenFlags | (*moved ? 0 : O_TRUNC), 0666);
    if (fd < 0) return IoError(path, "write", errno);
    OutputFile file(fd, name, "");
    if (!*moved) return file;
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      return absl::UnavailableError(absl::StrCat(
          path, ": want to write it alone, found another program at it"));
    }
    // The other program may have moved or removed it before the lock was ours.
    if (!IsAt(name, fd)) continue;
    file.target_ = path;
    if (::ftruncate(fd, 0) != 0) return IoError(path, "write", errno);
    return file;
  }
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      name_(std::move(other.name_)),
      target_(std::exchange(other.target_, "")),
      buffer_(std::move(other.buffer_)) {}

OutputFile::~OutputFile() {
  if (fd_ < 0) return;
  if (!target_.empty()) ::unlink(name_.c_str());
  ::close(fd_);
}

absl::Status OutputFile::Write(absl::string_view bytes) {
  buffer_.append(bytes.data(), bytes.size());
  return buffer_.size() < kBufferBytes ? absl::OkStatus() : Flush();
}

absl::Status OutputFile::Flush() {
  absl::Status status = WriteAll(fd_, name_, buffer_);
  buffer_.clear();
  return status;
}

absl::Status OutputFile::Close() {
  absl::Status status = Flush();
  if (!status.ok()) return status;
  // Closing a copy shows late errors, and the name stays ours until it is
  // moved.
  const int copy = ::dup(fd_);
  if (copy < 0 || ::close(copy) != 0) {
    status = IoError(name_, "write", errno);
  } else if (!target_.empty() &&
             std::rename(name_.c_str(), target_.c_str()) != 0) {
    status = IoError(target_, "write", errno);
  }
  if (!status.ok() && !target_.empty()) ::unlink(name_.c_str());
  ::close(std::exchange(fd_, -1));
  return status;
}

absl::Status WriteOutput(const std::string& path, absl::string_view bytes) {
  absl::StatusOr<OutputFile> out = OutputFile::Open(path);
  if (!out.ok()) return out.status();
  absl::Status status = out->Write(bytes);
  return status.ok() ? out->Close() : status;
}

}  // namespace onrecord::cli
