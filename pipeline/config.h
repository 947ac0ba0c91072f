#ifndef ONRECORD_PIPELINE_CONFIG_H_
#define ONRECORD_PIPELINE_CONFIG_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "quotes/attribution_model.h"
#include "quotes/names.h"
#include "stance/opinion.h"
#include "stance/phrase_finder.h"
#include "stance/phrase_table.h"
#include "stance/scorer.h"
#include "stance/target.h"
#include "text/lexicon.h"

namespace onrecord::pipeline {

struct ConfigOptions {
  // Names of built-in targets, or paths of files that end in ".txtpb".
  // Default: all built-in targets.
  std::vector<std::string> targets;
  // A folder whose files stand for the built-in ones of the same name
  // ("cue_verbs.tsv", "targets/ceasefire.txtpb"). Default: none. See
  // DataFiles for what may be in it.
  std::string data_dir;
};

// Everything the analysis of an article depends on beside the article: words,
// weights, targets.
//
//   Errors:  Load() only. InvalidArgument for a target that is unknown (the
//            message lists the known ones) or asked twice; DataLoss for a bad
//            file, be it a target or one of `data_dir` ("file:line: want ...,
//            got ..."); NotFound for a file that cannot be read.
//   Owns:    all of it; scorers and documents refer to it.
//   Threads: const after Load(), share freely.
//   Cost:    the lexicon and the weights are in the program ready to use; with
//            a data folder or a target of the user's own, the lexicon is built
//            at each start (some 30 ms), with the same results.
class Config {
 public:
  static absl::StatusOr<std::unique_ptr<const Config>> Load(
      const ConfigOptions& options);
  Config(const Config&) = delete;
  Config& operator=(const Config&) = delete;

  const text::Lexicon& lexicon() const { return *lexicon_; }
  const quotes::AttributionModel& attribution_model() const { return model_; }
  const quotes::Nicknames& nicknames() const { return nicknames_; }
  const stance::PhraseTable& channel_phrases() const { return channels_; }
  const stance::PhraseTable& shift_phrases() const { return shifts_; }
  // Finds those of channel_phrases(), then those of shift_phrases().
  const stance::PhraseFinder& phrase_finder() const { return phrase_finder_; }
  // By name, and their scorers in the same order.
  const std::vector<stance::Target>& targets() const { return targets_; }
  const std::vector<stance::StanceScorer>& scorers() const { return scorers_; }
  // Of the program's version and the bytes of all files used, 64 lower-case
  // hexadecimal digits: equal exactly if the results are.
  const std::string& sha256() const { return sha256_; }

 private:
  Config() = default;
  absl::Status LoadAll(const ConfigOptions& options);

  std::vector<stance::Target> targets_;
  std::unique_ptr<const text::Lexicon> lexicon_;
  quotes::AttributionModel model_;
  stance::OpinionModel opinions_;
  quotes::Nicknames nicknames_;
  stance::PhraseTable channels_;
  stance::PhraseTable shifts_;
  stance::PhraseFinder phrase_finder_;
  std::vector<stance::StanceScorer> scorers_;
  std::string sha256_;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_CONFIG_H_
