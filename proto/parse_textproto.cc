#include "proto/parse_textproto.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace onrecord::proto {
namespace {

namespace pb = google::protobuf;

// Keeps the first error of the text format parser.
class FirstError : public pb::io::ErrorCollector {
 public:
  void AddError(int line, int, const std::string& message) override {
    if (line_ > 0) return;
    line_ = line + 1;
    message_ = message;
  }
  int line() const { return std::max(1, line_); }
  const std::string& message() const { return message_; }

 private:
  int line_ = 0;
  std::string message_;
};

}  // namespace

absl::Status Wrong(absl::string_view file, int line, absl::string_view want,
                   absl::string_view got) {
  return absl::InvalidArgumentError(
      absl::StrCat(file, ":", line, ": want ", want, ", got ", got));
}

absl::Status ParseTextproto(absl::string_view file, absl::string_view text,
                            absl::string_view what, pb::Message* message,
                            pb::TextFormat::ParseInfoTree* tree) {
  FirstError error;
  pb::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  parser.WriteLocationsTo(tree);
  pb::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
  if (parser.Parse(&input, message)) return absl::OkStatus();
  return Wrong(file, error.line(),
               absl::StrCat(what, " in protobuf text format"), error.message());
}

int LineOf(const pb::TextFormat::ParseInfoTree& tree,
           const pb::FieldDescriptor* field, int index) {
  return std::max(0, tree.GetLocation(field, index).line) + 1;
}

}  // namespace onrecord::proto
