#ifndef ONRECORD_PIPELINE_DATA_FILES_H_
#define ONRECORD_PIPELINE_DATA_FILES_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "text/sha256.h"

namespace onrecord::pipeline {

// Gives out data files, those of a folder before the built-in ones, and keeps
// the checksum of the built-in ones and of all that it read, with the line ends
// of other systems ("\r\n") as "\n". What the folder has is read or an error:
// only a file that is not in it at all is the built-in one.
//
//   Errors:  NotFound for a folder that is none, and for a file that is there
//            and cannot be read; DataLoss for an empty file.
//   Threads: one at a time.
class DataFiles {
 public:
  // `folder` may be empty: built-in files alone. DataLoss where it has a table
  // or target ("*.tsv", "targets/*.txtpb") of a name that no data file has: it
  // would stand for nothing.
  static absl::StatusOr<DataFiles> Open(std::string folder);

  struct File {
    std::string path;                  // For messages.
    absl::string_view embedded;        // Lives for ever.
    absl::optional<std::string> read;  // Holds in place of `embedded`.

    absl::string_view contents() const {
      return read.has_value() ? absl::string_view(*read) : embedded;
    }
  };

  // The data file of this name below data/: that of the folder, else the
  // built-in one.
  absl::StatusOr<File> Get(absl::string_view name);

  // The file at this path, wherever that is.
  absl::StatusOr<File> Read(const std::string& path);

  // Makes the checksum depend on `bytes`: the length as well, so that no two
  // lists of files look the same.
  void Hash(absl::string_view bytes);

  std::string Sha256() { return hash_.Hex(); }

 private:
  explicit DataFiles(std::string folder);

  std::string folder_;
  text::Sha256 hash_;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_DATA_FILES_H_
