#include "pipeline/data_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "data/embedded.h"
#include "pipeline/nearest_name.h"
#include "pipeline/version.h"

namespace onrecord::pipeline {
namespace {

// Of all built-in files, in hexadecimal digits.
constexpr absl::string_view kEmbeddedSha256 =
#include "pipeline/embedded_sha256.inc"
    ;

// In the program as compiled weights alone.
constexpr absl::string_view kOpinionWeights = "opinion_weights.tsv";

// Where data files are, and what they end in. Other files of a folder (notes)
// are nobody's business.
struct Place {
  absl::string_view folder;  // Below data/.
  absl::string_view ending;
};
constexpr Place kPlaces[] = {{"", ".tsv"}, {"targets/", ".txtpb"}};

std::vector<std::string> DataFileNames() {
  std::vector<std::string> names = {std::string(kOpinionWeights)};
  for (const data::EmbeddedFile& file : data::EmbeddedFiles()) {
    names.emplace_back(file.name);
  }
  return names;
}

// Names below data/ of what a folder has at a place, sorted.
absl::StatusOr<std::vector<std::string>> NamesAt(const std::string& folder,
                                                 const Place& place) {
  const std::string path = absl::StrCat(folder, "/", place.folder);
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(path, error), end;
       !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (absl::EndsWith(name, place.ending)) {
      names.push_back(absl::StrCat(place.folder, name));
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    return absl::NotFoundError(
        absl::StrCat(path, ": cannot read: ", error.message()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

absl::Status CheckNames(const std::string& folder) {
  const std::vector<std::string> known = DataFileNames();
  for (const Place& place : kPlaces) {
    const auto names = NamesAt(folder, place);
    if (!names.ok()) return names.status();
    for (const std::string& name : *names) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string meant = NearestName(name, known);
      return absl::DataLossError(absl::StrCat(
          folder, "/", name, ": want the name of a data file, got ", name,
          meant.empty() ? "" : absl::StrCat("; is ", meant, " meant?")));
    }
  }
  return absl::OkStatus();
}

bool IsFolder(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

// False only where there is nothing: what cannot be looked at is there.
bool IsThere(const std::string& path) {
  struct stat info;
  return ::lstat(path.c_str(), &info) == 0 || errno != ENOENT;
}

// All bytes of a file; NotFound "PATH: cannot read: ...".
absl::StatusOr<std::string> ReadWholeFile(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string contents{std::istreambuf_iterator<char>(file), {}};
  // A folder opens, and fails only when it is read.
  if (!file.is_open() || file.bad() || errno == EISDIR) {
    return absl::NotFoundError(
        absl::StrCat(path, ": cannot read: ", std::strerror(errno)));
  }
  return contents;
}

}  // namespace

DataFiles::DataFiles(std::string folder) : folder_(std::move(folder)) {
  Hash(kVersion);
  Hash(kEmbeddedSha256);
}

absl::StatusOr<DataFiles> DataFiles::Open(std::string folder) {
  if (!folder.empty()) {
    if (!IsFolder(folder)) {
      return absl::NotFoundError(
          absl::StrCat(folder, ": want a folder, found none"));
    }
    absl::Status status = CheckNames(folder);
    if (!status.ok()) return status;
  }
  return DataFiles(std::move(folder));
}

absl::StatusOr<DataFiles::File> DataFiles::Get(absl::string_view name) {
  const std::string path = absl::StrCat(folder_, "/", name);
  if (!folder_.empty() && IsThere(path)) {
    Hash(name);
    return Read(path);
  }
  return File{absl::StrCat("data/", name), data::EmbeddedContents(name),
              absl::nullopt};
}

absl::StatusOr<DataFiles::File> DataFiles::Read(const std::string& path) {
  absl::StatusOr<std::string> contents = ReadWholeFile(path);
  if (!contents.ok()) return contents.status();
  if (contents->empty()) {
    return absl::DataLossError(absl::StrCat(
        path,
        ": want a table or target, got an empty file; a table without "
        "entries has a line that starts with #"));
  }
  absl::StrReplaceAll({{"\r\n", "\n"}}, &*contents);
  Hash(*contents);
  return File{path, "", *std::move(contents)};
}

void DataFiles::Hash(absl::string_view bytes) {
  hash_.Add(absl::StrCat(bytes.size(), ":"));
  hash_.Add(bytes);
}

}  // namespace onrecord::pipeline
