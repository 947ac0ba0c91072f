#include "cli/input_stream.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"

namespace onrecord::cli {
namespace {

using pipeline::InputKind;

constexpr absl::string_view kRecordFileEnding = ".binpb";

// The reader tells apart more kinds of failure than the exit codes do.
absl::Status ReadError(const absl::Status& status) {
  return absl::UnknownError(status.message());
}

bool IsFolder(const std::string& path) {
  struct stat info;
  return path != "-" && ::stat(path.c_str(), &info) == 0 &&
         S_ISDIR(info.st_mode);
}

// The record files below a folder, sorted; links to folders are not followed.
std::vector<std::string> RecordFilesBelow(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator it(
      folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && it != fs::recursive_directory_iterator();
       it.increment(error)) {
    const std::string path = it->path().string();
    std::error_code ignored;
    if (absl::EndsWith(path, kRecordFileEnding) &&
        it->is_regular_file(ignored)) {
      files.push_back(path);
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

absl::Status NotWanted(const std::string& path, bool records_wanted,
                       absl::string_view found) {
  return BadDataError(absl::StrCat(path, ": want articles",
                                   records_wanted ? " or article records" : "",
                                   ", found ", found));
}

}  // namespace

// Puts an input where it belongs.
absl::Status InputStream::Sort(const std::string& input, bool records_wanted,
                               std::vector<std::string>* articles) {
  absl::StatusOr<InputKind> kind = DetectInput(input);
  if (!kind.ok()) return kind.status();
  switch (*kind) {
    case InputKind::kArticles:
      articles->push_back(input);
      break;
    case InputKind::kHistory:
      return NotWanted(input, records_wanted, pipeline::InputKindName(*kind));
    case InputKind::kStore:
      return NotWanted(input, records_wanted,
                       "a store (`onrecord track --store` reads it)");
    case InputKind::kRecordFile:
    case InputKind::kRecordLines:
      if (!records_wanted) {
        return NotWanted(input, records_wanted,
                         "article records (`onrecord track` reads them)");
      }
      record_inputs_.push_back({input, *kind});
  }
  if (!records_wanted || !IsFolder(input)) return absl::OkStatus();
  for (const std::string& path : RecordFilesBelow(input)) {
    record_inputs_.push_back({path, InputKind::kRecordFile});
  }
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<InputStream>> InputStream::Open(
    const std::vector<std::string>& inputs, const InputStreamOptions& options,
    const text::Lexicon& lexicon) {
  std::unique_ptr<InputStream> stream(new InputStream);
  std::vector<std::string> articles;
  for (const std::string& input : inputs) {
    absl::Status status = stream->Sort(input, options.records, &articles);
    if (!status.ok()) return status;
  }
  absl::StatusOr<std::unique_ptr<ingest::Reader>> reader =
      ingest::Reader::Open(std::move(articles), lexicon, options.reader);
  if (!reader.ok()) return ReadError(reader.status());
  stream->articles_ = *std::move(reader);
  return stream;
}

absl::StatusOr<bool> InputStream::NextArticle(InputItem* item) {
  ingest::ReadItem read;
  absl::StatusOr<bool> more = articles_->Next(&read);
  if (!more.ok()) return ReadError(more.status());
  if (!*more) return false;
  switch (read.kind) {
    case ingest::ReadItem::Kind::kArticle:
      item->kind = InputItem::Kind::kArticle;
      break;
    case ingest::ReadItem::Kind::kError:
      item->kind = InputItem::Kind::kError;
      break;
    case ingest::ReadItem::Kind::kWarning:
      item->kind = InputItem::Kind::kWarning;
      break;
  }
  item->article = std::move(read.article);
  item->message = std::move(read.message);
  return true;
}

absl::StatusOr<bool> InputStream::NextRecord(InputItem* item) {
  item->kind = InputItem::Kind::kRecord;
  while (records_ != nullptr || next_record_input_ < record_inputs_.size()) {
    if (records_ == nullptr) {
      const RecordInput& input = record_inputs_[next_record_input_++];
      auto source = RecordSource::Open(input.path, input.kind);
      if (!source.ok()) return source.status();
      records_ = *std::move(source);
    }
    absl::StatusOr<bool> more = records_->Next(&item->record);
    if (!more.ok() || *more) return more;
    records_ = nullptr;
  }
  return false;
}

absl::StatusOr<bool> InputStream::Next(InputItem* item) {
  if (articles_ != nullptr) {
    absl::StatusOr<bool> more = NextArticle(item);
    if (!more.ok() || *more) return more;
    articles_ = nullptr;
  }
  return NextRecord(item);
}

}  // namespace onrecord::cli
