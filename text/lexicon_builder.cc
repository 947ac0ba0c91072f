#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "text/inflection.h"
#include "text/lexicon.h"
#include "text/lexicon_packer.h"
#include "text/word_fold.h"

namespace onrecord::text {
namespace {

using Words = std::vector<std::string>;

absl::Status BadLine(absl::string_view file, int line, absl::string_view want,
                     absl::string_view got) {
  return absl::InvalidArgumentError(
      absl::StrCat(file, ":", line, ": want ", want, ", got ", got));
}

// Calls row(line number, columns) for every line that is no comment.
template <typename Row>
absl::Status ForEachRow(absl::string_view file, absl::string_view tsv,
                        Row row) {
  int number = 0;
  for (absl::string_view line : absl::StrSplit(tsv, '\n')) {
    ++number;
    absl::ConsumeSuffix(&line, "\r");
    if (number == 1 && !absl::StartsWith(line, "#")) {
      return BadLine(file, 1, "a comment line (#)",
                     line.empty() ? "nothing" : line);
    }
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (absl::Status status = row(number, columns); !status.ok()) {
      return status;
    }
  }
  return absl::OkStatus();
}

std::string ColumnCount(size_t n) {
  return absl::StrCat(n, n == 1 ? " column" : " columns");
}

Words Alternatives(absl::string_view column) {
  return absl::StrSplit(column, '|', absl::SkipEmpty());
}

bool IsFolded(absl::string_view entry) {
  return FoldWord(entry).bytes() == entry ||
         entry.size() > FoldedWord::kMaxBytes;
}

// The bit of a class name; 0 if there is no such class.
WordClasses ClassNamed(absl::string_view name) {
  for (int bit = 0; bit < kWordClassCount; ++bit) {
    if (kWordClassNames[bit] == name) return WordClasses{1} << bit;
  }
  return 0;
}

// "host" and "co-" of "co-host".
std::pair<absl::string_view, absl::string_view> CutPrefix(
    absl::string_view word) {
  const size_t hyphen = word.rfind('-');
  const size_t cut = hyphen == word.npos ? 0 : hyphen + 1;
  return {word.substr(0, cut), word.substr(cut)};
}

}  // namespace

struct Lexicon::Builder::Impl {
  // One inflected form and the classes of its inflection.
  using Forms = std::vector<std::pair<std::string, WordClasses>>;
  // A way to write a phrase, not yet cut as the tokenizer does.
  struct Variant {
    Words words;
    int32_t phrase;
  };

  LexiconEntries entries;
  std::vector<bool> has_verb_lemma{false};  // By id.
  absl::flat_hash_map<std::string, WordId> ids;
  absl::flat_hash_map<std::string, VerbForms> irregular_verbs;
  absl::flat_hash_map<std::string, Words> irregular_nouns;
  absl::flat_hash_map<std::string, int32_t> phrase_by_form;
  std::vector<Variant> variants;

  Impl() {
    for (absl::string_view word : kKnownWords) Form(word);
  }

  WordId Form(absl::string_view form) {
    const auto [at, added] =
        ids.try_emplace(form, static_cast<WordId>(entries.words.size()));
    if (added) {
      entries.words.emplace_back();
      entries.words.back().form = std::string(form);
      has_verb_lemma.push_back(false);
    }
    return at->second;
  }

  Forms VerbFormsOf(absl::string_view base) const {
    const auto [prefix, stem] = CutPrefix(base);
    VerbForms forms = InflectRegularVerb(base);
    const auto found = irregular_verbs.find(stem);
    const auto replace = [&, prefix = prefix](const Words& irregular,
                                              Words* regular) {
      if (irregular.empty()) return;
      regular->clear();
      for (const std::string& form : irregular) {
        regular->push_back(absl::StrCat(prefix, form));
      }
    };
    if (found != irregular_verbs.end()) {
      const VerbForms& irregular = found->second;
      replace(irregular.third, &forms.third);
      replace(irregular.past, &forms.past);
      replace(
          irregular.participle.empty() ? irregular.past : irregular.participle,
          &forms.participle);
      replace(irregular.gerund, &forms.gerund);
    }
    Forms all = {{std::string(base), kVerb | kBase}};
    const auto append = [&all](const Words& forms, WordClasses inflection) {
      for (const std::string& form : forms) {
        all.emplace_back(form, kVerb | inflection);
      }
    };
    append(forms.third, kThird);
    append(forms.past, kPast);
    append(forms.participle, kParticiple);
    append(forms.gerund, kGerund);
    return all;
  }

