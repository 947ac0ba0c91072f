#include "pipeline/selection.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"

namespace onrecord::pipeline {
namespace {

bool Selects(const Selection& selection, const ingest::Article& article) {
  const std::string& day = article.published;
  if (!selection.since.empty() && day < selection.since) return false;
  if (!selection.until.empty() && (day.empty() || day > selection.until)) {
    return false;
  }
  return selection.outlet.empty() ||
         absl::EqualsIgnoreCase(article.outlet, selection.outlet);
}

bool HasId(const quotes::Speaker& speaker, const std::string& wanted) {
  return speaker.id == wanted;
}

bool HadId(const quotes::Speaker& speaker, const std::string& wanted) {
  const auto& ids = speaker.former_ids;
  return std::find(ids.begin(), ids.end(), wanted) != ids.end();
}

bool HasName(const quotes::Speaker& speaker, const std::string& wanted) {
  return absl::EqualsIgnoreCase(speaker.name, wanted) ||
         std::any_of(speaker.aliases.begin(), speaker.aliases.end(),
                     [&wanted](const std::string& alias) {
                       return absl::EqualsIgnoreCase(alias, wanted);
                     });
}

// The first of these that anybody answers to counts.
constexpr bool (*kWays[])(const quotes::Speaker&, const std::string&) = {
    HasId, HadId, HasName};

std::set<std::string> IdsOf(const std::string& wanted,
                            const std::vector<quotes::Speaker>& speakers) {
  std::set<std::string> ids;
  for (const auto way : kWays) {
    for (const quotes::Speaker& speaker : speakers) {
      if (way(speaker, wanted)) ids.insert(speaker.id);
    }
    if (!ids.empty()) break;
  }
  return ids;
}

}  // namespace

void SelectArticles(const Selection& selection, Corpus* corpus,
                    CorpusSpeakers* speakers) {
  size_t kept = 0;
  for (size_t i = 0; i < corpus->records.size(); ++i) {
    if (!Selects(selection, corpus->records[i].article)) continue;
    if (kept != i) {
      corpus->records[kept] = std::move(corpus->records[i]);
      corpus->keys[kept] = std::move(corpus->keys[i]);
      speakers->begins[kept] = speakers->begins[i];
    }
    ++kept;
  }
  corpus->records.resize(kept);
  corpus->keys.resize(kept);
  speakers->begins.resize(kept);
  corpus->record_of.clear();
  for (size_t i = 0; i < kept; ++i) {
    corpus->record_of.emplace(corpus->keys[i], i);
  }
}

ShownSpeakers::ShownSpeakers(const Selection& selection,
                             const std::vector<quotes::Speaker>& speakers)
    : all_(selection.speaker.empty()) {
  if (!all_) ids_ = IdsOf(selection.speaker, speakers);
}

}  // namespace onrecord::pipeline
