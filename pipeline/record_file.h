#ifndef ONRECORD_PIPELINE_RECORD_FILE_H_
#define ONRECORD_PIPELINE_RECORD_FILE_H_

#include <google/protobuf/io/zero_copy_stream.h>

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "proto/record.pb.h"

namespace onrecord::pipeline {

// The first bytes of every record file: RecordFile.format.
inline constexpr absl::string_view kRecordFileMagic = "\x1a\x0bonrecord.v1";

struct RecordFileOptions {
  // A segment ends after so many records or bytes, whichever comes first; 0 of
  // either would end it after every record. Small enough that a damaged place
  // is found, large enough to cost nothing.
  int32_t segment_records = 4096;
  int64_t segment_bytes = int64_t{16} << 20;
};

// Makes the bytes of a record file around those of its records. Does no I/O.
//
//   Call order: Head() for every record, then Finish() once.
//   Output:     the same bytes for the same records.
class RecordFileEncoder {
 public:
  explicit RecordFileEncoder(RecordFileOptions options = {})
      : options_(options) {}

  // What stands before the next record, which is given as the bytes of an
  // ArticleRecord; behind it stand just these bytes.
  std::string Head(absl::string_view record);
  // What closes the file.
  std::string Finish();

 private:
  void Begin(std::string* out);
  void EndSegment(bool continues, std::string* out);

  const RecordFileOptions options_;
  bool begun_ = false;
  int32_t records_ = 0;  // Of the open segment, as the next two.
  int64_t bytes_ = 0;
  uint32_t crc_ = 0;
};

// Reads a record file record by record, in constant memory, and checks counts
// and checksums on the way.
//
//   Errors:  DataLoss, "FILE: byte 1234: want ..., found ..."; a record is
//            given out before the checksum of its segment was seen, so only a
//            reader that comes to the end knows that all of them were good.
//   Owns:    nothing; `input` must outlive it.
class RecordFileReader {
 public:
  RecordFileReader(google::protobuf::io::ZeroCopyInputStream* input,
                   std::string name)
      : input_(input), name_(std::move(name)) {}

  // Fills `record` with the next one. False at the end of a complete file.
  absl::StatusOr<bool> Next(v1::ArticleRecord* record);

  int64_t records() const { return records_; }
  int64_t segments() const { return segments_; }
  // After an error: true if it lies in the segment that was just read to its
  // end, none of whose records is sure then; Next() goes on with the segment
  // behind it. False: nothing behind can be read, and the records of the open
  // segment before the place of the error were never checked by a checksum.
  bool can_go_on() const { return can_go_on_; }

 private:
  absl::StatusOr<bool> ReadTag(uint64_t* tag);
  absl::StatusOr<uint64_t> ReadVarint();
  absl::Status ReadBytes(uint64_t size, std::string* bytes);
  bool ReadByte(uint8_t* byte);
  absl::Status EndSegment(uint32_t crc, absl::string_view bytes);
  absl::Status CheckEnd() const;
  absl::Status Damage(absl::string_view want, absl::string_view found) const;

  google::protobuf::io::ZeroCopyInputStream* const input_;
  const std::string name_;
  std::string buffer_;
  int64_t offset_ = 0;   // Bytes read.
  int64_t records_ = 0;  // Of all segments.
  int64_t segments_ = 0;
  int32_t open_records_ = 0;  // Of the open segment.
  bool open_ = false;         // A file has begun and is not closed yet.
  bool can_go_on_ = false;
  uint32_t crc_ = 0;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_RECORD_FILE_H_
