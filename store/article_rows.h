#ifndef ONRECORD_STORE_ARTICLE_ROWS_H_
#define ONRECORD_STORE_ARTICLE_ROWS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "proto/record.pb.h"
#include "store/database.h"

// Article records as rows of the tables `article` and `speaker`.
namespace onrecord::store {

// One row of `article`, without its number.
struct ArticleRow {
  std::string id, content_sha256, config_sha256, outlet, published;
  std::string record_sha256;  // Of `record`.
  std::string record;         // An ArticleRecord without text and source.
};

// One row of `speaker`, without its article.
struct SpeakerRow {
  std::string id;    // As the article alone gives it; empty for the unnamed.
  std::string name;  // As the article has it.
  // What spellings and parts of a name share, see NameKey().
  std::string name_key;
};

// The text and the place it was read from are left out: the same article is
// the same row, wherever it comes from.
ArticleRow MakeArticleRow(v1::ArticleRecord record);
// The rows of all speakers of the record, by their position in it.
std::vector<SpeakerRow> MakeSpeakerRows(const v1::ArticleRecord& record);

// What a person's name has in common with all its spellings and with the bare
// surname: the sound of the family name without vowels. Of a body the folded
// words. Takes ids as well. Empty for the unnamed.
std::string NameKey(absl::string_view name, bool person);

// Reads a row whose columns are those of ArticleRow in their order, from
// column `first` on.
ArticleRow ReadArticleRow(const Statement& row, int first);

// Reads the record of a row and checks it against the other columns. Errors:
// DataLoss "article ID: COLUMN: want ..., found ...".
absl::StatusOr<v1::ArticleRecord> ParseRow(const ArticleRow& row);

// Whether so many rows of `article` are all: a page that lost its rows reads
// like one that never had any, but an index remembers them. Errors: DataLoss.
absl::Status CheckArticleCount(const Database& database, int64_t found);

// The columns of `article` that make an ArticleRow, for SELECT and INSERT.
inline constexpr char kArticleColumns[] =
    "id, content_sha256, config_sha256, outlet, published, record_sha256, "
    "record";

// Writes the speakers of one article, whose old ones must be gone.
absl::Status InsertSpeakers(int64_t article,
                            const std::vector<SpeakerRow>& speakers,
                            Statement* insert);
inline constexpr char kInsertSpeaker[] =
    "INSERT INTO speaker(article, position, id, name, name_key) "
    "VALUES(?, ?, ?, ?, ?)";

// Fills the empty table `speaker` from all records; within a transaction.
absl::Status IndexAllSpeakers(const Database& database);

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_ARTICLE_ROWS_H_