  Forms NounFormsOf(absl::string_view singular) const {
    const auto [prefix, stem] = CutPrefix(singular);
    Forms all = {{std::string(singular), 0}};
    auto found = irregular_nouns.find(singular);
    const bool whole = found != irregular_nouns.end();
    if (!whole) found = irregular_nouns.find(stem);
    if (found == irregular_nouns.end()) {
      all.emplace_back(RegularPlural(singular), kPlural);
      return all;
    }
    for (const std::string& plural : found->second) {
      all.emplace_back(absl::StrCat(whole ? "" : prefix, plural), kPlural);
    }
    return all;
  }

  Forms FormsOf(absl::string_view lemma, char inflection) const {
    if (inflection == 'v') return VerbFormsOf(lemma);
    if (inflection == 'n') return NounFormsOf(lemma);
    return {{std::string(lemma), 0}};
  }

  // Lists one form of `lemma`.
  WordId Merge(absl::string_view form, WordClasses classes, WordId lemma,
               bool verb, absl::string_view value) {
    const WordId id = Form(form);
    LexiconEntries::Word& word = entries.words[id];
    word.classes |= classes;
    if (word.value.empty()) word.value = std::string(value);
    if (word.lemma == 0 || (verb && !has_verb_lemma[id])) {
      word.lemma = lemma == 0 ? id : lemma;
      has_verb_lemma[id] = verb;
    }
    return id;
  }

  std::vector<WordId> Word(absl::string_view lemma, char inflection,
                           WordClasses classes, absl::string_view value) {
    std::vector<WordId> result;
    for (const auto& [form, extra] : FormsOf(lemma, inflection)) {
      const WordId id =
          Merge(form, classes | extra, result.empty() ? 0 : result[0],
                inflection == 'v', value);
      if (std::find(result.begin(), result.end(), id) == result.end()) {
        result.push_back(id);
      }
    }
    return result;
  }

  std::vector<WordId> Phrase(absl::string_view entry, char inflection,
                             WordClasses classes, absl::string_view value) {
    const auto [at, added] = phrase_by_form.try_emplace(
        entry, static_cast<int32_t>(entries.phrases.size()));
    if (added) entries.phrases.push_back({std::string(entry), 0, ""});
    LexiconEntries::Phrase& phrase = entries.phrases[at->second];
    phrase.classes |= classes;
    if (phrase.value.empty()) phrase.value = std::string(value);
    Words parts = absl::StrSplit(entry, ' ', absl::SkipEmpty());
    if (inflection == 'x') {
      variants.push_back(Variant{parts, at->second});
      return {Merge(WithoutClitic(parts[0]), 0, 0, false, "")};
    }
    const size_t inflected = inflection == 'n' ? parts.size() - 1 : 0;
    const std::string lemma = parts[inflected];
    for (const auto& [form, extra] : FormsOf(lemma, inflection)) {
      parts[inflected] = form;
      variants.push_back(Variant{parts, at->second});
    }
    return Word(lemma, inflection, 0, "");
  }

  std::vector<WordId> Entry(absl::string_view entry, char inflection,
                            WordClasses classes, absl::string_view value) {
    return absl::StrContains(entry, ' ')
               ? Phrase(entry, inflection, classes, value)
               : Word(entry, inflection, classes, value);
  }

  // The noun of a possessive that is not listed as a whole.
  absl::string_view WithoutClitic(absl::string_view word) const {
    if (word.size() > 2 && !ids.contains(word)) {
      absl::ConsumeSuffix(&word, "'s");
    }
    return word;
  }

