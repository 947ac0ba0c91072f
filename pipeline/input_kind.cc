#include "pipeline/input_kind.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "pipeline/record_file.h"

namespace onrecord::pipeline {
namespace {

constexpr absl::string_view kSqliteMagic("SQLite format 3\0", 16);

bool Eat(absl::string_view token, absl::string_view* text) {
  *text = absl::StripLeadingAsciiWhitespace(*text);
  return absl::ConsumePrefix(text, token);
}

// {"article":{ - an article's own line would have a text there.
bool IsRecordLine(absl::string_view head) {
  return Eat("{", &head) && Eat("\"article\"", &head) && Eat(":", &head) &&
         Eat("{", &head);
}

}  // namespace

InputKind InputKindOf(absl::string_view head) {
  if (absl::StartsWith(head, kRecordFileMagic)) return InputKind::kRecordFile;
  if (absl::StartsWith(head, "\x0a") &&
      absl::StrContains(head.substr(0, 32), kHistoryFormat)) {
    return InputKind::kHistory;
  }
  if (absl::StartsWith(head, kSqliteMagic)) return InputKind::kStore;
  return IsRecordLine(head) ? InputKind::kRecordLines : InputKind::kArticles;
}

absl::string_view InputKindName(InputKind kind) {
  switch (kind) {
    case InputKind::kRecordFile:
    case InputKind::kRecordLines:
      return "article records";
    case InputKind::kHistory:
      return "a history";
    case InputKind::kStore:
      return "a store or another database";
    case InputKind::kArticles:
      break;
  }
  return "other data";
}

}  // namespace onrecord::pipeline
