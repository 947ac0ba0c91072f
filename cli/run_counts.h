#ifndef ONRECORD_CLI_RUN_COUNTS_H_
#define ONRECORD_CLI_RUN_COUNTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "pipeline/record.h"

namespace onrecord::cli {

// What a run over articles came across.
struct RunCounts {
  int64_t articles = 0;    // Read and recorded.
  int64_t repeats = 0;     // Articles that were among them already.
  int64_t bad = 0;         // Could not be read.
  int64_t quotes = 0;      // Quotations that somebody said.
  int64_t attributed = 0;  // Of these, with a named speaker.
  int64_t bytes = 0;       // Of what was read, roughly.

  void Count(const pipeline::ArticleRecord& record);
  void Add(const RunCounts& other);

  // "12 articles, 143 quotations, 130 with a named speaker, 2 repeats left out,
  // 1 could not be read".
  std::string Summary() const;
  // BadData if nothing was read, or more than `max_bad_ratio` of what was
  // found could not be.
  absl::Status Verdict(const std::vector<std::string>& inputs,
                       double max_bad_ratio) const;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_RUN_COUNTS_H_
