#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/analyze_inputs.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/output_flags.h"
#include "cli/record_source.h"
#include "cli/record_writer.h"
#include "text/sha256.h"

namespace onrecord::cli {
namespace {

struct MergeFlags {
  std::vector<std::string> inputs;
  OutputFlags output;
  bool skip_damaged = false;
};

// Where a record stands in canonical order: by article id, then content, then
// the hash of everything but the place it was read from. An article that was
// read from two places is one record.
using RecordKey = std::tuple<std::string, std::string, std::string>;
// To the bytes; of equal records the least ones, so that their order does not
// count.
using RecordSet = std::map<RecordKey, std::string>;

// Clears the place in `record`.
RecordSet::value_type ElementOf(v1::ArticleRecord* record) {
  std::string bytes = record->SerializeAsString();
  record->mutable_article()->clear_source();
  return {{record->article().id(), record->article().content_sha256(),
           text::Sha256Hex(record->SerializeAsString())},
          std::move(bytes)};
}

void Insert(RecordSet::value_type element, RecordSet* records) {
  const auto [place, added] = records->insert(element);
  if (!added && element.second < place->second) {
    place->second = std::move(element.second);
  }
}

// Takes the records of one file, with --skip_damaged those that are intact:
// of a segment with a wrong checksum none, of one that was cut the whole ones
// before the cut.
class FileMerger {
 public:
  FileMerger(RecordSource* source, bool skip_damaged, RecordSet* records)
      : source_(*source), skip_damaged_(skip_damaged), records_(*records) {}

  absl::Status Merge() {
    v1::ArticleRecord record;
    while (true) {
      absl::StatusOr<bool> more = source_.Next(&record);
      if (source_.segments() != segments_ && more.ok()) Keep();
      if (!more.ok() && !(skip_damaged_ && absl::IsDataLoss(more.status()))) {
        return more.status();
      }
      if (!more.ok() && !PassOver(more.status())) break;
      if (!more.ok()) continue;
      if (!*more) break;
      open_.push_back(ElementOf(&record));
    }
    Keep();
    return absl::OkStatus();
  }

  // What --skip_damaged has to say; empty of a good file.
  std::string Report() const {
    return damages_.empty()
               ? ""
               : absl::StrCat(absl::StrJoin(damages_, "\n"), "\nkept ", kept_,
                              " intact records, left out ", left_out_,
                              rest_lost_ ? " and all behind" : "");
  }

 private:
  // The records since the last segment are good.
  void Keep() {
    segments_ = source_.segments();
    kept_ += open_.size();
    for (auto& element : open_) Insert(std::move(element), &records_);
    open_.clear();
  }

  // Notes the damage; true if there is something behind it.
  bool PassOver(const absl::Status& status) {
    damages_.emplace_back(status.message());
    switch (source_.damage()) {
      case RecordSource::Damage::kLine:
        ++left_out_;
        return true;
      case RecordSource::Damage::kSegment:
        if (source_.segments() > segments_ + 1) Keep();  // One before it.
        left_out_ += open_.size();
        open_.clear();
        segments_ = source_.segments();
        return true;
      case RecordSource::Damage::kRest:
        break;
    }
    rest_lost_ = true;
    return false;
  }

  RecordSource& source_;
  const bool skip_damaged_;
  RecordSet& records_;
  std::vector<RecordSet::value_type> open_;  // Since the last segment.
  int64_t segments_ = 0;
  size_t kept_ = 0, left_out_ = 0;
  bool rest_lost_ = false;
  std::vector<std::string> damages_;
};

absl::Status AddRecords(const std::string& path, bool skip_damaged,
                        RecordSet* records) {
  absl::StatusOr<pipeline::InputKind> kind = DetectInput(path);
  if (!kind.ok()) return kind.status();
  if (*kind != pipeline::InputKind::kRecordFile &&
      *kind != pipeline::InputKind::kRecordLines) {
    return BadDataError(
        absl::StrCat(path, ": want a record file of `onrecord extract`, found ",
                     pipeline::InputKindName(*kind)));
  }
  absl::StatusOr<std::unique_ptr<RecordSource>> source =
      RecordSource::Open(path, *kind);
  if (!source.ok()) return source.status();
  FileMerger merger(source->get(), skip_damaged, records);
  absl::Status status = merger.Merge();
  if (status.ok() && !merger.Report().empty()) {
    PrintMessages({merger.Report()});
  }
  return status;
}

absl::Status RunMerge(const MergeFlags& flags) {
  RecordSet records;
  for (const std::string& input : flags.inputs) {
    absl::Status status = AddRecords(input, flags.skip_damaged, &records);
    if (!status.ok()) return status;
  }
  absl::StatusOr<OutputFile> out = OutputFile::Open(flags.output.output);
  if (!out.ok()) return out.status();
  RecordWriter writer(FormatOf(flags.output, RecordFormats()),
                      DetectTerminal(flags.output.color), &*out);
  for (const auto& [key, record] : records) {
    absl::Status status = writer.Write(writer.Encode(record));
    if (!status.ok()) return status;
  }
  return writer.Close();
}

}  // namespace

Action AddMerge(CLI::App& app) {
  auto flags = std::make_shared<MergeFlags>();
  CLI::App* command = app.add_subcommand(
      "merge",
      "Put record files together: each record once, in canonical order");
  command
      ->add_option("RECORDS", flags->inputs,
                   "Record files; - is standard input")
      ->required();
  AddOutputFlags(*command, RecordFormats(), &flags->output);
  command->add_flag("--skip_damaged", flags->skip_damaged,
                    "Take what is intact of damaged files and say how much; "
                    "without it they end the run");
  return [flags] { return RunMerge(*flags); };
}

}  // namespace onrecord::cli
