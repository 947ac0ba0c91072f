#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/export_lines.h"
#include "cli/export_sql.h"
#include "cli/export_table.h"
#include "cli/history_file.h"
#include "cli/output_file.h"

namespace onrecord::cli {
namespace {

struct ExportFlags {
  std::string history;
  std::string to;
  std::string output;
  std::string schema = "onrecord";  // Of PostgreSQL.
};

using ToLines = std::string (*)(const Table&);

// A file a table in a folder, or the observations alone in a file.
absl::Status WriteLines(const v1::History& history, const ExportFlags& flags,
                        ToLines to_lines) {
  if (!absl::EndsWith(flags.output, "/")) {
    return WriteOutput(flags.output, to_lines(ObservationTable(history)));
  }
  if (::mkdir(flags.output.c_str(), 0777) != 0 && errno != EEXIST) {
    return IoError(flags.output, "make a folder", errno);
  }
  for (const Table& table : ExportTables(history)) {
    absl::Status status = WriteOutput(
        absl::StrCat(flags.output, table.name, ".", flags.to), to_lines(table));
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status WriteCsv(const v1::History& history, const ExportFlags& flags) {
  return WriteLines(history, flags, ToCsv);
}

absl::Status WriteJsonLines(const v1::History& history,
                            const ExportFlags& flags) {
  return WriteLines(history, flags, ToJsonLines);
}

absl::Status WriteDatabaseFile(const v1::History& history,
                               const ExportFlags& flags) {
  if (flags.output.empty() || flags.output == "-" ||
      absl::EndsWith(flags.output, "/")) {
    return UsageError("export: want -o FILE for sqlite, found no file");
  }
  return WriteSqlite(ExportTables(history), flags.output);
}

absl::Status WriteServer(const v1::History& history, const ExportFlags& flags) {
  return WritePostgres(ExportTables(history), flags.output, flags.schema);
}

struct Destination {
  absl::string_view name;  // Of --to.
  absl::Status (*write)(const v1::History&, const ExportFlags&);
};

constexpr Destination kDestinations[] = {
    {"csv", WriteCsv},
    {"jsonl", WriteJsonLines},
    {"sqlite", WriteDatabaseFile},
    {"postgres", WriteServer},
};

absl::Status RunExport(const ExportFlags& flags) {
  const absl::StatusOr<v1::History> history = LoadHistory(flags.history);
  if (!history.ok()) return history.status();
  for (const Destination& destination : kDestinations) {
    if (destination.name == flags.to) return destination.write(*history, flags);
  }
  return UsageError(absl::StrCat("export: want --to, found ", flags.to));
}

}  // namespace

Action AddExport(CLI::App& app) {
  auto flags = std::make_shared<ExportFlags>();
  CLI::App* command = app.add_subcommand(
      "export", "Write a history as tables, for spreadsheets and databases");
  command
      ->add_option("HISTORY", flags->history,
                   "History, as `track` writes it; - is standard input")
      ->required();
  std::vector<std::string> names;
  for (const Destination& destination : kDestinations) {
    names.emplace_back(destination.name);
  }
  command->add_option("--to", flags->to, "One of csv, jsonl, sqlite, postgres")
      ->required()
      ->type_name("KIND")
      ->check(CLI::IsMember(names).description(""));
  command
      ->add_option("-o,--output", flags->output,
                   "csv and jsonl: a file for the observations, or a folder/ "
                   "for all tables; sqlite: a file; postgres: what to connect "
                   "to, as libpq reads it (\"host=db dbname=news\")")
      ->type_name("PLACE");
  command
      ->add_option("--schema", flags->schema,
                   "postgres: schema that the tables are in")
      ->type_name("NAME")
      ->capture_default_str();
  return [flags] { return RunExport(*flags); };
}

}  // namespace onrecord::cli
