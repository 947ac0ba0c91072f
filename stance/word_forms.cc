#include "stance/word_forms.h"

#include "absl/strings/str_split.h"
#include "data/embedded.h"
#include "text/inflection.h"

namespace onrecord::stance {
namespace {

using Forms = std::vector<std::string>;

// Lemma and the alternatives of every further column of an irregular table.
absl::flat_hash_map<std::string, std::vector<Forms>> ReadTable(
    absl::string_view name) {
  absl::flat_hash_map<std::string, std::vector<Forms>> table;
  for (absl::string_view line :
       absl::StrSplit(data::EmbeddedContents(name), '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    std::vector<Forms>& row = table[columns[0]];
    for (size_t i = 1; i < columns.size(); ++i) {
      row.push_back(absl::StrSplit(columns[i], '|', absl::SkipEmpty()));
    }
  }
  return table;
}

void Append(const Forms& from, Forms* to) {
  to->insert(to->end(), from.begin(), from.end());
}

}  // namespace

WordForms::WordForms() {
  AddVerbs("irregular_verbs.tsv");
  AddVerbs("stance_forms.tsv");
  for (const auto& [lemma, columns] : ReadTable("irregular_nouns.tsv")) {
    for (const Forms& plurals : columns) Append(plurals, &nouns_[lemma]);
  }
}

void WordForms::AddVerbs(absl::string_view table) {
  for (const auto& [lemma, columns] : ReadTable(table)) {
    const text::VerbForms regular = text::InflectRegularVerb(lemma);
    const Forms* fallback[] = {&regular.third, &regular.past,
                               &regular.participle, &regular.gerund};
    Forms& forms = verbs_[lemma];
    for (size_t i = 0; i < columns.size() && i < 4; ++i) {
      Append(columns[i].empty() ? *fallback[i] : columns[i], &forms);
    }
  }
}

std::vector<std::string> WordForms::Of(absl::string_view lemma,
                                       char inflection) const {
  Forms forms = {std::string(lemma)};
  if (inflection == 'v') {
    if (const auto at = verbs_.find(lemma); at != verbs_.end()) {
      Append(at->second, &forms);
    } else {
      const text::VerbForms regular = text::InflectRegularVerb(lemma);
      for (const Forms* some : {&regular.third, &regular.past,
                                &regular.participle, &regular.gerund}) {
        Append(*some, &forms);
      }
    }
  } else if (inflection == 'n') {
    if (const auto at = nouns_.find(lemma); at != nouns_.end()) {
      Append(at->second, &forms);
    } else {
      forms.push_back(text::RegularPlural(lemma));
    }
  }
  return forms;
}

}  // namespace onrecord::stance
