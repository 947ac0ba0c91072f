#include "pipeline/config.h"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "data/embedded.h"
#include "pipeline/version.h"
#include "stance/channel.h"
#include "stance/reported_shift.h"
#include "stance/target_proto.h"

namespace onrecord::pipeline {
namespace {

constexpr absl::string_view kTargetFolder = "targets/";
constexpr absl::string_view kTargetEnding = ".txtpb";

// The error a bad file leads to: whoever wrote a target gets a usage error,
// whoever changed a table one about data.
absl::Status BadTarget(const absl::Status& status) {
  return absl::InvalidArgumentError(status.message());
}
absl::Status BadTable(const absl::Status& status) {
  return status.ok() ? status : absl::DataLossError(status.message());
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

// Of all built-in files, in hexadecimal digits.
constexpr absl::string_view kEmbeddedSha256 =
#include "pipeline/embedded_sha256.inc"
    ;

// Gives out data files, those of the folder before the built-in ones, and
// keeps the checksum of all that it gave out.
class DataFiles {
 public:
  explicit DataFiles(std::string folder) : folder_(std::move(folder)) {
    crypto_hash_sha256_init(&hash_);
    Hash(kVersion);
    Hash(kEmbeddedSha256);
  }

  struct File {
    std::string path;  // For messages.
    absl::string_view embedded;
    std::string read;  // Holds in place of `embedded` if it is not empty.

    absl::string_view contents() const {
      return read.empty() ? embedded : absl::string_view(read);
    }
  };

  // The data file of this name: that of the folder, else the built-in one.
  absl::StatusOr<File> Get(absl::string_view name) {
    Hash(name);
    const std::string path = absl::StrCat(folder_, "/", name);
    if (!folder_.empty() && std::ifstream(path).is_open()) return Read(path);
    return File{absl::StrCat("data/", name), data::EmbeddedContents(name), ""};
  }

  absl::StatusOr<File> Read(const std::string& path) {
    absl::StatusOr<std::string> contents = ReadWholeFile(path);
    if (!contents.ok()) return contents.status();
    Hash(*contents);
    return File{path, "", *std::move(contents)};
  }

  std::string Sha256() {
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&hash_, digest);
    char hex[2 * sizeof(digest) + 1];
    sodium_bin2hex(hex, sizeof(hex), digest, sizeof(digest));
    return hex;
  }

 private:
  // The length as well, so that no two lists of files look the same.
  void Hash(absl::string_view bytes) {
    const std::string size = absl::StrCat(bytes.size(), ":");
    for (absl::string_view part : {absl::string_view(size), bytes}) {
      crypto_hash_sha256_update(
          &hash_, reinterpret_cast<const unsigned char*>(part.data()),
          part.size());
    }
  }

  const std::string folder_;
  crypto_hash_sha256_state hash_;
};

absl::Status AddWords(DataFiles* files, text::Lexicon::Builder* builder) {
  using Add = absl::Status (text::Lexicon::Builder::*)(absl::string_view,
                                                       absl::string_view);
  std::vector<std::pair<absl::string_view, Add>> tables = {
      {"irregular_verbs.tsv", &text::Lexicon::Builder::AddIrregularVerbs},
      {"irregular_nouns.tsv", &text::Lexicon::Builder::AddIrregularNouns},
  };
  for (const data::EmbeddedFile& file : data::EmbeddedFiles()) {
    if (data::IsWordList(file.name)) {
      tables.emplace_back(file.name, &text::Lexicon::Builder::AddWords);
    }
  }
  for (const auto& [name, add] : tables) {
    absl::StatusOr<DataFiles::File> file = files->Get(name);
    if (!file.ok()) return file.status();
    absl::Status status = (builder->*add)(file->path, file->contents());
    if (!status.ok()) return BadTable(status);
  }
  return absl::OkStatus();
}

// Reads one table that has a reader of its own.
template <typename Table>
absl::Status LoadTable(absl::string_view name,
                       absl::StatusOr<Table> (*parse)(absl::string_view,
                                                      absl::string_view),
                       DataFiles* files, Table* table) {
  absl::StatusOr<DataFiles::File> file = files->Get(name);
  if (!file.ok()) return file.status();
  absl::StatusOr<Table> parsed = parse(file->path, file->contents());
  if (!parsed.ok()) return BadTable(parsed.status());
  *table = *std::move(parsed);
  return absl::OkStatus();
}

bool IsFolder(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

absl::Status UnknownTarget(absl::string_view name) {
  return absl::InvalidArgumentError(absl::StrCat(
      "--target: want one of ", absl::StrJoin(BuiltInTargets(), ", "),
      " or a file FILE", kTargetEnding, ", found ", name));
}

absl::StatusOr<stance::Target> LoadTarget(const std::string& name,
                                          DataFiles* files) {
  absl::StatusOr<DataFiles::File> file;
  if (!BuiltInTargetFile(name).empty()) {
    file = files->Get(absl::StrCat(kTargetFolder, name, kTargetEnding));
  } else if (absl::EndsWith(name, kTargetEnding)) {
    file = files->Read(name);
  } else {
    return UnknownTarget(name);
  }
  if (!file.ok()) return file.status();
  absl::StatusOr<stance::Target> target =
      stance::ParseTarget(file->path, file->contents());
  if (!target.ok()) return BadTarget(target.status());
  return target;
}

absl::StatusOr<std::vector<stance::Target>> LoadTargets(
    std::vector<std::string> names, DataFiles* files) {
  if (names.empty()) names = BuiltInTargets();
  std::sort(names.begin(), names.end());  // The checksum goes by this order.
  std::vector<stance::Target> targets;
  for (const std::string& name : names) {
    absl::StatusOr<stance::Target> target = LoadTarget(name, files);
    if (!target.ok()) return target.status();
    targets.push_back(*std::move(target));
  }
  const auto by_name = [](const stance::Target& a, const stance::Target& b) {
    return a.name < b.name;
  };
  std::sort(targets.begin(), targets.end(), by_name);
  for (size_t i = 1; i < targets.size(); ++i) {
    if (targets[i - 1].name == targets[i].name) {
      return absl::InvalidArgumentError(
          absl::StrCat("--target: want each target once, found two named ",
                       targets[i].name));
    }
  }
  return targets;
}

}  // namespace

absl::Status Config::LoadAll(const ConfigOptions& options) {
  if (!options.data_dir.empty() && !IsFolder(options.data_dir)) {
    return absl::NotFoundError(
        absl::StrCat(options.data_dir, ": want a folder, found none"));
  }
  DataFiles files(options.data_dir);
  absl::StatusOr<std::vector<stance::Target>> targets =
      LoadTargets(options.targets, &files);
  if (!targets.ok()) return targets.status();
  targets_ = *std::move(targets);
  text::Lexicon::Builder builder;
  absl::Status status = AddWords(&files, &builder);
  status.Update(LoadTable("attribution_weights.tsv",
                          &quotes::AttributionModel::Parse, &files, &model_));
  status.Update(LoadTable("nicknames.tsv", &quotes::Nicknames::FromTsv, &files,
                          &nicknames_));
  status.Update(LoadTable("channel_phrases.tsv", &stance::ReadChannelPhrases,
                          &files, &channels_));
  status.Update(LoadTable("shift_phrases.tsv", &stance::ReadShiftPhrases,
                          &files, &shifts_));
  if (!status.ok()) return status;
  stance::RegisterWords(targets_, &builder);
  lexicon_ = builder.Build();
  scorers_ = stance::MakeScorers(targets_, *lexicon_);
  sha256_ = files.Sha256();
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<const Config>> Config::Load(
    const ConfigOptions& options) {
  auto config = absl::WrapUnique(new Config);
  absl::Status status = config->LoadAll(options);
  if (!status.ok()) return status;
  return std::unique_ptr<const Config>(std::move(config));
}

std::vector<std::string> BuiltInTargets() {
  std::vector<std::string> names;
  for (const data::EmbeddedFile& file : data::EmbeddedFiles()) {
    absl::string_view name = file.name;
    if (absl::ConsumePrefix(&name, kTargetFolder) &&
        absl::ConsumeSuffix(&name, kTargetEnding)) {
      names.emplace_back(name);
    }
  }
  return names;
}

absl::string_view BuiltInTargetFile(absl::string_view name) {
  return data::EmbeddedContents(
      absl::StrCat(kTargetFolder, name, kTargetEnding));
}

}  // namespace onrecord::pipeline
