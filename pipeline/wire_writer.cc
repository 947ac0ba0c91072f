#include "pipeline/wire_writer.h"

#include <google/protobuf/io/coded_stream.h>

#include <cstring>
#include <utility>

namespace onrecord::pipeline {
namespace {

using google::protobuf::io::CodedOutputStream;

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

void WireWriter::LongVarint(uint64_t value) {
  cursor_ -= CodedOutputStream::VarintSize64(value);
  CodedOutputStream::WriteVarint64ToArray(value,
                                          reinterpret_cast<uint8_t*>(cursor_));
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
