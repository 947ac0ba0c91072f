#include "cli/speakers_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace onrecord::cli {
namespace {

std::string Dates(const quotes::DatedRole& role) {
  if (role.first.empty()) return "";
  if (role.first == role.last) return absl::StrCat(", ", role.first);
  return absl::StrCat(", ", role.first, " to ", role.last);
}

void Append(const pipeline::SpeakerSighting& sighting, std::string* out) {
  absl::StrAppend(
      out, "  ", sighting.published.empty() ? "undated   " : sighting.published,
      "  “", sighting.name, "”, ", sighting.article_id);
  if (!sighting.outlet.empty()) absl::StrAppend(out, ", ", sighting.outlet);
  if (sighting.quotations > 0) {
    absl::StrAppend(out, ", ", sighting.quotations,
                    sighting.quotations == 1 ? " quotation" : " quotations");
  }
  absl::StrAppend(out, " [", quotes::ToString(sighting.reason), "]",
                  sighting.ambiguous ? " (ambiguous)" : "", "\n");
}

}  // namespace

std::string SpeakersText(const std::vector<pipeline::SeenSpeaker>& speakers,
                         const Terminal& terminal) {
  std::string out;
  for (const pipeline::SeenSpeaker& seen : speakers) {
    const quotes::Speaker& speaker = seen.speaker;
    absl::StrAppend(&out, out.empty() ? "" : "\n",
                    Paint(terminal, Style::kBold, speaker.name), " (",
                    speaker.id, ")\n");
    std::vector<std::string> others;
    for (const std::string& alias : speaker.aliases) {
      if (alias != speaker.name) others.push_back(alias);
    }
    if (!speaker.former_ids.empty()) {
      absl::StrAppend(&out, "  id also ",
                      absl::StrJoin(speaker.former_ids, " "), "\n");
    }
    if (!speaker.external_id.empty() && speaker.external_id != speaker.id) {
      absl::StrAppend(&out, "  external id ", speaker.external_id, "\n");
    }
    if (!others.empty()) {
      absl::StrAppend(&out, "  also ", absl::StrJoin(others, "; "), "\n");
    }
    for (const quotes::DatedRole& role : speaker.roles) {
      absl::StrAppend(&out, "  as ", role.title, Dates(role), "\n");
    }
    for (const auto& sighting : seen.sightings) Append(sighting, &out);
  }
  return out;
}

}  // namespace onrecord::cli
