#include "pipeline/speaker_id.h"

#include "quotes/names.h"

namespace onrecord::pipeline {

std::string SpeakerId(const quotes::ArticleSpeaker& speaker) {
  if (speaker.name.empty()) return "";
  if (speaker.kind == quotes::MentionKind::kName) {
    std::string key = quotes::PersonKey(speaker.name);
    if (!key.empty()) return key;
  }
  return quotes::Slug(speaker.name);
}

}  // namespace onrecord::pipeline
