#include "pipeline/suggest_roster.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "pipeline/roster_file.h"
#include "quotes/names.h"

namespace onrecord::pipeline {
namespace {

using quotes::MentionKind;

bool IsBody(const quotes::Speaker& speaker) {
  return speaker.kind == MentionKind::kOrganization;
}

int QuotationsOf(const SeenSpeaker& seen) {
  return std::accumulate(seen.sightings.begin(), seen.sightings.end(), 0,
                         [](int sum, const SpeakerSighting& sighting) {
                           return sum + sighting.quotations;
                         });
}

// What ReadRoster() tells names by; empty for a bare surname.
std::string KeyOf(const std::string& name, bool body) {
  if (body) return absl::StrCat("body ", quotes::Slug(name));
  const quotes::PersonName parsed = quotes::ParsePersonName(name);
  return parsed.given.empty() ? "" : quotes::Slug(parsed.display);
}

quotes::KnownSpeaker Draft(const quotes::Speaker& speaker,
                           std::set<std::string>* taken) {
  quotes::KnownSpeaker known;
  known.id = speaker.id;
  known.external_id =
      speaker.external_id == speaker.id ? "" : speaker.external_id;
  known.name = speaker.name;
  known.kind =
      IsBody(speaker) ? MentionKind::kOrganization : MentionKind::kName;
  if (speaker.gender == quotes::Gender::kMale ||
      speaker.gender == quotes::Gender::kFemale) {
    known.gender = speaker.gender;
  }
  for (const std::string& alias : speaker.aliases) {
    const std::string key = KeyOf(alias, IsBody(speaker));
    if (!key.empty() && taken->insert(key).second) {
      known.aliases.push_back(alias);
    }
  }
  if (!IsBody(speaker)) known.roles = speaker.roles;
  return known;
}

std::string Comment(const SeenSpeaker& seen, int quotations) {
  const quotes::Speaker& speaker = seen.speaker;
  std::string text = absl::StrCat(
      "# ", absl::StrReplaceAll(speaker.name, {{"\n", " "}}), ": ", quotations,
      quotations == 1 ? " quotation in " : " quotations in ", speaker.articles,
      speaker.articles == 1 ? " article" : " articles");
  if (!speaker.first_seen.empty()) {
    absl::StrAppend(&text, ", ", speaker.first_seen, " to ", speaker.last_seen);
  }
  return text;
}

}  // namespace

std::string SuggestRoster(const std::vector<SeenSpeaker>& speakers) {
  std::vector<std::tuple<int, const SeenSpeaker*>> order;
  for (const SeenSpeaker& seen : speakers) {
    const quotes::Speaker& speaker = seen.speaker;
    const bool one = !speaker.plural && !speaker.ambiguous;
    if (one && (IsBody(speaker) || speaker.kind == MentionKind::kName)) {
      order.push_back({-QuotationsOf(seen), &seen});
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) {
                     return std::get<0>(a) < std::get<0>(b);
                   });
  std::string out =
      "# A draft of what these articles tell: check each entry, then read it "
      "with --roster.\n";
  std::set<std::string> taken;
  for (const auto& [quotations, seen] : order) {
    const quotes::Speaker& speaker = seen->speaker;
    absl::StrAppend(&out, "\n", Comment(*seen, -quotations), "\n");
    const std::string key = KeyOf(speaker.name, IsBody(speaker));
    if (key.empty() || !taken.insert(key).second) {
      absl::StrAppend(&out, "# Left out: want a full name of its own.\n");
      continue;
    }
    absl::StrAppend(&out, RosterText({Draft(speaker, &taken)}));
  }
  return out;
}

}  // namespace onrecord::pipeline
