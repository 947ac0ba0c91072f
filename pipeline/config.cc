#include "pipeline/config.h"

#include <algorithm>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "data/compiled.h"
#include "data/load_lexicon.h"
#include "pipeline/built_in_targets.h"
#include "pipeline/data_files.h"
#include "stance/channel.h"
#include "stance/reported_shift.h"
#include "stance/scorer_image.h"
#include "stance/target_proto.h"

namespace onrecord::pipeline {
namespace {

constexpr absl::string_view kTargetFolder = "targets/";
constexpr absl::string_view kTargetEnding = ".txtpb";

// A bad file is bad data, whoever found out.
absl::Status BadFile(const absl::Status& status) {
  return status.ok() ? status : absl::DataLossError(status.message());
}

absl::Status AddWords(DataFiles* files, text::Lexicon::Builder* builder) {
  for (const data::WordTable& table : data::WordTables()) {
    absl::StatusOr<DataFiles::File> file = files->Get(table.name);
    if (!file.ok()) return file.status();
    absl::Status status = (builder->*table.add)(file->path, file->contents());
    if (!status.ok()) return BadFile(status);
  }
  return absl::OkStatus();
}

// True where the built-in lexicon does not know all words that are asked for.
bool BringsOwnWords(const ConfigOptions& options) {
  return !options.data_dir.empty() ||
         std::any_of(options.targets.begin(), options.targets.end(),
                     [](const std::string& target) {
                       return BuiltInTargetFile(target).empty();
                     });
}

// Makes what tools/compile_data.cc makes, with the folder's word lists and
// the words of `targets`.
absl::StatusOr<std::unique_ptr<const text::Lexicon>> BuildLexicon(
    const std::vector<stance::Target>& targets, DataFiles* files) {
  text::Lexicon::Builder builder;
  absl::Status status = AddWords(files, &builder);
  if (!status.ok()) return status;
  status = RegisterTargets(targets, &builder);
  if (!status.ok()) return status;
  return builder.Build();
}

// The folder's weights, else the compiled ones.
absl::StatusOr<quotes::AttributionModel> LoadWeights(DataFiles* files) {
  absl::StatusOr<DataFiles::File> file = files->Get("attribution_weights.tsv");
  if (!file.ok()) return file.status();
  if (!file->read.has_value()) {
    return quotes::AttributionModel::FromImage(data::WeightsImage());
  }
  auto model = quotes::AttributionModel::Parse(file->path, file->contents());
  if (!model.ok()) return BadFile(model.status());
  return model;
}

// Reads one table that has a reader of its own: parse(path, contents, ...).
template <typename Table, typename Parse, typename... Context>
absl::Status LoadTable(absl::string_view name, Parse parse, DataFiles* files,
                       Table* table, const Context&... context) {
  absl::StatusOr<DataFiles::File> file = files->Get(name);
  if (!file.ok()) return file.status();
  absl::StatusOr<Table> parsed =
      parse(file->path, file->contents(), context...);
  if (!parsed.ok()) return BadFile(parsed.status());
  *table = *std::move(parsed);
  return absl::OkStatus();
}

// The folder's second opinion, else the compiled one.
absl::StatusOr<stance::OpinionModel> LoadOpinions(DataFiles* files) {
  absl::StatusOr<DataFiles::File> file = files->Get("opinion_weights.tsv");
  if (!file.ok()) return file.status();
  if (!file->read.has_value()) {
    return stance::OpinionModel::FromImage(data::OpinionImage());
  }
  auto model = stance::OpinionModel::Parse(file->path, file->contents());
  if (!model.ok()) return BadFile(model.status());
  return model;
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
    files->Hash(name);  // Which of them are asked makes a difference.
    file = files->Get(absl::StrCat(kTargetFolder, name, kTargetEnding));
  } else if (absl::EndsWith(name, kTargetEnding)) {
    file = files->Read(name);
  } else {
    return UnknownTarget(name);
  }
  if (!file.ok()) return file.status();
  absl::StatusOr<stance::Target> target =
      stance::ParseTarget(file->path, file->contents());
  if (!target.ok()) return BadFile(target.status());
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
  absl::StatusOr<DataFiles> opened = DataFiles::Open(options.data_dir);
  if (!opened.ok()) return opened.status();
  DataFiles& files = *opened;
  absl::StatusOr<std::vector<stance::Target>> targets =
      LoadTargets(options.targets, &files);
  if (!targets.ok()) return targets.status();
  targets_ = *std::move(targets);
  absl::StatusOr<std::unique_ptr<const text::Lexicon>> lexicon =
      BringsOwnWords(options) ? BuildLexicon(targets_, &files)
                              : text::Lexicon::FromImage(data::LexiconImage());
  if (!lexicon.ok()) return lexicon.status();
  lexicon_ = *std::move(lexicon);
  absl::StatusOr<quotes::AttributionModel> model = LoadWeights(&files);
  if (!model.ok()) return model.status();
  model_ = *std::move(model);
  absl::Status status = LoadTable("nicknames.tsv", &quotes::Nicknames::FromTsv,
                                  &files, &nicknames_);
  status.Update(LoadTable("channel_phrases.tsv", &stance::ReadChannelPhrases,
                          &files, &channels_, *lexicon_));
  status.Update(LoadTable("shift_phrases.tsv", &stance::ReadShiftPhrases,
                          &files, &shifts_, *lexicon_));
  if (!status.ok()) return status;
  phrase_finder_ = stance::PhraseFinder({&channels_, &shifts_}, *lexicon_);
  absl::StatusOr<stance::OpinionModel> opinions = LoadOpinions(&files);
  if (!opinions.ok()) return opinions.status();
  opinions_ = *std::move(opinions);
  auto scorers = BringsOwnWords(options)
                     ? stance::MakeScorers(targets_, *lexicon_, &opinions_)
                     : stance::ScorersFromImage(data::ScorersImage(), targets_,
                                                &opinions_);
  if (!scorers.ok()) return scorers.status();
  scorers_ = *std::move(scorers);
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

}  // namespace onrecord::pipeline
