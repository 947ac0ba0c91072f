#include "data/load_lexicon.h"

#include "data/embedded.h"

namespace onrecord::data {

absl::Status AddEmbeddedWords(text::Lexicon::Builder* builder) {
  absl::Status status = builder->AddIrregularVerbs(
      "irregular_verbs.tsv", EmbeddedContents("irregular_verbs.tsv"));
  status.Update(builder->AddIrregularNouns(
      "irregular_nouns.tsv", EmbeddedContents("irregular_nouns.tsv")));
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (!status.ok()) break;
    if (IsWordList(file.name)) {
      status.Update(builder->AddWords(file.name, file.contents));
    }
  }
  return status;
}

}  // namespace onrecord::data
