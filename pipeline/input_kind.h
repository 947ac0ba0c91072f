#ifndef ONRECORD_PIPELINE_INPUT_KIND_H_
#define ONRECORD_PIPELINE_INPUT_KIND_H_

#include "absl/strings/string_view.h"

namespace onrecord::pipeline {

// What a file holds, told by its first bytes.
enum class InputKind {
  kArticles,     // Anything else: articles as text or JSON lines.
  kRecordFile,   // RecordFile, see record_file.h.
  kRecordLines,  // ArticleRecord as JSON, one a line.
  kHistory,      // A binary History.
  kStore,        // An SQLite database: what `track --store` keeps.
};

// HistoryHeader.format: a history starts with its header.
inline constexpr absl::string_view kHistoryFormat = "onrecord.history.v1";

// Enough of a file's beginning to tell.
inline constexpr int kInputHeadBytes = 256;

// `head` is the file's first kInputHeadBytes, or all of a shorter file.
InputKind InputKindOf(absl::string_view head);

// "article records", "a history", "a store or another database"; "other data"
// for the rest. For messages that say what was found.
absl::string_view InputKindName(InputKind kind);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_INPUT_KIND_H_
