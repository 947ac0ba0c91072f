#include "store/schema.h"

#include "absl/strings/str_cat.h"
#include "store/article_rows.h"

namespace onrecord::store {
namespace {

constexpr char kArticles[] = R"(
CREATE TABLE article(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content_sha256 TEXT NOT NULL,
  config_sha256 TEXT NOT NULL,
  outlet TEXT NOT NULL,
  published TEXT NOT NULL,
  record_sha256 TEXT NOT NULL,
  record BLOB NOT NULL
) STRICT;
CREATE INDEX article_by_published ON article(published, outlet);
CREATE INDEX article_by_outlet ON article(outlet, published);
CREATE TABLE speaker(
  article INTEGER NOT NULL REFERENCES article(number),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY(article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_by_id ON speaker(id);
CREATE INDEX speaker_by_name ON speaker(name);
)";

// The rows of the table are made from the records.
constexpr char kSpeakerKeys[] = R"(
DROP TABLE speaker;
CREATE TABLE speaker(
  article INTEGER NOT NULL REFERENCES article(number),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY(article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_by_id ON speaker(id);
CREATE INDEX speaker_by_name ON speaker(name);
CREATE INDEX speaker_by_name_key ON speaker(name_key);
)";

// Makes version `to` of the version before it. Steps stay as they are for
// ever: files of every version exist.
struct MigrationStep {
  int32_t to;
  const char* sql;
  absl::Status (*fill)(const Database&);  // nullptr: nothing to fill.
};

constexpr MigrationStep kSteps[] = {
    {1, kArticles, nullptr},
    {2, kSpeakerKeys, IndexAllSpeakers},
};
static_assert(kSteps[std::size(kSteps) - 1].to == kSchemaVersion);

absl::Status Migrate(const Database& database, int64_t from) {
  for (const MigrationStep& step : kSteps) {
    if (step.to <= from) continue;
    absl::Status status = database.Execute(step.sql);
    if (status.ok() && step.fill != nullptr) status = step.fill(database);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

// The version of a store; 0 for a file without anything in it.
absl::StatusOr<int64_t> VersionOf(const Database& database) {
  const auto application = database.Number("PRAGMA application_id");
  if (!application.ok()) return application.status();
  const auto version = database.Number("PRAGMA user_version");
  if (!version.ok()) return version.status();
  const auto entries = database.Number("SELECT count(*) FROM sqlite_schema");
  if (!entries.ok()) return entries.status();
  const bool empty = *application == 0 && *version == 0 && *entries == 0;
  if (!empty && *application != kApplicationId) {
    return absl::FailedPreconditionError(absl::StrCat(
        database.path(), ": want a store, found another program's database"));
  }
  if (*version > kSchemaVersion) {
    return absl::FailedPreconditionError(absl::StrCat(
        database.path(), ": want a store of version ", kSchemaVersion,
        " or older, found version ", *version,
        ": use the newer onrecord that wrote it, or add its articles to a "
        "new store"));
  }
  return *version;
}

absl::Status CannotBeRead(const Database& database, int64_t version) {
  if (version == 0) {
    return absl::FailedPreconditionError(
        absl::StrCat(database.path(), ": want a store, found an empty file"));
  }
  return absl::FailedPreconditionError(absl::StrCat(
      database.path(), ": want a store of version ", kSchemaVersion,
      ", found version ", version,
      ": `onrecord track --store=", database.path(), "` brings it up to date"));
}

// Looks again where no other process can come in between.
absl::Status BringUpToDate(const Database& database) {
  auto transaction = Transaction::Begin(database, Transaction::Kind::kWrite);
  if (!transaction.ok()) return transaction.status();
  const auto version = VersionOf(database);
  if (!version.ok()) return version.status();
  if (*version == kSchemaVersion) return absl::OkStatus();
  absl::Status status = Migrate(database, *version);
  if (status.ok()) {
    status =
        database.Execute(absl::StrCat("PRAGMA application_id=", kApplicationId,
                                      ";PRAGMA user_version=", kSchemaVersion));
  }
  return status.ok() ? transaction->Commit() : status;
}

}  // namespace

absl::Status MakeTables(const Database& database) {
  return Migrate(database, 0);
}

absl::Status PrepareSchema(const Database& database, Access access) {
  const auto version = VersionOf(database);
  if (!version.ok()) return version.status();
  if (*version == kSchemaVersion) return absl::OkStatus();
  if (access == Access::kRead) return CannotBeRead(database, *version);
  return BringUpToDate(database);
}

}  // namespace onrecord::store
