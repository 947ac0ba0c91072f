#include "cli/export_table.h"

#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "text/dates.h"

namespace onrecord::cli {
namespace {

constexpr ColumnType kText = ColumnType::kText;
constexpr ColumnType kDate = ColumnType::kDate;
constexpr ColumnType kInteger = ColumnType::kInteger;
constexpr ColumnType kReal = ColumnType::kReal;
constexpr ColumnType kBoolean = ColumnType::kBoolean;

// A column, and the cell that a row has there.
template <class Row>
struct Field {
  Column column;
  Cell (*cell)(const Row& row);
};

template <class Row, size_t n, class Rows>
Table MakeTable(absl::string_view name, const Field<Row> (&fields)[n],
                const Rows& rows) {
  Table table{name, {}, {}};
  for (const Field<Row>& field : fields) table.columns.push_back(field.column);
  table.rows.reserve(rows.size());
  for (const Row& row : rows) {
    std::vector<Cell>& cells = table.rows.emplace_back();
    cells.reserve(n);
    for (const Field<Row>& field : fields) cells.push_back(field.cell(row));
  }
  return table;
}

// An empty string of the records means that nothing is known.
Cell Text(const std::string& text) {
  return text.empty() ? Cell() : Cell(text);
}

// Nothing is negative zero.
Cell Real(double value) { return Cell(value == 0 ? 0.0 : value); }

// "STANCE_LABEL_FAVOR" without "STANCE_LABEL_" -> "favor"; UNSPECIFIED is
// nothing.
Cell Word(absl::string_view name, absl::string_view prefix) {
  const std::string word =
      absl::AsciiStrToLower(absl::StripPrefix(name, prefix));
  return word == "unspecified" ? Cell() : Cell(word);
}

Cell Label(v1::StanceLabel label) {
  return Word(v1::StanceLabel_Name(label), "STANCE_LABEL_");
}

// Ids have no blanks.
template <class List>
Cell Ids(const List& ids) {
  return Text(absl::StrJoin(ids, " "));
}

// The first day that a date "YYYY[-MM[-DD]]" can mean.
Cell Day(const std::string& date) {
  const auto parsed = text::ParsePartialDate(date);
  if (!parsed.has_value()) return Cell();
  return text::PartialDate::FromDay(parsed->First()).ToString();
}

// First day of the month of a date.
Cell Month(const std::string& date) {
  const auto parsed = text::ParsePartialDate(date);
  if (!parsed.has_value()) return Cell();
  const absl::CivilMonth month(parsed->First());
  return text::PartialDate::FromDay(absl::CivilDay(month)).ToString();
}

// When it was said; where that is unknown, when it was printed.
const std::string& SaidOrPublished(const v1::Observation& observation) {
  return observation.said().empty() ? observation.published()
                                    : observation.said();
}

std::string Outlets(const v1::Observation& observation) {
  std::set<absl::string_view> outlets;
  for (const v1::Source& source : observation.sources()) {
    if (!source.outlet().empty()) outlets.insert(source.outlet());
  }
  return absl::StrJoin(outlets, "; ");
}

std::string Rules(const v1::Stance& stance) {
  return absl::StrJoin(stance.evidence(), "; ",
                       [](std::string* out, const v1::Evidence& evidence) {
                         absl::StrAppend(out, evidence.rule());
                       });
}

struct ObservationRow {
  const v1::Timeline& line;
  const v1::Observation& said;
};

using ORow = const ObservationRow&;

constexpr Field<ObservationRow> kObservations[] = {
    {{"observation_id", kText}, [](ORow r) { return Text(r.said.id()); }},
    {{"target", kText}, [](ORow r) { return Text(r.line.target()); }},
    {{"speaker_id", kText}, [](ORow r) { return Text(r.line.speaker_id()); }},
    {{"speaker", kText}, [](ORow r) { return Text(r.line.speaker_name()); }},
    {{"said", kText}, [](ORow r) { return Text(r.said.said()); }},
    {{"said_precision", kText},
     [](ORow r) {
       return Word(v1::DatePrecision_Name(r.said.said_precision()),
                   "DATE_PRECISION_");
     }},
    {{"day", kDate}, [](ORow r) { return Day(SaidOrPublished(r.said)); }},
    {{"month", kDate}, [](ORow r) { return Month(SaidOrPublished(r.said)); }},
    {{"published", kDate}, [](ORow r) { return Day(r.said.published()); }},
    {{"channel", kText},
     [](ORow r) {
       return Word(v1::Channel_Name(r.said.channel()), "CHANNEL_");
     }},
    {{"form", kText},
     [](ORow r) { return Word(v1::Form_Name(r.said.form()), "FORM_"); }},
    {{"label", kText}, [](ORow r) { return Label(r.said.stance().label()); }},
    {{"score", kReal}, [](ORow r) { return Real(r.said.stance().score()); }},
    {{"confidence", kReal},
     [](ORow r) { return Cell(r.said.stance().confidence()); }},
    {{"act", kText},
     [](ORow r) { return Word(v1::Act_Name(r.said.stance().act()), "ACT_"); }},
    {{"modality", kText},
     [](ORow r) {
       return Word(v1::Modality_Name(r.said.stance().modality()), "MODALITY_");
     }},
    {{"negated", kBoolean},
     [](ORow r) { return Cell(r.said.stance().negated()); }},
    {{"condition", kText},
     [](ORow r) { return Text(r.said.stance().condition()); }},
    {{"rules", kText}, [](ORow r) { return Text(Rules(r.said.stance())); }},
    {{"text", kText}, [](ORow r) { return Text(r.said.text()); }},
    {{"context", kText}, [](ORow r) { return Text(r.said.context()); }},
    {{"outlets", kText}, [](ORow r) { return Text(Outlets(r.said)); }},
    {{"sources", kInteger},
     [](ORow r) { return Cell(int64_t{r.said.sources_size()}); }},
    {{"article_id", kText},
     [](ORow r) { return Text(r.said.sources(0).article_id()); }},
    {{"quote_id", kText},
     [](ORow r) { return Text(r.said.sources(0).quote_id()); }},
    {{"url", kText}, [](ORow r) { return Text(r.said.sources(0).url()); }},
    {{"country", kText}, [](ORow r) { return Text(r.said.country()); }},
    {{"organization", kText},
     [](ORow r) { return Text(r.said.organization()); }},
    {{"human_speaker", kBoolean},
     [](ORow r) { return Cell(r.said.human_speaker()); }},
    {{"human_stance", kBoolean},
     [](ORow r) { return Cell(r.said.stance().human()); }},
    {{"second_opinion", kBoolean},
     [](ORow r) { return Cell(r.said.stance().second_opinion()); }},
};

struct SourceRow {
  const v1::Observation& said;
  int number;
  const v1::Source& source;
};

using SRow = const SourceRow&;

constexpr Field<SourceRow> kSources[] = {
    {{"observation_id", kText}, [](SRow r) { return Text(r.said.id()); }},
    {{"number", kInteger}, [](SRow r) { return Cell(int64_t{r.number}); }},
    {{"article_id", kText}, [](SRow r) { return Text(r.source.article_id()); }},
    {{"quote_id", kText}, [](SRow r) { return Text(r.source.quote_id()); }},
    {{"outlet", kText}, [](SRow r) { return Text(r.source.outlet()); }},
    {{"url", kText}, [](SRow r) { return Text(r.source.url()); }},
    {{"published", kDate}, [](SRow r) { return Day(r.source.published()); }},
    {{"text", kText},
     [](SRow r) {
       return Text(r.source.text().empty() ? r.said.text() : r.source.text());
     }},
};

struct ShiftRow {
  const v1::Timeline& line;
  int number;
  const v1::Shift& shift;
};

using HRow = const ShiftRow&;

constexpr Field<ShiftRow> kShifts[] = {
    {{"target", kText}, [](HRow r) { return Text(r.line.target()); }},
    {{"speaker_id", kText}, [](HRow r) { return Text(r.line.speaker_id()); }},
    {{"speaker", kText}, [](HRow r) { return Text(r.line.speaker_name()); }},
    {{"number", kInteger}, [](HRow r) { return Cell(int64_t{r.number}); }},
    {{"kind", kText},
     [](HRow r) {
       return Word(v1::ShiftKind_Name(r.shift.kind()), "SHIFT_KIND_");
     }},
    {{"tier", kText},
     [](HRow r) {
       return Word(v1::ShiftTier_Name(r.shift.tier()), "SHIFT_TIER_");
     }},
    {{"from_label", kText}, [](HRow r) { return Label(r.shift.from()); }},
    {{"to_label", kText}, [](HRow r) { return Label(r.shift.to()); }},
    {{"after_said", kText}, [](HRow r) { return Text(r.shift.after()); }},
    {{"by_said", kText}, [](HRow r) { return Text(r.shift.by()); }},
    {{"day", kDate}, [](HRow r) { return Day(r.shift.by()); }},
    {{"strength", kReal}, [](HRow r) { return Cell(r.shift.strength()); }},
    {{"reported_by", kText},
     [](HRow r) { return Text(r.shift.reported_by()); }},
    {{"before_ids", kText}, [](HRow r) { return Ids(r.shift.before_ids()); }},
    {{"after_ids", kText}, [](HRow r) { return Ids(r.shift.after_ids()); }},
};

struct SplitRow {
  const v1::Timeline& line;
  int number;
  const v1::Split& split;
};

using PRow = const SplitRow&;

constexpr Field<SplitRow> kSplits[] = {
    {{"target", kText}, [](PRow r) { return Text(r.line.target()); }},
    {{"speaker_id", kText}, [](PRow r) { return Text(r.line.speaker_id()); }},
    {{"speaker", kText}, [](PRow r) { return Text(r.line.speaker_name()); }},
    {{"number", kInteger}, [](PRow r) { return Cell(int64_t{r.number}); }},
    {{"public_label", kText},
     [](PRow r) { return Label(r.split.public_label()); }},
    {{"private_label", kText},
     [](PRow r) { return Label(r.split.private_label()); }},
    {{"around", kText}, [](PRow r) { return Text(r.split.around()); }},
    {{"day", kDate}, [](PRow r) { return Day(r.split.around()); }},
    {{"observation_ids", kText},
     [](PRow r) { return Ids(r.split.observation_ids()); }},
};

using Line = const v1::Timeline&;

constexpr Field<v1::Timeline> kPositions[] = {
    {{"target", kText}, [](Line r) { return Text(r.target()); }},
    {{"speaker_id", kText}, [](Line r) { return Text(r.speaker_id()); }},
    {{"speaker", kText}, [](Line r) { return Text(r.speaker_name()); }},
    {{"label", kText}, [](Line r) { return Label(r.current().label()); }},
    {{"score", kReal}, [](Line r) { return Real(r.current().score()); }},
    {{"n", kInteger}, [](Line r) { return Cell(int64_t{r.current().n()}); }},
    {{"first_said", kText}, [](Line r) { return Text(r.current().first()); }},
    {{"last_said", kText}, [](Line r) { return Text(r.current().last()); }},
};

using Person = const v1::Speaker&;

constexpr Field<v1::Speaker> kSpeakers[] = {
    {{"speaker_id", kText}, [](Person r) { return Text(r.id()); }},
    {{"name", kText}, [](Person r) { return Text(r.name()); }},
    {{"aliases", kText},
     [](Person r) { return Text(absl::StrJoin(r.aliases(), "; ")); }},
    {{"roles", kText},
     [](Person r) {
       return Text(absl::StrJoin(r.roles(), "; ",
                                 [](std::string* out, const v1::Role& role) {
                                   absl::StrAppend(out, role.title());
                                 }));
     }},
    {{"external_id", kText}, [](Person r) { return Text(r.external_id()); }},
    {{"former_ids", kText}, [](Person r) { return Ids(r.former_ids()); }},
    {{"human", kBoolean}, [](Person r) { return Cell(r.human()); }},
};

constexpr Field<v1::TargetInfo> kTargets[] = {
    {{"target", kText}, [](const v1::TargetInfo& r) { return Text(r.name()); }},
    {{"question", kText},
     [](const v1::TargetInfo& r) { return Text(r.question()); }},
};

using Article = const v1::ArticleInfo&;

constexpr Field<v1::ArticleInfo> kArticles[] = {
    {{"article_id", kText}, [](Article r) { return Text(r.id()); }},
    {{"url", kText}, [](Article r) { return Text(r.url()); }},
    {{"title", kText}, [](Article r) { return Text(r.title()); }},
    {{"outlet", kText}, [](Article r) { return Text(r.outlet()); }},
    {{"published", kDate}, [](Article r) { return Day(r.published()); }},
    {{"content_sha256", kText},
     [](Article r) { return Text(r.content_sha256()); }},
};

// A numbered row for every member of a list of each timeline.
template <class Row, class List>
std::vector<Row> Numbered(const v1::History& history, const List& list) {
  std::vector<Row> rows;
  for (const v1::Timeline& line : history.timelines()) {
    int number = 0;
    for (const auto& member : list(line)) {
      rows.push_back({line, ++number, member});
    }
  }
  return rows;
}

Table SourceTable(const v1::History& history) {
  std::vector<SourceRow> rows;
  for (const v1::Timeline& line : history.timelines()) {
    for (const v1::Observation& said : line.observations()) {
      int number = 0;
      for (const v1::Source& source : said.sources()) {
        rows.push_back({said, ++number, source});
      }
    }
  }
  return MakeTable("sources", kSources, rows);
}

}  // namespace

Table ObservationTable(const v1::History& history) {
  std::vector<ObservationRow> rows;
  for (const v1::Timeline& line : history.timelines()) {
    for (const v1::Observation& said : line.observations()) {
      rows.push_back({line, said});
    }
  }
  return MakeTable("observations", kObservations, rows);
}

std::vector<Table> ExportTables(const v1::History& history) {
  std::vector<Table> tables;
  tables.push_back(ObservationTable(history));
  tables.push_back(SourceTable(history));
  tables.push_back(MakeTable(
      "shifts", kShifts,
      Numbered<ShiftRow>(
          history, [](Line line) -> auto& { return line.shifts(); })));
  tables.push_back(MakeTable(
      "splits", kSplits,
      Numbered<SplitRow>(
          history, [](Line line) -> auto& { return line.splits(); })));
  tables.push_back(MakeTable("positions", kPositions, history.timelines()));
  tables.push_back(MakeTable("speakers", kSpeakers, history.speakers()));
  tables.push_back(MakeTable("targets", kTargets, history.targets()));
  tables.push_back(MakeTable("articles", kArticles, history.articles()));
  return tables;
}

}  // namespace onrecord::cli
