#ifndef ONRECORD_PIPELINE_SELECTION_H_
#define ONRECORD_PIPELINE_SELECTION_H_

#include <string>
#include <vector>

#include "pipeline/corpus.h"
#include "pipeline/identify.h"
#include "stance/statement.h"

namespace onrecord::pipeline {

// Which part of a history is asked for. Who is who is always found out from all
// articles: a selection hides, it never changes whom somebody is taken for.
struct Selection {
  // Publication dates "YYYY-MM-DD", both included; empty: open. Articles
  // without a date are outside of every bound.
  std::string since, until;
  std::string outlet;   // Whole name, whatever its case; empty: all.
  std::string speaker;  // Id, former id or a name; empty: everybody.
};

// Takes the articles that are not selected out of the corpus, and their
// speakers out of `speakers`.
void SelectArticles(const Selection& selection, Corpus* corpus,
                    CorpusSpeakers* speakers);

// Takes out the timelines of all but the selected speaker: whoever has the id;
// else had it; else everybody who has the name, whatever its case. Where there
// is nobody no timeline stays, and the result is false.
bool SelectSpeaker(const Selection& selection,
                   const std::vector<quotes::Speaker>& speakers,
                   std::vector<stance::Timeline>* timelines);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_SELECTION_H_
