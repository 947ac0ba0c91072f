#ifndef ONRECORD_PIPELINE_RECORD_LINES_H_
#define ONRECORD_PIPELINE_RECORD_LINES_H_

#include <google/protobuf/io/zero_copy_stream.h>

#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "proto/record.pb.h"

namespace onrecord::pipeline {

// Reads article records in protobuf's JSON mapping, one a line; empty lines
// are passed over. Memory: one line.
//
//   Errors:  DataLoss, "FILE:LINE: want an article record, found ...".
//   Owns:    nothing; `input` must outlive it.
class RecordLinesReader {
 public:
  RecordLinesReader(google::protobuf::io::ZeroCopyInputStream* input,
                    std::string name)
      : input_(input), name_(std::move(name)) {}

  // Fills `record` with the next one. False at the end of the input.
  absl::StatusOr<bool> Next(v1::ArticleRecord* record);

  int64_t records() const { return records_; }

 private:
  bool ReadLine(std::string* line);

  google::protobuf::io::ZeroCopyInputStream* const input_;
  const std::string name_;
  int64_t line_number_ = 0;
  int64_t records_ = 0;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_RECORD_LINES_H_
