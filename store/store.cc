#include "store/store.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "pipeline/record_proto.h"
#include "store/article_rows.h"
#include "store/schema.h"

namespace onrecord::store {
namespace {

// WAL: readers and one writer at a time do not wait for each other. FULL: a
// commit is on the disk before it returns. The cache is 64 MiB: the indices of
// a large store are written all over.
constexpr char kJournal[] =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "PRAGMA cache_size=-65536;";

constexpr char kKnown[] =
    "SELECT number, record_sha256 FROM article WHERE id=?";
constexpr char kForgetSpeakers[] = "DELETE FROM speaker WHERE article=?";

// The rows of one record, made before the file is locked.
struct Rows {
  ArticleRow article;
  std::vector<SpeakerRow> speakers;
};

std::vector<Rows> MakeRows(
    const std::vector<pipeline::ArticleRecord>& records) {
  std::vector<Rows> all;
  all.reserve(records.size());
  for (const pipeline::ArticleRecord& record : records) {
    v1::ArticleRecord proto = pipeline::ToProto(record);
    Rows rows;
    rows.speakers = MakeSpeakerRows(proto);
    rows.article = MakeArticleRow(std::move(proto));
    all.push_back(std::move(rows));
  }
  return all;
}

// Writes rows within a transaction.
class Writer {
 public:
  static absl::StatusOr<Writer> Make(const Database& database) {
    Writer writer(&database);
    const std::pair<absl::optional<Statement>*, std::string> statements[] = {
        {&writer.known_, kKnown},
        {&writer.insert_, absl::StrCat("INSERT INTO article(", kArticleColumns,
                                       ") VALUES(?, ?, ?, ?, ?, ?, ?)")},
        {&writer.update_,
         absl::StrCat("UPDATE article SET (", kArticleColumns,
                      ") = (?, ?, ?, ?, ?, ?, ?) WHERE number=?")},
        {&writer.forget_speakers_, kForgetSpeakers},
        {&writer.insert_speaker_, kInsertSpeaker},
    };
    for (const auto& [statement, sql] : statements) {
      auto prepared = database.Prepare(sql);
      if (!prepared.ok()) return prepared.status();
      statement->emplace(*std::move(prepared));
    }
    return writer;
  }

  absl::Status Write(const Rows& rows, AddCounts* counts) {
    known_->Bind(1, rows.article.id);
    const absl::StatusOr<bool> known = known_->Step();
    if (!known.ok()) return known.status();
    const int64_t number = *known ? known_->Number(0) : 0;
    const bool same = *known && known_->Bytes(1) == rows.article.record_sha256;
    known_->Reset();
    if (same) {
      ++counts->unchanged;
      return absl::OkStatus();
    }
    ++(*known ? counts->replaced : counts->added);
    return *known ? Replace(number, rows) : Insert(rows);
  }

 private:
  explicit Writer(const Database* database) : database_(database) {}

  static void Bind(const ArticleRow& row, Statement* statement) {
    int parameter = 0;
    for (const std::string* text :
         {&row.id, &row.content_sha256, &row.config_sha256, &row.outlet,
          &row.published, &row.record_sha256}) {
      statement->Bind(++parameter, *text);
    }
    statement->BindBlob(++parameter, row.record);
  }

  absl::Status Insert(const Rows& rows) {
    Bind(rows.article, &*insert_);
    absl::Status status = insert_->Run();
    if (!status.ok()) return status;
    return InsertSpeakers(database_->last_rowid(), rows.speakers,
                          &*insert_speaker_);
  }

  absl::Status Replace(int64_t number, const Rows& rows) {
    Bind(rows.article, &*update_);
    update_->Bind(8, number);
    absl::Status status = update_->Run();
    if (!status.ok()) return status;
    forget_speakers_->Bind(1, number);
    status = forget_speakers_->Run();
    if (!status.ok()) return status;
    return InsertSpeakers(number, rows.speakers, &*insert_speaker_);
  }

  const Database* database_;
  // Set by Make().
  absl::optional<Statement> known_, insert_, update_, forget_speakers_,
      insert_speaker_;
};

// Gives out the records of a statement whose columns are kArticleColumns; how
// many there were.
absl::StatusOr<int64_t> TakeRows(const Database& database, Statement* rows,
                                 const Store::Take& take) {
  for (int64_t count = 0;; ++count) {
    const absl::StatusOr<bool> more = rows->Step();
    if (!more.ok()) return more.status();
    if (!*more) return count;
    const auto record = ParseRow(ReadArticleRow(*rows, 0));
    if (!record.ok()) {
      return absl::DataLossError(
          absl::StrCat(database.path(), ": ", record.status().message()));
    }
    absl::Status status = take(pipeline::FromProto(*record));
    if (!status.ok()) return status;
  }
}

}  // namespace

absl::StatusOr<Store> Store::Open(const std::string& path, Access access,
                                  const StoreOptions& options) {
  auto database = Database::Open(path, access, options.busy_timeout);
  if (!database.ok()) return database.status();
  absl::Status status = PrepareSchema(*database, access);
  if (status.ok() && access != Access::kRead) {
    // Not before: another program's database stays as it is.
    status = database->Execute(kJournal);
  }
  if (!status.ok()) return status;
  return Store(*std::move(database));
}

absl::StatusOr<AddCounts> Store::Add(
    const std::vector<pipeline::ArticleRecord>& records) {
  const std::vector<Rows> all = MakeRows(records);
  auto transaction = Transaction::Begin(database_, Transaction::Kind::kWrite);
  if (!transaction.ok()) return transaction.status();
  auto writer = Writer::Make(database_);
  if (!writer.ok()) return writer.status();
  AddCounts counts;
  for (const Rows& rows : all) {
    absl::Status status = writer->Write(rows, &counts);
    if (!status.ok()) return status;
  }
  absl::Status status = transaction->Commit();
  if (!status.ok()) return status;
  return counts;
}

absl::Status Store::Read(const Take& take) const {
  auto snapshot = Transaction::Begin(database_, Transaction::Kind::kRead);
  if (!snapshot.ok()) return snapshot.status();
  auto rows = database_.Prepare(absl::StrCat("SELECT ", kArticleColumns,
                                             " FROM article ORDER BY number"));
  if (!rows.ok()) return rows.status();
  const auto found = TakeRows(database_, &*rows, take);
  if (!found.ok()) return found.status();
  return CheckArticleCount(database_, *found);
}

absl::Status Store::ReadNaming(absl::string_view name, const Take& take) const {
  auto rows = database_.Prepare(
      absl::StrCat("SELECT ", kArticleColumns,
                   " FROM article WHERE number IN (SELECT article FROM speaker "
                   "WHERE name_key IN (?, ?)) ORDER BY number"));
  if (!rows.ok()) return rows.status();
  // Whether it is a person's name is only known once it was found.
  const std::string person = NameKey(name, /*person=*/true);
  const std::string body = NameKey(name, /*person=*/false);
  rows->Bind(1, person.empty() ? body : person);
  rows->Bind(2, body);
  return TakeRows(database_, &*rows, take).status();
}

absl::StatusOr<int64_t> Store::DataVersion() const {
  return database_.Number("PRAGMA data_version");
}

absl::StatusOr<int64_t> Store::CountArticles() const {
  return database_.Number("SELECT count(*) FROM article");
}

}  // namespace onrecord::store
