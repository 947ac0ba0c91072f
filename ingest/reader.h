#ifndef ONRECORD_INGEST_READER_H_
#define ONRECORD_INGEST_READER_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ingest/read_item.h"
#include "ingest/reader_options.h"
#include "text/lexicon.h"

namespace onrecord::ingest {

// Reads the articles of files, directories and standard input, one at a time:
// memory stays flat however much there is, as no article may be longer than
// ReaderOptions::max_article_bytes.
//
// A path is a file, a directory (all files below it, sorted by name in each
// folder, directory by directory) or "-" (standard input, once). The ending
// tells the format: .jsonl and .ndjson hold one article a line, .json one value
// or lines, all others are one article of plain text; standard input and files
// without one of the known endings are JSONL if their first byte is a '{'.
// Of a directory only .txt, .text, .jsonl, .ndjson and .json are read (in any
// case of letters), hidden files and folders are not, and a folder that was
// read already (a link to a folder above it) is skipped with a warning.
//
//   Errors:  Open: a path that does not exist or cannot be opened, an invalid
//            option. Next: reading failed. Inside a directory a file that
//            cannot be read is an error item.
//   Owns:    open files; `lexicon` must outlive it.
//   Threads: one at a time.
class Reader {
 public:
  static absl::StatusOr<std::unique_ptr<Reader>> Open(
      std::vector<std::string> paths, const text::Lexicon& lexicon,
      ReaderOptions options = {});
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Reads the next item; false at the end. After an error the next call goes
  // on with the next file.
  absl::StatusOr<bool> Next(ReadItem* item);

 private:
  // A folder that is being read: the names that are left, last one first.
  struct Folder {
    std::string path;
    std::vector<std::string> names;
  };

  Reader(std::vector<std::string> paths, const text::Lexicon& lexicon,
         ReaderOptions options);
  absl::Status EnterFolder(const std::string& path);
  absl::Status OpenFile(const std::string& path);
  absl::StatusOr<bool> NextInFolder(ReadItem* item);

  std::vector<std::string> paths_;
  const text::Lexicon& lexicon_;
  ReaderOptions options_;
  size_t next_path_ = 0;
  std::vector<Folder> folders_;  // The innermost last.
  // Device and inode of every folder that was entered.
  absl::flat_hash_set<std::pair<uint64_t, uint64_t>> entered_;
  std::unique_ptr<ItemSource> source_;
  std::string warning_;  // Waits to be the next item.
};

}  // namespace onrecord::ingest

#endif  // ONRECORD_INGEST_READER_H_
