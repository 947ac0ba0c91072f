#include "data/load_lexicon.h"

#include "data/embedded.h"

namespace onrecord::data {

std::vector<WordTable> WordTables() {
  using Builder = text::Lexicon::Builder;
  std::vector<WordTable> tables = {
      {"irregular_verbs.tsv", &Builder::AddIrregularVerbs},
      {"irregular_nouns.tsv", &Builder::AddIrregularNouns},
  };
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (IsWordList(file.name))
      tables.push_back({file.name, &Builder::AddWords});
  }
  return tables;
}

absl::Status AddEmbeddedWords(text::Lexicon::Builder* builder) {
  absl::Status status;
  for (const WordTable& table : WordTables()) {
    if (!status.ok()) break;
    status.Update(
        (builder->*table.add)(table.name, EmbeddedContents(table.name)));
  }
  return status;
}

}  // namespace onrecord::data
