#ifndef ONRECORD_CLI_PROGRESS_H_
#define ONRECORD_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "cli/run_counts.h"

namespace onrecord::cli {

// The one line that tells how far a run is, as bytes for a terminal:
//
//   onrecord: 12000 articles, 54.1 MB, 11.2 MB/s, 35 s left
//
// It is drawn over itself, at most five times a second. Does no I/O.
class ProgressLine {
 public:
  // `total_bytes`: of all inputs; 0 where that is not known, then no time left
  // is told. `columns`: of the terminal.
  ProgressLine(int64_t total_bytes, int columns)
      : total_bytes_(total_bytes), columns_(columns) {}

  // The line at a time since the start of the run; empty if it is too early
  // for another one. Times never go back.
  std::string Update(double seconds, const RunCounts& counts);
  // What takes the line away; empty if there is none.
  std::string Clear();

 private:
  const int64_t total_bytes_;
  const int columns_;
  double last_seconds_ = 0;
  bool shown_ = false;
};

// Shows that line on the standard error where that is a terminal; else does
// nothing. One thread.
class Progress {
 public:
  // `inputs`: what the run reads; files, folders, "-".
  explicit Progress(const std::vector<std::string>& inputs);

  void Update(const RunCounts& counts);
  // Before anything else is printed, and at the end.
  void Clear();

 private:
  absl::optional<ProgressLine> line_;
  const std::chrono::steady_clock::time_point start_;
};

// Bytes of the files that the inputs name; 0 if one of them is no file or
// folder (a pipe).
int64_t TotalBytes(const std::vector<std::string>& inputs);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_PROGRESS_H_
