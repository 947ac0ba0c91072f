#ifndef ONRECORD_PIPELINE_IDENTIFY_H_
#define ONRECORD_PIPELINE_IDENTIFY_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "pipeline/corpus.h"
#include "pipeline/corrections_file.h"
#include "pipeline/history.h"
#include "quotes/identity.h"
#include "quotes/names.h"

namespace onrecord::pipeline {

// What is known about speakers beside the articles.
struct Knowledge {
  // Short forms of given names; nullptr: the list of data/nicknames.tsv.
  const quotes::Nicknames* nicknames = nullptr;
  std::vector<quotes::KnownSpeaker> roster;
  Corrections corrections;
};

// Who the speakers of a corpus are.
struct CorpusSpeakers {
  std::vector<size_t> begins;  // Of each record's inputs in `identities`.
  quotes::Identities identities;

  // nullptr if the index points nowhere or the speaker has no name.
  const quotes::Speaker* Find(const Corpus& corpus, size_t record,
                              int32_t speaker) const;
};

// Applies a reader's rulings on quotations to the records, and finds out who is
// who. Rulings that fit no more (the article has no such words now, nobody asks
// for the built-in target) are left out, each with an entry in
// corpus->warnings. `asked` are the questions beside those in the records.
//
//   Errors: DataLoss "FILE:LINE: want ..., got ..." for a ruling that names an
//           unknown quotation, speaker or target, or contradicts another one
//           or the roster.
absl::StatusOr<CorpusSpeakers> IdentifyCorpus(
    const Knowledge& knowledge, const std::vector<HistoryTarget>& asked,
    Corpus* corpus);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_IDENTIFY_H_
