#include "pipeline/wire_writer.h"

#include <google/protobuf/io/coded_stream.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace onrecord::pipeline {
namespace {

using google::protobuf::io::CodedOutputStream;

// What a tag says of the bytes behind it.
constexpr uint32_t kVarint = 0;
constexpr uint32_t kFixed64 = 1;
constexpr uint32_t kLengthAndBytes = 2;

// A tag and a number, or a tag and a length.
constexpr size_t kMaxHeadBytes = 5 + 10;

}  // namespace

WireWriter::WireWriter(size_t expected_bytes)
    : buffer_(new char[expected_bytes]),
      cursor_(buffer_.get() + expected_bytes),
      end_(cursor_) {}

void WireWriter::Grow(size_t bytes) {
  const size_t written = size();
  const size_t capacity = 2 * (written + bytes);
  std::unique_ptr<char[]> grown(new char[capacity]);
  char* const end = grown.get() + capacity;
  std::memcpy(end - written, cursor_, written);
  buffer_ = std::move(grown);
  end_ = end;
  cursor_ = end - written;
}

void WireWriter::Varint(uint64_t value) {
  if (value < 0x80) {
    *--cursor_ = static_cast<char>(value);
    return;
  }
  cursor_ -= CodedOutputStream::VarintSize64(value);
  CodedOutputStream::WriteVarint64ToArray(value,
                                          reinterpret_cast<uint8_t*>(cursor_));
}

void WireWriter::Tag(int field, uint32_t wire_type) {
  Varint(static_cast<uint32_t>(field) << 3 | wire_type);
}

void WireWriter::Head(int field, size_t length) {
  Reserve(kMaxHeadBytes);
  Varint(length);
  Tag(field, kLengthAndBytes);
}

void WireWriter::AnyString(int field, absl::string_view value) {
  Reserve(value.size() + kMaxHeadBytes);
  cursor_ -= value.size();
  std::copy(value.begin(), value.end(), cursor_);
  Varint(value.size());
  Tag(field, kLengthAndBytes);
}

void WireWriter::AnyInt(int field, int32_t value) {
  Reserve(kMaxHeadBytes);
  // Negative numbers are written as 64 bits.
  Varint(static_cast<uint64_t>(int64_t{value}));
  Tag(field, kVarint);
}

void WireWriter::Double(int field, double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof(bits));
  if (bits == 0) return;
  Reserve(kMaxHeadBytes);
  cursor_ -= sizeof(bits);
  CodedOutputStream::WriteLittleEndian64ToArray(
      bits, reinterpret_cast<uint8_t*>(cursor_));
  Tag(field, kFixed64);
}

}  // namespace onrecord::pipeline
