#ifndef ONRECORD_PIPELINE_SPEAKER_ID_H_
#define ONRECORD_PIPELINE_SPEAKER_ID_H_

#include <string>

#include "absl/strings/string_view.h"
#include "quotes/article_speaker.h"

namespace onrecord::pipeline {

// The id of a speaker as far as one article can tell: made from the name alone,
// so that the same name has the same id in every article. The history resolves
// what different articles call the same person.
//
//   "Mohammed Al Sabbari" -> "mohammed-al-sabbari"; "" -> "" (unnamed).
std::string SpeakerId(absl::string_view name);

// The same for the speaker's fullest name.
inline std::string SpeakerId(const quotes::ArticleSpeaker& speaker) {
  return SpeakerId(absl::string_view(speaker.name));
}

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_SPEAKER_ID_H_
