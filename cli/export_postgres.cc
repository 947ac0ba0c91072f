#include <dlfcn.h>
#include <postgresql/libpq-fe.h>

#include <memory>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "cli/export_lines.h"
#include "cli/export_sql.h"

namespace onrecord::cli {
namespace {

// The functions of libpq that we call.
struct Libpq {
  decltype(&PQconnectdb) connectdb;
  decltype(&PQstatus) status;
  decltype(&PQerrorMessage) error_message;
  decltype(&PQfinish) finish;
  decltype(&PQexec) exec;
  decltype(&PQresultStatus) result_status;
  decltype(&PQclear) clear;
  decltype(&PQputCopyData) put_copy_data;
  decltype(&PQputCopyEnd) put_copy_end;
  decltype(&PQgetResult) get_result;
  decltype(&PQsetNoticeProcessor) set_notice_processor;
};

template <class Function>
bool Find(void* library, const char* name, Function* function) {
  *function = reinterpret_cast<Function>(::dlsym(library, name));
  return *function != nullptr;
}

absl::StatusOr<Libpq> LoadLibpq() {
  void* library = ::dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  Libpq pq;
  if (library == nullptr || !Find(library, "PQconnectdb", &pq.connectdb) ||
      !Find(library, "PQstatus", &pq.status) ||
      !Find(library, "PQerrorMessage", &pq.error_message) ||
      !Find(library, "PQfinish", &pq.finish) ||
      !Find(library, "PQexec", &pq.exec) ||
      !Find(library, "PQresultStatus", &pq.result_status) ||
      !Find(library, "PQclear", &pq.clear) ||
      !Find(library, "PQputCopyData", &pq.put_copy_data) ||
      !Find(library, "PQputCopyEnd", &pq.put_copy_end) ||
      !Find(library, "PQgetResult", &pq.get_result) ||
      !Find(library, "PQsetNoticeProcessor", &pq.set_notice_processor)) {
    return absl::UnknownError(absl::StrCat(
        "postgres: want libpq.so.5 (Debian package libpq5), found: ",
        ::dlerror()));
  }
  return pq;
}

// A name between double quotes.
std::string Quoted(absl::string_view name) {
  return absl::StrCat("\"", absl::StrReplaceAll(name, {{"\"", "\"\""}}), "\"");
}

// One connection; closing it ends an open transaction without a trace.
class PostgresWriter {
 public:
  explicit PostgresWriter(const Libpq& pq) : pq_(pq) {}
  PostgresWriter(const PostgresWriter&) = delete;
  PostgresWriter& operator=(const PostgresWriter&) = delete;
  ~PostgresWriter() { pq_.finish(connection_); }

  absl::Status Connect(const std::string& conninfo) {
    connection_ = pq_.connectdb(conninfo.c_str());
    if (pq_.status(connection_) != CONNECTION_OK) {
      return absl::UnavailableError(
          absl::StrCat("postgres: cannot connect: ", Reason()));
    }
    // "relation exists already, skipping" tells nobody anything.
    pq_.set_notice_processor(
        connection_, [](void*, const char*) {}, nullptr);
    return absl::OkStatus();
  }

  absl::Status Write(const std::vector<Table>& tables,
                     const std::string& schema) {
    absl::Status status = Run(absl::StrCat(
        "SET client_encoding TO 'UTF8'; SET standard_conforming_strings TO on; "
        "BEGIN; CREATE SCHEMA IF NOT EXISTS ",
        Quoted(schema), "; SET LOCAL search_path TO ", Quoted(schema)));
    for (const Table& table : tables) {
      if (status.ok()) status = WriteTable(table);
    }
    if (status.ok()) {
      // Replaced and not made anew, so that rights to them stay.
      status = Run(absl::StrReplaceAll(
          ExportViews(), {{"CREATE VIEW", "CREATE OR REPLACE VIEW"}}));
    }
    return status.ok() ? Run("COMMIT") : status;
  }

 private:
  absl::Status WriteTable(const Table& table) {
    const std::string name = Quoted(table.name);
    // The lock makes a second export wait, and no reader.
    absl::Status status =
        Run(absl::StrCat("CREATE TABLE IF NOT EXISTS ", name, " ",
                         ColumnDefinitions(table), "; LOCK TABLE ", name,
                         " IN SHARE ROW EXCLUSIVE MODE; DELETE FROM ", name));
    if (!status.ok()) return status;
    const auto quote = [](std::string* out, const Column& column) {
      absl::StrAppend(out, Quoted(column.name));
    };
    return Copy(
        absl::StrCat("COPY ", name, " (",
                     absl::StrJoin(table.columns, ", ", quote), ") FROM STDIN"),
        ToCopyText(table));
  }

  absl::Status Copy(const std::string& command, absl::string_view rows) {
    constexpr size_t kPieceBytes = size_t{1} << 20;
    absl::Status status = Run(command, PGRES_COPY_IN);
    while (status.ok() && !rows.empty()) {
      const absl::string_view piece = rows.substr(0, kPieceBytes);
      rows.remove_prefix(piece.size());
      if (pq_.put_copy_data(connection_, piece.data(),
                            static_cast<int>(piece.size())) != 1) {
        status = Refused();
      }
    }
    if (!status.ok()) return status;
    if (pq_.put_copy_end(connection_, nullptr) != 1) return Refused();
    while (PGresult* result = pq_.get_result(connection_)) {
      status.Update(Take(result, PGRES_COMMAND_OK));
    }
    return status;
  }

  absl::Status Run(const std::string& sql,
                   ExecStatusType want = PGRES_COMMAND_OK) {
    return Take(pq_.exec(connection_, sql.c_str()), want);
  }

  absl::Status Take(PGresult* result, ExecStatusType want) {
    const bool good = pq_.result_status(result) == want;
    pq_.clear(result);
    return good ? absl::OkStatus() : Refused();
  }

  absl::Status Refused() const {
    return absl::UnknownError(
        absl::StrCat("postgres: cannot write: ", Reason()));
  }

  std::string Reason() const {
    const absl::string_view message = pq_.error_message(connection_);
    return absl::StrReplaceAll(absl::StripAsciiWhitespace(message),
                               {{"\n", "; "}});
  }

  const Libpq& pq_;
  PGconn* connection_ = nullptr;
};

}  // namespace

absl::Status WritePostgres(const std::vector<Table>& tables,
                           const std::string& conninfo,
                           const std::string& schema) {
  const absl::StatusOr<Libpq> pq = LoadLibpq();
  if (!pq.ok()) return pq.status();
  PostgresWriter writer(*pq);
  absl::Status status = writer.Connect(conninfo);
  return status.ok() ? writer.Write(tables, schema) : status;
}

}  // namespace onrecord::cli
