#ifndef ONRECORD_CLI_OUTPUT_FILE_H_
#define ONRECORD_CLI_OUTPUT_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace onrecord::cli {

// A file or the standard output, written once from front to back.
//
// A regular file is written beside its place (PATH.partial) and moved there by
// Close(), so that PATH never holds half a result. Pipes and devices are
// written in place. A store (of `track --store`) is never overwritten.
//
//   Errors:  every write, flush and close is checked: a full disk is an error.
//            A closed pipe is Cancelled. Messages name the path.
//            Where another program writes the same PATH: Unavailable.
//   Order:   Close() ends a good output; without it a .partial file is removed.
class OutputFile {
 public:
  // `path` empty or "-": the standard output.
  static absl::StatusOr<OutputFile> Open(const std::string& path);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  // Buffers; an error of an earlier write may show up here or in Close().
  absl::Status Write(absl::string_view bytes);
  // Hands what is buffered to the system.
  absl::Status Flush();
  absl::Status Close();

 private:
  OutputFile(int fd, std::string name, std::string target)
      : fd_(fd), name_(std::move(name)), target_(std::move(target)) {}

  int fd_;              // -1 once closed.
  std::string name_;    // For messages and removal.
  std::string target_;  // Where Close() moves `name_`; empty: nowhere.
  std::string buffer_;
};

// Whether a result may take the place of what is at `path`: nothing or a plain
// file, but no store, whose records are nowhere else. False for pipes, devices
// and folders; an error for a store.
absl::StatusOr<bool> IsReplaceable(const std::string& path);

// Opens, writes and closes: all of a file or of the standard output at once.
absl::Status WriteOutput(const std::string& path, absl::string_view bytes);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_OUTPUT_FILE_H_
