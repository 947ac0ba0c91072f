#include "cli/history_filter.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/exit_code.h"
#include "pipeline/check_totals.h"
#include "text/dates.h"

namespace onrecord::cli {
namespace {

using Ids = std::set<std::string>;

// What a client sent, as it can be shown in a message.
std::string Shown(absl::string_view sent) {
  constexpr size_t kShownBytes = 60;
  std::string shown = absl::CHexEscape(sent.substr(0, kShownBytes));
  if (sent.size() > kShownBytes) shown += "...";
  return shown;
}

// "a, b or c"
std::string OneOf(absl::Span<const absl::string_view> names) {
  return absl::StrCat(absl::StrJoin(names.subspan(0, names.size() - 1), ", "),
                      " or ", names.back());
}

absl::Status AddTarget(const std::string& value, HistoryFilter* filter) {
  filter->targets.insert(value);
  return absl::OkStatus();
}

absl::Status AddSpeaker(const std::string& value, HistoryFilter* filter) {
  filter->speakers.insert(value);
  return absl::OkStatus();
}

absl::Status AddOutlet(const std::string& value, HistoryFilter* filter) {
  filter->outlets.insert(value);
  return absl::OkStatus();
}

absl::Status AddLabel(const std::string& value, HistoryFilter* filter) {
  v1::StanceLabel label;
  if (!v1::StanceLabel_Parse(
          absl::StrCat("STANCE_LABEL_", absl::AsciiStrToUpper(value)),
          &label) ||
      label == v1::STANCE_LABEL_UNSPECIFIED) {
    return UsageError(absl::StrCat(
        "label: want favor, against, mixed or none, found ", Shown(value)));
  }
  filter->labels.insert(label);
  return absl::OkStatus();
}

absl::StatusOr<text::PartialDate> ParseDate(absl::string_view name,
                                            const std::string& value) {
  const auto date = text::ParsePartialDate(value);
  if (date.has_value() && date->ToString() == value) return *date;
  return UsageError(
      absl::StrCat(name, ": want YYYY[-MM[-DD]], found ", Shown(value)));
}

absl::Status Twice(absl::string_view name) {
  return UsageError(absl::StrCat(name, ": want one date, found several"));
}

absl::Status SetSince(const std::string& value, HistoryFilter* filter) {
  if (filter->since.has_value()) return Twice("since");
  const auto date = ParseDate("since", value);
  if (date.ok()) filter->since = date->First();
  return date.status();
}

absl::Status SetUntil(const std::string& value, HistoryFilter* filter) {
  if (filter->until.has_value()) return Twice("until");
  const auto date = ParseDate("until", value);
  if (date.ok()) filter->until = date->Last();
  return date.status();
}

struct Parameter {
  absl::string_view name;
  absl::Status (*read)(const std::string&, HistoryFilter*);
};

// All that kHistoryParameters and kRecordParameters name.
constexpr Parameter kParameters[] = {
    {"target", AddTarget}, {"speaker", AddSpeaker}, {"outlet", AddOutlet},
    {"label", AddLabel},   {"since", SetSince},     {"until", SetUntil},
};

// Of a name that is in a list of known ones.
const Parameter& ParameterOf(absl::string_view name) {
  return *std::find_if(std::begin(kParameters), std::end(kParameters),
                       [&](const Parameter& p) { return p.name == name; });
}

bool Allows(const Ids& allowed, const std::string& value) {
  return allowed.empty() || allowed.count(value) > 0;
}

// Whether any day that the observation may mean is asked for.
bool IsInTime(const v1::Observation& said, const HistoryFilter& filter) {
  if (!filter.since.has_value() && !filter.until.has_value()) return true;
  const auto date = text::ParsePartialDate(
      said.said().empty() ? said.published() : said.said());
  if (!date.has_value()) return false;
  return (!filter.since.has_value() || date->Last() >= *filter.since) &&
         (!filter.until.has_value() || date->First() <= *filter.until);
}

bool IsAsked(const v1::Observation& said, const HistoryFilter& filter) {
  const bool labelled =
      filter.labels.empty() || filter.labels.count(said.stance().label()) > 0;
  return labelled && IsInTime(said, filter) &&
         std::any_of(said.sources().begin(), said.sources().end(),
                     [&](const v1::Source& source) {
                       return Allows(filter.outlets, source.outlet());
                     });
}

template <class List>
bool AllIn(const List& cited, const Ids& ids) {
  return std::all_of(cited.begin(), cited.end(),
                     [&](const std::string& id) { return ids.count(id) > 0; });
}

// Leaves the members that are wanted, in their order.
template <class List, class Wanted>
void KeepOnly(List* list, Wanted wanted) {
  list->erase(
      std::remove_if(list->begin(), list->end(),
                     [&](const auto& member) { return !wanted(member); }),
      list->end());
}

// The part of a timeline that is asked for.
v1::Timeline FilterTimeline(const v1::Timeline& whole,
                            const HistoryFilter& filter) {
  v1::Timeline part = whole;
  KeepOnly(part.mutable_observations(),
           [&](const v1::Observation& said) { return IsAsked(said, filter); });
  Ids kept;
  for (const v1::Observation& said : part.observations()) {
    kept.insert(said.id());
  }
  KeepOnly(part.mutable_shifts(), [&](const v1::Shift& shift) {
    return AllIn(shift.before_ids(), kept) && AllIn(shift.after_ids(), kept);
  });
  KeepOnly(part.mutable_splits(), [&](const v1::Split& split) {
    return AllIn(split.observation_ids(), kept);
  });
  return part;
}

// Drops what no timeline names, and counts what is left.
void Tidy(v1::History* history) {
  Ids speakers, articles;
  v1::HistoryCounts* counts = history->mutable_counts();
  int observations = 0, shifts = 0, splits = 0;
  for (const v1::Timeline& line : history->timelines()) {
    speakers.insert(line.speaker_id());
    observations += line.observations_size();
    shifts += line.shifts_size();
    splits += line.splits_size();
    for (const v1::Observation& said : line.observations()) {
      for (const v1::Source& source : said.sources()) {
        articles.insert(source.article_id());
      }
    }
  }
  KeepOnly(history->mutable_speakers(), [&](const v1::Speaker& speaker) {
    return speakers.count(speaker.id()) > 0;
  });
  KeepOnly(history->mutable_articles(), [&](const v1::ArticleInfo& article) {
    return articles.count(article.id()) > 0;
  });
  counts->set_articles(history->articles_size());
  counts->set_observations(observations);
  counts->set_shifts(shifts);
  counts->set_splits(splits);
}

}  // namespace

absl::StatusOr<HistoryFilter> ParseFilter(
    const std::multimap<std::string, std::string>& parameters,
    absl::Span<const absl::string_view> known) {
  HistoryFilter filter;
  for (const auto& [name, value] : parameters) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return UsageError(
          absl::StrCat("query: want ", OneOf(known), ", found ", Shown(name)));
    }
    if (value.empty()) {
      return UsageError(absl::StrCat(name, ": want a value, found none"));
    }
    const absl::Status status = ParameterOf(name).read(value, &filter);
    if (!status.ok()) return status;
  }
  return filter;
}

