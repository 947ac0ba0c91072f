#include "ingest/byte_source.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "text/normalize.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kChunkBytes = 256 << 10;
constexpr size_t kMinBytes = 1 << 20;
constexpr size_t kLargeBytes = 16 << 20;
constexpr size_t kPeekBytes = 64 << 10;

absl::Status SystemError(absl::string_view name, int error) {
  const std::string message = absl::StrCat(
      name, ": wanted a readable file, found: ", std::strerror(error));
  if (error == ENOENT || error == ENOTDIR) {
    return absl::NotFoundError(message);
  }
  if (error == EACCES || error == EPERM) {
    return absl::PermissionDeniedError(message);
  }
  return absl::UnavailableError(message);
}

}  // namespace

ByteSource::ByteSource(absl::string_view name, int fd)
    : name_(text::Normalize(name).text), fd_(fd) {}

ByteSource::~ByteSource() {
  if (fd_ != STDIN_FILENO) close(fd_);
}

absl::StatusOr<std::unique_ptr<ByteSource>> ByteSource::Open(
    const std::string& path) {
  if (path == "-") {
    return std::unique_ptr<ByteSource>(new ByteSource("stdin", STDIN_FILENO));
  }
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return SystemError(path, errno);
  return std::unique_ptr<ByteSource>(new ByteSource(path, fd));
}

// Reads more bytes behind those in the buffer; false at the end of the file.
absl::StatusOr<bool> ByteSource::Fill() {
  if (at_end_) return false;
  if (capacity_ - end_ < kChunkBytes + kPadding) {
    const size_t kept = end_ - begin_;
    // A buffer that one long line made large does not stay so.
    const bool oversized = capacity_ > kLargeBytes && kept < capacity_ / 8;
    if (begin_ >= kept && capacity_ - kept >= kChunkBytes + kPadding &&
        !oversized) {
      std::memcpy(buffer_.get(), buffer_.get() + begin_, kept);
    } else {
      const size_t size =
          std::max({kMinBytes, kept * 2, kept + kChunkBytes + kPadding});
      std::unique_ptr<char[]> grown(new char[size]);
      if (kept > 0) std::memcpy(grown.get(), buffer_.get() + begin_, kept);
      buffer_ = std::move(grown);
      capacity_ = size;
    }
    begin_ = 0;
    end_ = kept;
  }
  ssize_t got;
  do {
    got = read(fd_, buffer_.get() + end_, kChunkBytes);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return SystemError(name_, errno);
  if (got == 0) at_end_ = true;
  end_ += static_cast<size_t>(got);
  std::memset(buffer_.get() + end_, 0, kPadding);
  return got > 0;
}

absl::StatusOr<char> ByteSource::PeekFirstByte() {
  size_t at = begin_;
  while (at - begin_ < kPeekBytes) {
    if (at == end_) {
      const size_t offset = at - begin_;
      const absl::StatusOr<bool> more = Fill();
      if (!more.ok()) return more.status();
      if (!*more) return 0;
      at = begin_ + offset;
    }
    constexpr absl::string_view kSkipped = " \t\r\n\xEF\xBB\xBF";
    const char c = buffer_[at];
    if (kSkipped.find(c) == kSkipped.npos) return c;
    ++at;
  }
  return 0;
}

absl::StatusOr<bool> ByteSource::NextLine(Line* line, size_t max_bytes) {
  max_bytes = std::min(max_bytes, kMaxBytes);
  *line = Line();
  size_t searched = 0;
  for (;;) {
    const char* from = buffer_.get() + begin_;
    const size_t size = end_ - begin_;
    const void* feed =
        size == searched ? nullptr
                         : std::memchr(from + searched, '\n', size - searched);
    if (feed != nullptr) {
      Take(static_cast<size_t>(static_cast<const char*>(feed) - from),
           max_bytes, line);
      ++begin_;  // The line feed.
      return true;
    }
    searched = size;
    if (size > max_bytes) {
      Take(size, max_bytes, line);
      searched = 0;
    }
    const absl::StatusOr<bool> more = Fill();
    if (!more.ok()) return more.status();
    if (*more) continue;
    if (begin_ == end_ && !line->too_long) return false;
    Take(end_ - begin_, max_bytes, line);
    return true;
  }
}

absl::StatusOr<ByteSource::Line> ByteSource::Rest(size_t max_bytes) {
  max_bytes = std::min(max_bytes, kMaxBytes);
  Line rest;
  for (;;) {
    const absl::StatusOr<bool> more = Fill();
    if (!more.ok()) return more.status();
    if (!*more) break;
    if (end_ - begin_ > max_bytes) Take(end_ - begin_, max_bytes, &rest);
  }
  Take(end_ - begin_, max_bytes, &rest);
  return rest;
}

// Takes the next `size` bytes as the end of `line`. What is too long, or was
// before, is only counted.
void ByteSource::Take(size_t size, size_t max_bytes, Line* line) {
  line->size += size;
  line->too_long |= size > max_bytes;
  line->bytes = line->too_long
                    ? absl::string_view()
                    : absl::string_view(buffer_.get() + begin_, size);
  begin_ += size;
}

}  // namespace onrecord::ingest
