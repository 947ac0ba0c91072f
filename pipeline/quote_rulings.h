#ifndef ONRECORD_PIPELINE_QUOTE_RULINGS_H_
#define ONRECORD_PIPELINE_QUOTE_RULINGS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "pipeline/corpus.h"
#include "pipeline/corrections_file.h"
#include "pipeline/history.h"

namespace onrecord::pipeline {

// A quotation of a corpus.
struct QuotePlace {
  int64_t record = -1;  // -1: the ruling fits no more.
  int64_t quote = -1;

  bool found() const { return record >= 0; }
};

// The quotation that a ruling names. One that is gone from its article is not
// found and gives a warning.
//
//   Errors: DataLoss, there is no such article or number.
absl::StatusOr<QuotePlace> FindQuote(const QuoteRef& ref,
                                     const std::string& where, Corpus* corpus);

// A quotation that a ruling gave to a speaker by id; its record has a new
// speaker without a name for it.
struct GivenQuote {
  const QuoteRuling* ruling = nullptr;
  size_t record = 0;
  int32_t speaker = 0;  // Index into the record's speakers.
};

// Applies the rulings on single quotations to the records and marks what they
// changed. A ruling on a built-in target that is neither asked for nor in the
// records is left out, with a warning.
//
//   Errors: those of FindQuote(); DataLoss for a target that is unknown.
absl::StatusOr<std::vector<GivenQuote>> RuleQuotes(
    const Corrections& corrections, const std::vector<HistoryTarget>& asked,
    Corpus* corpus);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_QUOTE_RULINGS_H_