bool IsAsked(const v1::Speaker& speaker, const HistoryFilter& filter) {
  const Ids& asked = filter.speakers;
  return Allows(asked, speaker.id()) ||
         std::any_of(
             speaker.former_ids().begin(), speaker.former_ids().end(),
             [&](const std::string& id) { return asked.count(id) > 0; });
}

v1::History Filter(const v1::History& history, const HistoryFilter& filter) {
  Ids speakers;
  for (const v1::Speaker& speaker : history.speakers()) {
    if (IsAsked(speaker, filter)) speakers.insert(speaker.id());
  }
  v1::History part;
  *part.mutable_header() = history.header();
  *part.mutable_targets() = history.targets();
  // Whom a speaker spoke for is only known where they are made.
  for (v1::TargetInfo& target : *part.mutable_targets()) {
    target.clear_aggregates();
  }
  *part.mutable_speakers() = history.speakers();
  *part.mutable_articles() = history.articles();
  *part.mutable_warnings() = history.warnings();
  *part.mutable_counts() = history.counts();
  for (const v1::Timeline& whole : history.timelines()) {
    if (speakers.count(whole.speaker_id()) == 0) continue;
    if (!Allows(filter.targets, whole.target())) continue;
    v1::Timeline line = FilterTimeline(whole, filter);
    pipeline::RenewTotals(history.header().half_life_days(), &line);
    if (line.observations_size() > 0) *part.add_timelines() = std::move(line);
  }
  Tidy(&part);
  return part;
}

}  // namespace onrecord::cli
