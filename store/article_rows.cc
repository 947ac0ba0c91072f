#include "store/article_rows.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "quotes/names.h"
#include "text/sha256.h"

namespace onrecord::store {
namespace {

std::string PersonKey(absl::string_view name) {
  const quotes::PersonName parsed = quotes::ParsePersonName(name);
  return parsed.empty() ? "" : quotes::Skeleton(parsed.family.back().sound);
}

}  // namespace

std::string NameKey(absl::string_view name, bool person) {
  // "haddar@a09" and "mohammed-al-sudani" are names as well.
  name = name.substr(0, name.find('@'));
  if (!person) return quotes::Slug(name);
  return PersonKey(absl::StrReplaceAll(name, {{"-", " "}}));
}

ArticleRow MakeArticleRow(v1::ArticleRecord record) {
  v1::Article& article = *record.mutable_article();
  article.clear_text();
  article.clear_source();
  ArticleRow row;
  row.id = article.id();
  row.content_sha256 = article.content_sha256();
  row.config_sha256 = record.config_sha256();
  row.outlet = article.outlet();
  row.published = article.published();
  row.record = record.SerializeAsString();
  row.record_sha256 = text::Sha256Hex(row.record);
  return row;
}

std::vector<SpeakerRow> MakeSpeakerRows(const v1::ArticleRecord& record) {
  std::vector<SpeakerRow> rows;
  rows.reserve(record.speakers_size());
  for (const v1::ArticleSpeaker& speaker : record.speakers()) {
    const bool person = speaker.kind() == v1::MENTION_KIND_NAME;
    rows.push_back(
        {speaker.id(), speaker.name(), NameKey(speaker.name(), person)});
  }
  return rows;
}

ArticleRow ReadArticleRow(const Statement& row, int first) {
  ArticleRow out;
  for (std::string* field :
       {&out.id, &out.content_sha256, &out.config_sha256, &out.outlet,
        &out.published, &out.record_sha256, &out.record}) {
    *field = std::string(row.Bytes(first++));
  }
  return out;
}

absl::StatusOr<v1::ArticleRecord> ParseRow(const ArticleRow& row) {
  const auto wrong = [&row](absl::string_view column, absl::string_view want,
                            absl::string_view found) {
    return absl::DataLossError(absl::StrCat(
        "article ", row.id, ": ", column, ": want ", want, ", found ", found));
  };
  const std::string sha256 = text::Sha256Hex(row.record);
  if (sha256 != row.record_sha256) {
    return wrong("record_sha256", row.record_sha256, sha256);
  }
  v1::ArticleRecord record;
  if (!record.ParseFromString(row.record)) {
    return wrong("record", "an article record", "bytes that are none");
  }
  const v1::Article& article = record.article();
  const struct {
    const char* name;
    const std::string& column;
    const std::string& field;
  } pairs[] = {
      {"id", row.id, article.id()},
      {"content_sha256", row.content_sha256, article.content_sha256()},
      {"config_sha256", row.config_sha256, record.config_sha256()},
      {"outlet", row.outlet, article.outlet()},
      {"published", row.published, article.published()},
  };
  for (const auto& pair : pairs) {
    if (pair.column != pair.field) {
      return wrong(pair.name, pair.field, pair.column);
    }
  }
  return record;
}

absl::Status CheckArticleCount(const Database& database, int64_t found) {
  const auto listed = database.Number(
      "SELECT count(*) FROM article INDEXED BY article_by_published");
  if (!listed.ok()) return listed.status();
  if (found == *listed) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(database.path(), ": want ", *listed,
                                          " articles, found ", found));
}

absl::Status InsertSpeakers(int64_t article,
                            const std::vector<SpeakerRow>& speakers,
                            Statement* insert) {
  for (size_t i = 0; i < speakers.size(); ++i) {
    insert->Bind(1, article);
    insert->Bind(2, static_cast<int64_t>(i));
    insert->Bind(3, speakers[i].id);
    insert->Bind(4, speakers[i].name);
    insert->Bind(5, speakers[i].name_key);
    absl::Status status = insert->Run();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status IndexAllSpeakers(const Database& database) {
  auto articles = database.Prepare(
      absl::StrCat("SELECT number, ", kArticleColumns, " FROM article"));
  if (!articles.ok()) return articles.status();
  auto insert = database.Prepare(kInsertSpeaker);
  if (!insert.ok()) return insert.status();
  while (true) {
    const absl::StatusOr<bool> more = articles->Step();
    if (!more.ok() || !*more) return more.status();
    const auto record = ParseRow(ReadArticleRow(*articles, 1));
    if (!record.ok()) {
      return absl::DataLossError(
          absl::StrCat(database.path(), ": ", record.status().message()));
    }
    absl::Status status =
        InsertSpeakers(articles->Number(0), MakeSpeakerRows(*record), &*insert);
    if (!status.ok()) return status;
  }
}

}  // namespace onrecord::store
