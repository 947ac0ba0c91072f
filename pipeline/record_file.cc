#include "pipeline/record_file.h"

#include <google/protobuf/io/coded_stream.h>
#include <libdeflate.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace onrecord::pipeline {
namespace {

// Field numbers of RecordFile with wire type 2, "length and bytes".
constexpr uint64_t kRecordTag = 1 << 3 | 2;
constexpr uint64_t kSegmentTag = 2 << 3 | 2;
constexpr uint64_t kFormatTag = 3 << 3 | 2;
constexpr absl::string_view kFormat = "onrecord.v1";

// No field is longer: a damaged length must not fill the memory.
constexpr uint64_t kMaxFieldBytes = uint64_t{512} << 20;

uint32_t Crc(uint32_t crc, absl::string_view bytes) {
  return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

void AppendVarint(uint64_t value, std::string* out) {
  uint8_t bytes[10];
  const uint8_t* end =
      google::protobuf::io::CodedOutputStream::WriteVarint64ToArray(value,
                                                                    bytes);
  out->append(reinterpret_cast<const char*>(bytes), end - bytes);
}

void AppendHead(uint64_t tag, absl::string_view bytes, std::string* out) {
  AppendVarint(tag, out);
  AppendVarint(bytes.size(), out);
}

}  // namespace

void RecordFileEncoder::Begin(std::string* out) {
  begun_ = true;
  out->append(kRecordFileMagic.data(), kRecordFileMagic.size());
  crc_ = Crc(crc_, kRecordFileMagic);
}

std::string RecordFileEncoder::Head(absl::string_view record) {
  std::string out;
  if (!begun_) Begin(&out);
  if (records_ > 0 && (records_ >= options_.segment_records ||
                       bytes_ >= options_.segment_bytes)) {
    EndSegment(/*continues=*/true, &out);
  }
  const size_t begin = out.size();
  AppendHead(kRecordTag, record, &out);
  const absl::string_view head = absl::string_view(out).substr(begin);
  crc_ = Crc(Crc(crc_, head), record);
  bytes_ += head.size() + record.size();
  ++records_;
  return out;
}

std::string RecordFileEncoder::Finish() {
  std::string out;
  if (!begun_) Begin(&out);
  EndSegment(/*continues=*/false, &out);
  begun_ = false;
  return out;
}

void RecordFileEncoder::EndSegment(bool continues, std::string* out) {
  v1::SegmentEnd end;
  end.set_records(records_);
  end.set_crc32(crc_);
  end.set_continues(continues);
  const std::string bytes = end.SerializeAsString();
  AppendHead(kSegmentTag, bytes, out);
  out->append(bytes);
  records_ = 0;
  bytes_ = 0;
  crc_ = 0;
}

absl::Status RecordFileReader::Damage(absl::string_view want,
                                      absl::string_view found) const {
  return absl::DataLossError(
      absl::StrFormat("%s: byte %d (after %d records): want %s, found %s",
                      name_, offset_, records_, want, found));
}

bool RecordFileReader::ReadByte(uint8_t* byte) {
  const void* data;
  int size;
  do {
    if (!input_->Next(&data, &size)) return false;
  } while (size == 0);
  *byte = *static_cast<const uint8_t*>(data);
  if (size > 1) input_->BackUp(size - 1);
  crc_ = libdeflate_crc32(crc_, byte, 1);
  ++offset_;
  return true;
}

absl::StatusOr<uint64_t> RecordFileReader::ReadVarint() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    uint8_t byte;
    if (!ReadByte(&byte)) return Damage("a length", "the end of the file");
    value |= uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return value;
  }
  return Damage("a length", "a number of more than 64 bits");
}

absl::StatusOr<bool> RecordFileReader::ReadTag(uint64_t* tag) {
  uint8_t byte;
  if (!ReadByte(&byte)) return false;
  *tag = byte;
  if (byte == kRecordTag || byte == kSegmentTag || byte == kFormatTag) {
    return true;
  }
  return Damage("a record or the end of a segment",
                absl::StrFormat("the byte 0x%02x", byte));
}

absl::Status RecordFileReader::ReadBytes(uint64_t size, std::string* bytes) {
  bytes->clear();
  while (bytes->size() < size) {
    const void* data;
    int chunk;
    if (!input_->Next(&data, &chunk)) {
      return Damage(absl::StrCat(size, " bytes"),
                    absl::StrCat("the end of the file after ", bytes->size()));
    }
    const uint64_t wanted = size - bytes->size();
    if (static_cast<uint64_t>(chunk) > wanted) {
      input_->BackUp(chunk - static_cast<int>(wanted));
      chunk = static_cast<int>(wanted);
    }
    bytes->append(static_cast<const char*>(data), chunk);
    offset_ += chunk;
  }
  crc_ = Crc(crc_, *bytes);
  return absl::OkStatus();
}

absl::Status RecordFileReader::EndSegment(uint32_t crc,
                                          absl::string_view bytes) {
  v1::SegmentEnd end;
  if (!end.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return Damage("the end of a segment", "bytes that are none");
  }
  const int32_t records = open_records_;
  ++segments_;
  open_records_ = 0;
  crc_ = 0;
  open_ = end.continues();
  can_go_on_ = end.records() != records || end.crc32() != crc;
  if (end.records() != records) {
    return Damage(absl::StrCat(end.records(), " records in this segment"),
                  absl::StrCat(records));
  }
  if (end.crc32() != crc) {
    return Damage(absl::StrFormat("checksum %08x", end.crc32()),
                  absl::StrFormat("%08x", crc));
  }
  return absl::OkStatus();
}

absl::Status RecordFileReader::CheckEnd() const {
  if (!open_ && segments_ > 0) return absl::OkStatus();
  return Damage("the end of a segment", "the end of the file");
}

absl::StatusOr<bool> RecordFileReader::Next(v1::ArticleRecord* record) {
  can_go_on_ = false;
  while (true) {
    const uint32_t crc = crc_;  // Of the bytes before a segment's end.
    uint64_t tag;
    absl::StatusOr<bool> more = ReadTag(&tag);
    if (!more.ok()) return more.status();
    if (!*more) {
      absl::Status end = CheckEnd();
      if (!end.ok()) return end;
      return false;
    }
    absl::StatusOr<uint64_t> size = ReadVarint();
    if (!size.ok()) return size.status();
    if (*size > kMaxFieldBytes) {
      return Damage("a field of at most 512 MiB",
                    absl::StrCat(*size, " bytes"));
    }
    absl::Status read = ReadBytes(*size, &buffer_);
    if (!read.ok()) return read;
    if (tag == kSegmentTag) {
      absl::Status end = EndSegment(crc, buffer_);
      if (!end.ok()) return end;
      continue;
    }
    if (tag == kFormatTag) {
      if (buffer_ != kFormat) {
        return Damage(absl::StrCat("format ", kFormat), buffer_);
      }
      open_ = true;
      continue;
    }
    if (!open_) return Damage(absl::StrCat("format ", kFormat), "a record");
    if (!record->ParseFromString(buffer_)) {
      return Damage("a record", "bytes that are none");
    }
    ++records_;
    ++open_records_;
    return true;
  }
}

}  // namespace onrecord::pipeline
