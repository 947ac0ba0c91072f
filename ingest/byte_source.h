#ifndef ONRECORD_INGEST_BYTE_SOURCE_H_
#define ONRECORD_INGEST_BYTE_SOURCE_H_

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace onrecord::ingest {

// A file or standard input, read once from front to end through one buffer
// that grows to the longest line asked for and no further.
//
//   Errors:  with the name of the file and the reason the system gives.
//   Owns:    the file descriptor (standard input is left open) and the buffer.
//   Threads: one at a time.
class ByteSource {
 public:
  // Bytes that are readable behind every view that this class returns.
  static constexpr size_t kPadding = 64;
  // Of a line or text longer than this nothing is kept in memory, whatever is
  // asked for.
  static constexpr size_t kMaxBytes = size_t{1} << 30;

  // Opens `path`; "-" is standard input. NotFound or PermissionDenied where
  // the system says so, Unavailable for all else.
  static absl::StatusOr<std::unique_ptr<ByteSource>> Open(
      const std::string& path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // What messages and records call it: the path, made valid UTF-8; "stdin" for
  // standard input.
  const std::string& name() const { return name_; }

  // The first byte that is no white space or byte-order mark, without taking
  // it; 0 if there is none in the first 64 KiB.
  absl::StatusOr<char> PeekFirstByte();

  struct Line {
    absl::string_view bytes;  // Without the line feed; until the next call.
    size_t size = 0;          // In bytes, of a line that is too long as well.
    bool too_long = false;    // More than was asked for; `bytes` is empty.
  };
  // Takes the next line; false at the end.
  absl::StatusOr<bool> NextLine(Line* line, size_t max_bytes = kMaxBytes);
  // Takes all that is left, in a view like Line's.
  absl::StatusOr<Line> Rest(size_t max_bytes = kMaxBytes);

 private:
  ByteSource(absl::string_view name, int fd);
  absl::StatusOr<bool> Fill();
  void Take(size_t size, size_t max_bytes, Line* line);

  std::string name_;
  int fd_;
  bool at_end_ = false;
  std::unique_ptr<char[]> buffer_;
  size_t capacity_ = 0;
  size_t begin_ = 0;  // Of the bytes that nobody has taken.
  size_t end_ = 0;    // Of the bytes that were read.
};

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_BYTE_SOURCE_H_