  // The words of a variant as the tokenizer cuts them.
  std::vector<WordId> IdsOf(const Words& parts) {
    std::vector<WordId> result;
    for (absl::string_view part : parts) {
      const absl::string_view word = WithoutClitic(part);
      result.push_back(Merge(word, 0, 0, false, ""));
      if (word != part) result.push_back(Merge("'s", 0, 0, false, ""));
    }
    return result;
  }

  std::string MakeImage() {
    for (const Variant& variant : variants) {
      entries.variants.push_back({IdsOf(variant.words), variant.phrase});
    }
    return PackLexicon(entries);
  }
};

Lexicon::Builder::Builder() : impl_(std::make_unique<Impl>()) {}
Lexicon::Builder::~Builder() = default;

absl::Status Lexicon::Builder::AddIrregularVerbs(absl::string_view file_name,
                                                 absl::string_view tsv) {
  return ForEachRow(
      file_name, tsv,
      [&](int line, const std::vector<absl::string_view>& columns) {
        if (columns.size() != 5) {
          return BadLine(file_name, line, "5 columns",
                         ColumnCount(columns.size()));
        }
        impl_->irregular_verbs[columns[0]] =
            VerbForms{Alternatives(columns[1]), Alternatives(columns[2]),
                      Alternatives(columns[3]), Alternatives(columns[4])};
        return absl::OkStatus();
      });
}

absl::Status Lexicon::Builder::AddIrregularNouns(absl::string_view file_name,
                                                 absl::string_view tsv) {
  return ForEachRow(
      file_name, tsv,
      [&](int line, const std::vector<absl::string_view>& columns) {
        if (columns.size() != 2) {
          return BadLine(file_name, line, "2 columns",
                         ColumnCount(columns.size()));
        }
        impl_->irregular_nouns[columns[0]] = Alternatives(columns[1]);
        return absl::OkStatus();
      });
}

absl::Status Lexicon::Builder::AddWords(absl::string_view file_name,
                                        absl::string_view tsv) {
  const auto add = [&](int line,
                       const std::vector<absl::string_view>& columns) {
    const auto bad = [&](absl::string_view want, absl::string_view got) {
      return BadLine(file_name, line, want, got);
    };
    if (columns.size() != 4) {
      return bad("4 columns", ColumnCount(columns.size()));
    }
    const absl::string_view entry = columns[0];
    const std::string shown = absl::StrCat("\"", entry, "\"");
    if (absl::StripAsciiWhitespace(entry) != entry || entry.empty() ||
        absl::StrContains(entry, "  ")) {
      return bad("an entry of words one blank apart", shown);
    }
    for (absl::string_view word : absl::StrSplit(entry, ' ')) {
      if (!IsFolded(word)) {
        return bad("a lower-case entry with straight apostrophes", shown);
      }
    }
    if (columns[1] != "v" && columns[1] != "n" && columns[1] != "x") {
      return bad("inflection v, n or x", absl::StrCat("\"", columns[1], "\""));
    }
    WordClasses classes = 0;
    for (absl::string_view name :
         absl::StrSplit(columns[2], ',', absl::SkipEmpty())) {
      const WordClasses bit = ClassNamed(name);
      if (bit == 0) return bad("a word class", absl::StrCat("\"", name, "\""));
      classes |= bit;
    }
    impl_->Entry(entry, columns[1][0], classes, columns[3]);
    return absl::OkStatus();
  };
  return ForEachRow(file_name, tsv, add);
}

WordId Lexicon::Builder::AddForm(absl::string_view form, WordClasses classes) {
  return impl_->Entry(form, 'x', classes, "")[0];
}

std::vector<WordId> Lexicon::Builder::AddInflected(absl::string_view lemma,
                                                   char inflection,
                                                   WordClasses classes,
                                                   absl::string_view value) {
  return impl_->Entry(lemma, inflection, classes, value);
}

std::unique_ptr<const Lexicon> Lexicon::Builder::Build() {
  std::string image = impl_->MakeImage();
  impl_ = std::make_unique<Impl>();
  std::unique_ptr<Lexicon> lexicon(new Lexicon());
  lexicon->owned_ = std::move(image);
  // An image that was written this moment is a good one.
  lexicon->View(lexicon->owned_).IgnoreError();
  return lexicon;
}

}  // namespace onrecord::text
