#include "store/rescue.h"

#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "store/article_rows.h"
#include "store/database.h"
#include "store/page_carver.h"

namespace onrecord::store {
namespace {

constexpr absl::Duration kTimeout = absl::Seconds(5);

// What was saved so far and what is known to have been there.
class Rescue {
 public:
  using Take = std::function<absl::Status(absl::string_view)>;
  explicit Rescue(const Take& take) : take_(take) {}

  // Takes a row if it is whole and its article is new.
  void Offer(int64_t number, const ArticleRow& row) {
    known_.insert(number);
    if (!status_.ok() || saved_ids_.contains(row.id)) return;
    if (!ParseRow(row).ok()) return;
    status_ = take_(row.record);
    if (!status_.ok()) return;
    saved_ids_.insert(row.id);
    saved_.insert(number);
  }
  void Know(int64_t number) { known_.insert(number); }

  absl::StatusOr<RescueCounts> Counts(bool all_known) const {
    if (!status_.ok()) return status_;
    RescueCounts counts;
    counts.saved = static_cast<int64_t>(saved_ids_.size());
    for (const int64_t number : known_) counts.lost += !saved_.contains(number);
    counts.all_known = all_known;
    return counts;
  }

 private:
  const Take& take_;
  absl::Status status_;
  absl::flat_hash_set<std::string> saved_ids_;
  absl::flat_hash_set<int64_t> saved_, known_;
};

// True if it came to the end without an error.
bool EachRow(const Database& database, const std::string& sql,
             const std::function<void(const Statement&)>& row) {
  auto rows = database.Prepare(sql);
  if (!rows.ok()) return false;
  while (true) {
    const absl::StatusOr<bool> more = rows->Step();
    if (!more.ok()) return false;
    if (!*more) return true;
    row(*rows);
  }
}

// True if the list of articles could be read.
bool RescueByQuery(const std::string& path, Rescue* rescue) {
  const auto database = Database::Open(path, Access::kRead, kTimeout);
  if (!database.ok()) return false;
  const auto offer = [rescue](const Statement& row) {
    rescue->Offer(row.Number(0), ReadArticleRow(row, 1));
  };
  const std::string articles = absl::StrCat("SELECT number, ", kArticleColumns,
                                            " FROM article ORDER BY number");
  if (!EachRow(*database, articles, offer)) {
    EachRow(*database, absl::StrCat(articles, " DESC"), offer);
  }
  const auto know = [rescue](const Statement& row) {
    rescue->Know(row.Number(0));
  };
  EachRow(*database, "SELECT article FROM speaker", know);
  return EachRow(*database,
                 "SELECT number FROM article INDEXED BY article_by_outlet",
                 know);
}

}  // namespace

absl::StatusOr<RescueCounts> RescueRecords(
    const std::string& path,
    const std::function<absl::Status(absl::string_view record)>& take) {
  Rescue rescue(take);
  const auto pages = PageCarver::Open(path);
  if (!pages.ok()) return pages.status();
  const bool all_known = RescueByQuery(path, &rescue);
  pages->Carve([&rescue](int64_t number, const ArticleRow& row) {
    rescue.Offer(number, row);
  });
  return rescue.Counts(all_known);
}

}  // namespace onrecord::store
