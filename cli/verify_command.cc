#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/history_file.h"
#include "cli/labels.h"
#include "cli/output_file.h"
#include "cli/record_source.h"
#include "cli/track_store.h"
#include "pipeline/check_record.h"
#include "pipeline/check_totals.h"
#include "store/check_store.h"

namespace onrecord::cli {
namespace {

using pipeline::InputKind;

// Checks all records of a file; what a good one is said to hold.
absl::StatusOr<std::string> VerifyRecords(const std::string& path,
                                          InputKind kind) {
  absl::StatusOr<std::unique_ptr<RecordSource>> source =
      RecordSource::Open(path, kind);
  if (!source.ok()) return source.status();
  v1::ArticleRecord record;
  int64_t records = 0, quotes = 0, errors = 0;
  while (true) {
    absl::StatusOr<bool> more = (*source)->Next(&record);
    if (!more.ok()) return more.status();
    if (!*more) break;
    const absl::Status status = pipeline::CheckRecord(record);
    if (!status.ok()) {
      return BadDataError(absl::StrFormat("%s: record %d: %s", path,
                                          records + 1, status.message()));
    }
    ++records;
    quotes +=
        std::count_if(record.quotes().begin(), record.quotes().end(), IsSpeech);
    errors += record.errors_size();
  }
  const std::string checked =
      kind == InputKind::kRecordFile
          ? absl::StrCat(CountText((*source)->segments(), "segment"),
                         " with good checksums")
          : "JSON lines, without checksums";
  return absl::StrCat("records: ", CountText(records, "article"), ", ",
                      CountText(quotes, "quotation"), ", ",
                      CountText(errors, "error"), ", ", checked);
}

absl::StatusOr<std::string> VerifyHistory(const std::string& path) {
  const absl::StatusOr<v1::History> history = LoadHistory(path);
  if (!history.ok()) return history.status();
  const absl::Status status = pipeline::CheckTotals(*history);
  if (!status.ok()) {
    return BadDataError(absl::StrCat(path, ": ", status.message()));
  }
  const v1::HistoryCounts& counts = history->counts();
  return absl::StrCat(
      "history: ", CountText(history->timelines_size(), "timeline"), ", ",
      CountText(counts.observations(), "observation"), ", ",
      CountText(counts.shifts(), "shift"), ", ",
      CountText(counts.splits(), "split"));
}

absl::StatusOr<std::string> VerifyStore(const std::string& path) {
  const auto contents = store::CheckStore(path);
  if (!contents.ok()) return StoreError(path, contents.status());
  return absl::StrCat("store of version ", contents->version, ": ",
                      CountText(contents->articles, "article"), ", ",
                      CountText(contents->quotes, "quotation"), ", ",
                      CountText(contents->speakers, "speaker"), " in them");
}

std::string WhatItIs(const std::string& path) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0) return "nothing";
  if (S_ISDIR(info.st_mode)) return "a folder";
  return S_ISREG(info.st_mode) && info.st_size == 0 ? "an empty file"
                                                    : "other data";
}

absl::StatusOr<std::string> Verify(const std::string& path) {
  absl::StatusOr<InputKind> kind = DetectInput(path);
  if (!kind.ok()) return kind.status();
  switch (*kind) {
    case InputKind::kRecordFile:
    case InputKind::kRecordLines:
      return VerifyRecords(path, *kind);
    case InputKind::kHistory:
      return VerifyHistory(path);
    case InputKind::kStore:
      return VerifyStore(path);
    case InputKind::kArticles:
      break;
  }
  return BadDataError(
      absl::StrCat(path, ": want a record file, a history or a store, found ",
                   WhatItIs(path)));
}

absl::Status RunVerify(const std::string& path) {
  absl::StatusOr<std::string> good = Verify(path);
  if (!good.ok()) return good.status();
  return WriteOutput("-", absl::StrCat(path, ": ok: ", *good, "\n"));
}

}  // namespace

Action AddVerify(CLI::App& app) {
  auto path = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "verify", "Check a record file, a history or a store from end to end");
  command->add_option("FILE", *path, "Record file, history or store")
      ->required();
  return [path] { return RunVerify(*path); };
}

}  // namespace onrecord::cli
