#ifndef ONRECORD_INGEST_BYTE_SOURCE_H_
#define ONRECORD_INGEST_BYTE_SOURCE_H_

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace onrecord::ingest {

// A file or standard input, read once from front to end through one buffer
// that grows to the longest line and no further.
//
//   Errors:  with the name of the file and the reason the system gives.
//   Owns:    the file descriptor (standard input is left open) and the buffer.
//   Threads: one at a time.
class ByteSource {
 public:
  // Bytes that are readable behind every view that this class returns.
  static constexpr size_t kPadding = 64;
  // A line or text longer than this is not kept in memory.
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
    bool too_long = false;    // More than kMaxBytes; `bytes` is its beginning.
  };
  // Takes the next line; false at the end.
  absl::StatusOr<bool> NextLine(Line* line);
  // Takes all that is left, in a view like Line's.
  absl::StatusOr<Line> Rest();

 private:
  ByteSource(absl::string_view name, int fd);
  absl::StatusOr<bool> Fill();

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
