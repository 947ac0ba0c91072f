#include "pipeline/record_lines.h"

#include <cstring>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "pipeline/message_text.h"

namespace onrecord::pipeline {

// Fills `line` without its line end. False at the end of the input.
bool RecordLinesReader::ReadLine(std::string* line) {
  line->clear();
  const void* data;
  int size;
  bool any = false;
  while (input_->Next(&data, &size)) {
    any = true;
    const char* bytes = static_cast<const char*>(data);
    const void* end = std::memchr(bytes, '\n', size);
    if (end == nullptr) {
      line->append(bytes, size);
      continue;
    }
    const int taken = static_cast<int>(static_cast<const char*>(end) - bytes);
    line->append(bytes, taken);
    input_->BackUp(size - taken - 1);
    break;
  }
  ++line_number_;
  return any;
}

absl::StatusOr<bool> RecordLinesReader::Next(v1::ArticleRecord* record) {
  std::string line;
  while (ReadLine(&line)) {
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    const absl::Status status = FromJson(line, record);
    if (!status.ok()) {
      return absl::DataLossError(
          absl::StrCat(name_, ":", line_number_,
                       ": want an article record, found ", status.message()));
    }
    ++records_;
    return true;
  }
  return false;
}

}  // namespace onrecord::pipeline
