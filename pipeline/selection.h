#ifndef ONRECORD_PIPELINE_SELECTION_H_
#define ONRECORD_PIPELINE_SELECTION_H_

#include <set>
#include <string>
#include <vector>

#include "pipeline/corpus.h"
#include "pipeline/identify.h"
#include "quotes/identity.h"

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

// Whose timelines are shown: of whoever has the selected id; else had it; else
// of everybody who has the name, whatever its case.
class ShownSpeakers {
 public:
  ShownSpeakers(const Selection& selection,
                const std::vector<quotes::Speaker>& speakers);

  bool Has(const std::string& id) const { return all_ || ids_.count(id) > 0; }
  // Nobody answers to the selected id or name.
  bool empty() const { return !all_ && ids_.empty(); }

 private:
  bool all_;
  std::set<std::string> ids_;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_SELECTION_H_
