#ifndef ONRECORD_PIPELINE_SPEAKER_ID_H_
#define ONRECORD_PIPELINE_SPEAKER_ID_H_

#include <string>

#include "quotes/article_speaker.h"

namespace onrecord::pipeline {

// The id of a speaker as far as one article can tell: made from the name alone,
// so that most articles give the same person the same id. The history resolves
// the rest (a bare surname, another person of the same name).
//
// People: first given name and family name with transliterations folded,
// "Mohamed Tareq as-Sabbari" and "Mohammed al-Sabbari" -> the same. Bodies and
// groups: all words. Unnamed speakers: empty.
//
//   Threads: any; each remembers the names that it asked for lately.
std::string SpeakerId(const quotes::ArticleSpeaker& speaker);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_SPEAKER_ID_H_
