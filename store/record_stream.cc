#include "store/record_stream.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "store/article_rows.h"
#include "store/schema.h"
#include "text/sha256.h"

namespace onrecord::store {

absl::StatusOr<std::unique_ptr<RecordStream>> RecordStream::Open(
    const std::string& path, absl::Duration busy_timeout) {
  auto database = Database::Open(path, Access::kRead, busy_timeout);
  if (!database.ok()) return database.status();
  std::unique_ptr<RecordStream> stream(new RecordStream(*std::move(database)));
  const absl::Status status = stream->Begin();
  if (!status.ok()) return status;
  return stream;
}

absl::Status RecordStream::Begin() {
  auto snapshot = Transaction::Begin(database_, Transaction::Kind::kRead);
  if (!snapshot.ok()) return snapshot.status();
  snapshot_ = std::make_unique<Transaction>(*std::move(snapshot));
  absl::Status status = PrepareSchema(database_, Access::kRead);
  if (status.ok()) status = AddUp();
  if (!status.ok()) return status;
  auto rows = database_.Prepare(absl::StrCat("SELECT ", kArticleColumns,
                                             " FROM article ORDER BY number"));
  if (!rows.ok()) return rows.status();
  rows_ = std::make_unique<Statement>(*std::move(rows));
  return absl::OkStatus();
}

absl::Status RecordStream::AddUp() {
  auto rows =
      database_.Prepare("SELECT record_sha256 FROM article ORDER BY number");
  if (!rows.ok()) return rows.status();
  text::Sha256 hash;
  for (int64_t count = 0;; ++count) {
    const absl::StatusOr<bool> more = rows->Step();
    if (!more.ok()) return more.status();
    if (!*more) {
      sha256_ = hash.Hex();
      return CheckArticleCount(database_, count);
    }
    hash.Add(rows->Bytes(0));
  }
}

absl::StatusOr<bool> RecordStream::Next(StoredRecord* record) {
  const absl::StatusOr<bool> more = rows_->Step();
  if (!more.ok() || !*more) return more;
  ArticleRow row = ReadArticleRow(*rows_, 0);
  absl::StatusOr<v1::ArticleRecord> parsed = ParseRow(row);
  if (!parsed.ok()) {
    return absl::DataLossError(
        absl::StrCat(database_.path(), ": ", parsed.status().message()));
  }
  record->record = *std::move(parsed);
  record->bytes = std::move(row.record);
  return true;
}

}  // namespace onrecord::store
