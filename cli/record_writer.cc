#include "cli/record_writer.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/record_text.h"
#include "pipeline/message_text.h"

namespace onrecord::cli {

const std::vector<Format>& RecordFormats() {
  static const auto* formats = new std::vector<Format>{
      Format::kBinary, Format::kJsonLines, Format::kTextproto, Format::kText};
  return *formats;
}

std::string RecordWriter::Encode(std::string record) const {
  if (format_ == Format::kBinary) return record;
  v1::ArticleRecord parsed;
  parsed.ParseFromString(record);
  switch (format_) {
    case Format::kTextproto: {
      // As a field of RecordFile, so that the stream is one message again.
      v1::RecordFile file;
      *file.add_records() = std::move(parsed);
      return pipeline::ToTextproto(file);
    }
    case Format::kText:
      return Visible(RecordText(parsed, terminal_));
    default:
      return absl::StrCat(pipeline::ToJsonLine(parsed), "\n");
  }
}

absl::Status RecordWriter::Write(absl::string_view encoded) {
  if (format_ == Format::kBinary) {
    absl::Status status = out_->Write(file_.Head(encoded));
    if (!status.ok()) return status;
  }
  return out_->Write(encoded);
}

absl::Status RecordWriter::Close() {
  if (format_ == Format::kBinary) {
    absl::Status status = out_->Write(file_.Finish());
    if (!status.ok()) return status;
  }
  return out_->Close();
}

}  // namespace onrecord::cli
