#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"

namespace onrecord::cli {
namespace {

constexpr size_t kBufferBytes = size_t{1} << 17;

// True if a move could put a file there: nothing or a plain file is there now.
bool IsReplaceable(const std::string& path) {
  struct stat info;
  if (::lstat(path.c_str(), &info) != 0) return errno == ENOENT;
  return S_ISREG(info.st_mode);
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

absl::StatusOr<OutputFile> OutputFile::Open(const std::string& path) {
  if (path.empty() || path == "-") {
    return OutputFile(STDOUT_FILENO, "standard output", "");
  }
  const bool moved = IsReplaceable(path);
  const std::string name = moved ? absl::StrCat(path, ".partial") : path;
  const int fd = ::open(
      name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
  if (fd < 0) return IoError(path, "write", errno);
  return OutputFile(fd, name, moved ? path : "");
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      name_(std::move(other.name_)),
      target_(std::exchange(other.target_, "")),
      buffer_(std::move(other.buffer_)) {}

OutputFile::~OutputFile() {
  if (fd_ < 0) return;
  ::close(fd_);
  if (!target_.empty()) ::unlink(name_.c_str());
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
  if (::close(std::exchange(fd_, -1)) != 0) {
    status = IoError(name_, "write", errno);
  } else if (!target_.empty() &&
             std::rename(name_.c_str(), target_.c_str()) != 0) {
    status = IoError(target_, "write", errno);
  }
  if (!status.ok() && !target_.empty()) ::unlink(name_.c_str());
  return status;
}

absl::Status WriteOutput(const std::string& path, absl::string_view bytes) {
  absl::StatusOr<OutputFile> out = OutputFile::Open(path);
  if (!out.ok()) return out.status();
  absl::Status status = out->Write(bytes);
  return status.ok() ? out->Close() : status;
}

}  // namespace onrecord::cli
