#ifndef ONRECORD_STORE_PAGE_CARVER_H_
#define ONRECORD_STORE_PAGE_CARVER_H_

#include <cstdint>
#include <functional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "store/article_rows.h"

namespace onrecord::store {

// Finds rows of `article` in the pages of a file that SQLite may not be able to
// read any more, without its help: every page that looks like a leaf of a
// table is taken for one, wherever the tree above it went. Reads what its
// write-ahead log holds as well.
//
// The layout is that of SQLite's "Database File Format": 1.6 there are the
// pages, 2.1 the rows, 4.1 the log.
class PageCarver {
 public:
  // `number` is the row's; the row may be damaged: only ParseRow() can tell.
  using Take = std::function<void(int64_t number, const ArticleRow& row)>;

  // Reads both files into memory. Errors: Unknown, the file cannot be read.
  static absl::StatusOr<PageCarver> Open(const std::string& path);

  // Gives out everything that has the shape of a row, page by page. One article
  // may come twice: pages that were given up keep what they had.
  void Carve(const Take& take) const;

 private:
  PageCarver(std::string file, std::string log);
  void MapLog();
  // The page with this number, counted from 1; empty if there is none.
  absl::string_view Page(uint64_t number) const;
  void CarvePage(absl::string_view page, size_t header, const Take& take) const;
  // The bytes of a row that begins at `cell`; false if they are no row's.
  bool ReadPayload(absl::string_view cell, int64_t* number,
                   std::string* payload) const;
  bool Follow(uint64_t page, uint64_t size, std::string* payload) const;

  std::string file_, log_;
  uint32_t page_size_;
  uint32_t usable_size_;  // Of a page.
  // Where the log has a newer version of a page.
  absl::flat_hash_map<uint64_t, size_t> in_log_;
};

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_PAGE_CARVER_H_
