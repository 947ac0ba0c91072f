#include "ingest/reader.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "ingest/byte_source.h"
#include "ingest/jsonl.h"
#include "ingest/plain_text.h"
#include "text/dates.h"

namespace onrecord::ingest {
namespace {

enum class Format { kPlainText, kJsonl, kJson, kUnknown };

struct Ending {
  absl::string_view ending;
  Format format;
};
constexpr Ending kEndings[] = {
    {".json", Format::kJson},     {".jsonl", Format::kJsonl},
    {".ndjson", Format::kJsonl},  {".text", Format::kPlainText},
    {".txt", Format::kPlainText},
};

Format FormatOf(absl::string_view path) {
  for (const Ending& known : kEndings) {
    if (absl::EndsWithIgnoreCase(path, known.ending)) return known.format;
  }
  return Format::kUnknown;
}

absl::Status SystemError(absl::string_view path, absl::string_view wanted,
                         int error) {
  const std::string message = absl::StrCat(path, ": wanted ", wanted,
                                           ", found: ", std::strerror(error));
  if (error == ENOENT || error == ENOTDIR) {
    return absl::NotFoundError(message);
  }
  if (error == EACCES || error == EPERM) {
    return absl::PermissionDeniedError(message);
  }
  return absl::UnavailableError(message);
}

std::string Join(const std::string& folder, absl::string_view name) {
  return absl::StrCat(folder, absl::EndsWith(folder, "/") ? "" : "/", name);
}

// The names in a folder that are not hidden, sorted from the last to the first.
absl::Status ListFolder(const std::string& path,
                        std::vector<std::string>* names) {
  DIR* folder = opendir(path.c_str());
  if (folder == nullptr) {
    return SystemError(path, "a readable directory", errno);
  }
  errno = 0;
  while (const dirent* entry = readdir(folder)) {
    if (entry->d_name[0] != '.') names->emplace_back(entry->d_name);
  }
  const int error = errno;
  closedir(folder);
  if (error != 0) return SystemError(path, "a readable directory", error);
  std::sort(names->begin(), names->end(), std::greater<std::string>());
  return absl::OkStatus();
}

}  // namespace

Reader::Reader(std::vector<std::string> paths, const text::Lexicon& lexicon,
               ReaderOptions options)
    : paths_(std::move(paths)),
      lexicon_(lexicon),
      options_(std::move(options)) {}

Reader::~Reader() = default;

absl::StatusOr<std::unique_ptr<Reader>> Reader::Open(
    std::vector<std::string> paths, const text::Lexicon& lexicon,
    ReaderOptions options) {
  if (!options.published.empty()) {
    const auto date = text::ParsePartialDate(options.published);
    if (!date || date->day == 0) {
      return absl::InvalidArgumentError(
          absl::StrCat("published: wanted a date such as 2023-12-28, found \"",
                       options.published, "\""));
    }
    options.published = date->ToString();
  }
  for (const std::string& path : paths) {
    if (path != "-" && access(path.c_str(), R_OK) != 0) {
      return SystemError(path, "a readable file or directory", errno);
    }
  }
  return std::unique_ptr<Reader>(
      new Reader(std::move(paths), lexicon, std::move(options)));
}

absl::Status Reader::OpenFile(const std::string& path) {
  absl::StatusOr<std::unique_ptr<ByteSource>> bytes = ByteSource::Open(path);
  if (!bytes.ok()) return bytes.status();
  Format format = FormatOf(path);
  if (format == Format::kUnknown) {
    const absl::StatusOr<char> first = (*bytes)->PeekFirstByte();
    if (!first.ok()) return first.status();
    format = *first == '{' ? Format::kJsonl : Format::kPlainText;
    if (path == "-" && *first == 0) return absl::OkStatus();  // No input.
  }
  const auto open = format == Format::kJsonl  ? OpenJsonl
                    : format == Format::kJson ? OpenJson
                                              : OpenPlainText;
  source_ = open(*std::move(bytes), options_, lexicon_);
  return absl::OkStatus();
}

absl::Status Reader::EnterFolder(const std::string& path) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0) {
    return SystemError(path, "a readable directory", errno);
  }
  if (!entered_.emplace(info.st_dev, info.st_ino).second) {
    warning_ = absl::StrCat(
        path, ": wanted a folder that is new, found one that was read already");
    return absl::OkStatus();
  }
  Folder folder;
  folder.path = path;
  if (absl::Status status = ListFolder(path, &folder.names); !status.ok()) {
    return status;
  }
  folders_.push_back(std::move(folder));
  return absl::OkStatus();
}

// Opens the next file of the innermost folder, or enters or leaves a folder.
// True if `item` was filled instead.
absl::StatusOr<bool> Reader::NextInFolder(ReadItem* item) {
  Folder& folder = folders_.back();
  if (folder.names.empty()) {
    folders_.pop_back();
    return false;
  }
  const std::string path = Join(folder.path, folder.names.back());
  folder.names.pop_back();
  struct stat info;
  absl::Status status;
  if (stat(path.c_str(), &info) != 0) {
    if (FormatOf(path) == Format::kUnknown) return false;
    status = SystemError(path, "a readable file", errno);
  } else if (S_ISDIR(info.st_mode)) {
    status = EnterFolder(path);
  } else if (S_ISREG(info.st_mode) && FormatOf(path) != Format::kUnknown) {
    status = OpenFile(path);
  }
  if (status.ok()) return false;
  *item = ReadItem::Error(status.message());
  return true;
}

absl::StatusOr<bool> Reader::Next(ReadItem* item) {
  for (;;) {
    if (source_ != nullptr) {
      absl::StatusOr<bool> more = source_->Next(item);
      if (more.ok() && *more) return true;
      source_ = nullptr;
      if (!more.ok() && folders_.empty()) return more.status();
      if (!more.ok()) {
        *item = ReadItem::Error(more.status().message());
        return true;
      }
    }
    if (!warning_.empty()) {
      *item = ReadItem::Warning(std::exchange(warning_, ""));
      return true;
    }
    if (!folders_.empty()) {
      const absl::StatusOr<bool> filled = NextInFolder(item);
      if (filled.ok() && *filled) return true;
      continue;
    }
    if (next_path_ == paths_.size()) return false;
    const std::string& path = paths_[next_path_++];
    struct stat info;
    const bool folder =
        path != "-" && stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
    const absl::Status status = folder ? EnterFolder(path) : OpenFile(path);
    if (!status.ok()) return status;
  }
}

}  // namespace onrecord::ingest
