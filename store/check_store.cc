#include "store/check_store.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "pipeline/check_record.h"
#include "store/article_rows.h"
#include "store/database.h"
#include "store/schema.h"

namespace onrecord::store {
namespace {

// A reader never waits for writers; only for one who is making the store.
constexpr absl::Duration kTimeout = absl::Seconds(5);

absl::Status Wrong(const Database& database, absl::string_view what) {
  return absl::DataLossError(absl::StrCat(database.path(), ": ", what));
}

absl::Status CheckStructure(const Database& database) {
  auto check = database.Prepare("PRAGMA integrity_check(1)");
  if (!check.ok()) return check.status();
  const absl::StatusOr<bool> row = check->Step();
  if (!row.ok()) return row.status();
  const absl::string_view verdict = check->Bytes(0);
  if (verdict == "ok") return absl::OkStatus();
  return Wrong(database,
               absl::StrCat("want a whole database, found: ",
                            absl::StrReplaceAll(verdict, {{"\n", " "}})));
}

using Definition = std::tuple<std::string, std::string>;

absl::StatusOr<std::vector<Definition>> DefinitionsOf(
    const Database& database) {
  auto rows = database.Prepare(
      "SELECT name, coalesce(sql, '') FROM sqlite_schema "
      "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name");
  if (!rows.ok()) return rows.status();
  std::vector<Definition> definitions;
  while (true) {
    const absl::StatusOr<bool> more = rows->Step();
    if (!more.ok()) return more.status();
    if (!*more) return definitions;
    definitions.emplace_back(rows->Bytes(0), rows->Bytes(1));
  }
}

absl::Status CheckTables(const Database& database) {
  auto fresh = Database::OpenInMemory();
  if (!fresh.ok()) return fresh.status();
  absl::Status made = MakeTables(*fresh);
  if (!made.ok()) return made;
  const auto wanted = DefinitionsOf(*fresh);
  if (!wanted.ok()) return wanted.status();
  const auto found = DefinitionsOf(database);
  if (!found.ok()) return found.status();
  if (*wanted == *found) return absl::OkStatus();
  return Wrong(database, "want the tables of a store, found others");
}

// Compares the speaker index with the speakers of the records.
class SpeakerIndex {
 public:
  static absl::StatusOr<SpeakerIndex> Open(const Database& database) {
    auto rows = database.Prepare(
        "SELECT position, id, name, name_key FROM speaker WHERE article=? "
        "ORDER BY position");
    if (!rows.ok()) return rows.status();
    return SpeakerIndex(*std::move(rows));
  }

  absl::StatusOr<bool> Agrees(int64_t article,
                              const std::vector<SpeakerRow>& wanted) {
    rows_.Reset();
    rows_.Bind(1, article);
    size_t i = 0;
    while (true) {
      const absl::StatusOr<bool> more = rows_.Step();
      if (!more.ok()) return more.status();
      if (!*more) return i == wanted.size();
      if (i == wanted.size() || rows_.Number(0) != static_cast<int64_t>(i) ||
          rows_.Bytes(1) != wanted[i].id || rows_.Bytes(2) != wanted[i].name ||
          rows_.Bytes(3) != wanted[i].name_key) {
        return false;
      }
      ++i;
    }
  }

 private:
  explicit SpeakerIndex(Statement rows) : rows_(std::move(rows)) {}
  Statement rows_;
};

absl::Status CheckArticle(int64_t number, const ArticleRow& row,
                          SpeakerIndex* index, StoreContents* contents) {
  const auto record = ParseRow(row);
  if (!record.ok()) return record.status();
  absl::Status status = pipeline::CheckRecord(*record);
  if (!status.ok()) return status;
  const std::vector<SpeakerRow> speakers = MakeSpeakerRows(*record);
  const auto agrees = index->Agrees(number, speakers);
  if (!agrees.ok()) return agrees.status();
  if (!*agrees) {
    return absl::DataLossError(
        absl::StrCat("article ", row.id,
                     ": want its speakers in the speaker index, found others"));
  }
  ++contents->articles;
  // Titles and slogans in marks are no quotations.
  contents->quotes += std::count_if(
      record->quotes().begin(), record->quotes().end(),
      [](const auto& quote) { return quote.kind() != v1::QUOTE_KIND_SCARE; });
  contents->speakers += static_cast<int64_t>(speakers.size());
  return absl::OkStatus();
}

absl::Status CheckArticles(const Database& database, StoreContents* contents) {
  auto rows = database.Prepare(
      absl::StrCat("SELECT number, ", kArticleColumns, " FROM article"));
  if (!rows.ok()) return rows.status();
  auto index = SpeakerIndex::Open(database);
  if (!index.ok()) return index.status();
  while (true) {
    const absl::StatusOr<bool> more = rows->Step();
    if (!more.ok()) return more.status();
    if (!*more) break;
    absl::Status status = CheckArticle(
        rows->Number(0), ReadArticleRow(*rows, 1), &*index, contents);
    if (!status.ok()) return Wrong(database, status.message());
  }
  const auto all = database.Number("SELECT count(*) FROM speaker");
  if (!all.ok()) return all.status();
  if (*all == contents->speakers) return absl::OkStatus();
  return Wrong(database, absl::StrCat("speaker: want ", contents->speakers,
                                      " rows, found ", *all));
}

}  // namespace

absl::StatusOr<StoreContents> CheckStore(const std::string& path) {
  const auto database = Database::Open(path, Access::kRead, kTimeout);
  if (!database.ok()) return database.status();
  auto snapshot = Transaction::Begin(*database, Transaction::Kind::kRead);
  if (!snapshot.ok()) return snapshot.status();
  StoreContents contents;
  contents.version = kSchemaVersion;
  absl::Status status = PrepareSchema(*database, Access::kRead);
  if (status.ok()) status = CheckStructure(*database);
  if (status.ok()) status = CheckTables(*database);
  if (status.ok()) status = CheckArticles(*database, &contents);
  if (!status.ok()) return status;
  return contents;
}

}  // namespace onrecord::store
