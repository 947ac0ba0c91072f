#include "cli/record_writer.h"

#include "absl/strings/str_cat.h"
#include "cli/record_text.h"
#include "pipeline/message_text.h"

namespace onrecord::cli {

const std::vector<Format>& RecordFormats() {
  static const auto* formats = new std::vector<Format>{
      Format::kBinary, Format::kJsonLines, Format::kTextproto, Format::kText};
  return *formats;
}

std::string RecordWriter::Encode(const v1::ArticleRecord& record) const {
  switch (format_) {
    case Format::kJsonLines:
      return absl::StrCat(pipeline::ToJsonLine(record), "\n");
    case Format::kTextproto: {
      // As a field of RecordFile, so that the stream is one message again.
      v1::RecordFile file;
      *file.add_records() = record;
      return pipeline::ToTextproto(file);
    }
    case Format::kText:
      return RecordText(record, terminal_);
    default:
      return record.SerializeAsString();
  }
}

std::string RecordWriter::Encode(absl::string_view record) const {
  if (format_ == Format::kBinary) return std::string(record);
  v1::ArticleRecord parsed;
  parsed.ParseFromArray(record.data(), static_cast<int>(record.size()));
  return Encode(parsed);
}

void RecordWriter::Add(absl::string_view encoded, std::string* out) {
  if (format_ == Format::kBinary) {
    file_.Add(encoded, out);
  } else {
    absl::StrAppend(out, encoded);
  }
}

void RecordWriter::Finish(std::string* out) {
  if (format_ == Format::kBinary) file_.Finish(out);
}

}  // namespace onrecord::cli
