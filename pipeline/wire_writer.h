#ifndef ONRECORD_PIPELINE_WIRE_WRITER_H_
#define ONRECORD_PIPELINE_WIRE_WRITER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "absl/strings/string_view.h"

namespace onrecord::pipeline {

// Writes a message in protobuf's wire format without making the message: from
// its last byte to its first, since the length of a message inside another
// stands before it and is known only when it was written.
//
//   Call order: fields by descending number, repeated ones from the last
//               element to the first; the bytes are then those that protobuf
//               itself writes.
//   Defaults:   empty strings, 0 and false are left out as in proto3; what
//               must be there even so has a call of its own.
//   Strings:    must be UTF-8; nobody looks.
//   Threads:    one at a time.
class WireWriter {
 public:
  // Grows beyond `expected_bytes` where it must.
  explicit WireWriter(size_t expected_bytes);
  WireWriter(const WireWriter&) = delete;
  WireWriter& operator=(const WireWriter&) = delete;

  // What was written until now; until the next call.
  absl::string_view bytes() const { return {cursor_, size()}; }

  void String(int field, absl::string_view value) {
    if (!value.empty()) AnyString(field, value);
  }
  // Also where it is empty: an element of a repeated field.
  void AnyString(int field, absl::string_view value) {
    Reserve(value.size() + kMaxHeadBytes);
    cursor_ -= value.size();
    std::copy(value.begin(), value.end(), cursor_);
    Head(field, value.size());
  }

  // Any integral or enum type that takes no more than 32 bits, and bool.
  void Int(int field, int32_t value) {
    if (value != 0) AnyInt(field, value);
  }
  // Also where it is 0: an optional field that is there.
  void AnyInt(int field, int32_t value) {
    Reserve(kMaxHeadBytes);
    PutInt(field, value);
  }

  void Double(int field, double value);

  // A message of two integers, its fields 1 and 2.
  void IntPair(int field, int32_t first, int32_t second) {
    Reserve(3 * kMaxHeadBytes);
    const size_t behind = size();
    if (second != 0) PutInt(2, second);
    if (first != 0) PutInt(1, first);
    Head(field, size() - behind);
  }

  // A message, even if it is empty; `write` puts its fields into this writer.
  template <typename Write>
  void Message(int field, const Write& write) {
    const size_t behind = size();
    write();
    Reserve(kMaxHeadBytes);
    Head(field, size() - behind);
  }

 private:
  // A tag and a number, or a tag and a length.
  static constexpr size_t kMaxHeadBytes = 5 + 10;
  // What a tag says of the bytes behind it.
  static constexpr uint32_t kVarint = 0;
  static constexpr uint32_t kFixed64 = 1;
  static constexpr uint32_t kLengthAndBytes = 2;

  size_t size() const { return static_cast<size_t>(end_ - cursor_); }
  // Makes room for `bytes` more before those that are there.
  void Reserve(size_t bytes) {
    if (static_cast<size_t>(cursor_ - buffer_.get()) < bytes) Grow(bytes);
  }
  void Grow(size_t bytes);

  // The rest needs the room. Most lengths and numbers take one byte.
  void Varint(uint64_t value) {
    if (value < 0x80) {
      *--cursor_ = static_cast<char>(value);
    } else {
      LongVarint(value);
    }
  }
  void LongVarint(uint64_t value);
  void PutInt(int field, int32_t value) {
    // Negative numbers are written as 64 bits.
    Varint(static_cast<uint64_t>(int64_t{value}));
    Tag(field, kVarint);
  }
  void Tag(int field, uint32_t wire_type) {
    Varint(static_cast<uint32_t>(field) << 3 | wire_type);
  }
  // Of the `length` bytes that were written last.
  void Head(int field, size_t length) {
    Varint(length);
    Tag(field, kLengthAndBytes);
  }

  std::unique_ptr<char[]> buffer_;
  char* cursor_;  // The first byte that was written.
  char* end_;     // Of the buffer.
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_WIRE_WRITER_H_
