#include "pipeline/speaker_id.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "quotes/names.h"

namespace onrecord::pipeline {
namespace {

std::string PersonId(const quotes::PersonName& name) {
  const std::string family =
      absl::StrReplaceAll(name.FamilyKey(), {{" ", "-"}});
  if (name.given.empty()) return family;
  return absl::StrCat(name.given.front().sound, "-", family);
}

}  // namespace

std::string SpeakerId(const quotes::ArticleSpeaker& speaker) {
  if (speaker.name.empty()) return "";
  if (speaker.kind == quotes::MentionKind::kName) {
    const quotes::PersonName name = quotes::ParsePersonName(speaker.name);
    if (!name.empty()) return PersonId(name);
  }
  return quotes::Slug(speaker.name);
}

}  // namespace onrecord::pipeline
