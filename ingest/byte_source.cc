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

absl::StatusOr<bool> ByteSource::NextLine(Line* line) {
  line->too_long = false;
  size_t searched = 0;
  for (;;) {
    const char* from = buffer_.get() + begin_;
    const size_t size = end_ - begin_;
    const void* feed =
        size == searched ? nullptr
                         : std::memchr(from + searched, '\n', size - searched);
    if (feed != nullptr) {
      const size_t length =
          static_cast<size_t>(static_cast<const char*>(feed) - from);
      if (!line->too_long) line->bytes = absl::string_view(from, length);
      begin_ += length + 1;
      return true;
    }
    searched = size;
    if (size > kMaxBytes) {  // Drop it up to its end; name it by its front.
      line->too_long = true;
      line->bytes = "";
      begin_ = end_;
      searched = 0;
    }
    const absl::StatusOr<bool> more = Fill();
    if (!more.ok()) return more.status();
    if (*more) continue;
    if (begin_ == end_ && !line->too_long) return false;
    if (!line->too_long) {
      line->bytes = absl::string_view(buffer_.get() + begin_, end_ - begin_);
    }
    begin_ = end_;
    return true;
  }
}

absl::StatusOr<ByteSource::Line> ByteSource::Rest() {
  Line rest;
  for (;;) {
    const absl::StatusOr<bool> more = Fill();
    if (!more.ok()) return more.status();
    if (!*more) break;
    if (end_ - begin_ > kMaxBytes) {
      rest.too_long = true;
      begin_ = end_;
    }
  }
  if (!rest.too_long) {
    rest.bytes = absl::string_view(buffer_.get() + begin_, end_ - begin_);
  }
  begin_ = end_;
  return rest;
}

}  // namespace onrecord::ingest
