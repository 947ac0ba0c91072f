#include "pipeline/message_text.h"

#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

namespace onrecord::pipeline {
namespace {

namespace pb = google::protobuf;

std::string ToJson(const pb::Message& message, bool indented) {
  pb::util::JsonPrintOptions options;
  options.add_whitespace = indented;
  std::string json;
  // Fails only for messages with google.protobuf.Any, of which there are none.
  (void)pb::util::MessageToJsonString(message, &json, options);
  return json;
}

}  // namespace

std::string ToJsonLine(const pb::Message& message) {
  return ToJson(message, /*indented=*/false);
}

std::string ToIndentedJson(const pb::Message& message) {
  return ToJson(message, /*indented=*/true);
}

std::string ToTextproto(const pb::Message& message) {
  pb::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(message, &text);
  return text;
}

absl::Status FromJson(absl::string_view json, pb::Message* message) {
  pb::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  message->Clear();
  const auto status = pb::util::JsonStringToMessage(
      pb::StringPiece(json.data(), json.size()), message, options);
  if (status.ok()) return absl::OkStatus();
  return absl::DataLossError(
      absl::string_view(status.message().data(), status.message().size()));
}

}  // namespace onrecord::pipeline
