#ifndef ONRECORD_TEXT_LEXICON_H_
#define ONRECORD_TEXT_LEXICON_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "text/known_words.h"
#include "text/token.h"
#include "text/word_class.h"

namespace onrecord::text {

// What the lexicon knows of one word form.
struct WordInfo {
  std::string form;         // Lower case, straight apostrophes.
  WordClasses classes = 0;  // Union over all entries that have this form.
  WordId lemma = 0;         // Its own id where the form is the lemma.
  std::string value;        // Column 4 of its entry; meaning is the class's.
};

// A listed phrase ("according to", "United Nations", "points out").
struct PhraseInfo {
  std::string form;  // The listed (uninflected) words, one blank apart.
  WordClasses classes = 0;
  std::string value;
};

// A phrase found in a text.
struct PhraseMatch {
  TokenRange tokens;
  int32_t phrase = 0;  // Index for Lexicon::phrase().
};

// All words and phrases that the rules of the product know, by form.
//
// Word lists are TSV files of four columns:
//   entry <TAB> inflection <TAB> classes <TAB> value
// `entry` is a lower-case word or a phrase (words one blank apart). Inflection:
//   v  verb lemma: base, third person, past, participle and gerund are listed
//      with it (irregular ones from irregular_verbs.tsv); of a phrase the
//      first word is inflected;
//   n  noun lemma: the plural is listed with it, with class `plural`; of a
//      phrase the last word;
//   x  the form as it stands.
// `classes` are comma-separated names from text/word_class.h. `value` may be
// empty. Lines that start with # are comments; the first line must be one.
// Verb forms get the classes verb and base, third, past, participle or gerund
// by themselves. A form with entries in several files gets the union of their
// classes, the lemma of the first verb entry (else of the first entry) and the
// first value that is not empty. The words of a phrase are listed as forms
// too, with no class but those of their inflection.
//
//   Threads: const after Build(), share freely.
//   Owns:    all strings that it returns views of.
class Lexicon {
 public:
  class Builder {
   public:
    Builder();
    ~Builder();
    // The irregular tables must be read before the words that need them.
    // Reads irregular forms: `lemma <TAB> third <TAB> past <TAB> participle
    // <TAB> gerund`, empty columns for regular forms; alternatives with '|'.
    absl::Status AddIrregularVerbs(absl::string_view file_name,
                                   absl::string_view tsv);
    // Reads `singular <TAB> plural`; alternatives with '|'.
    absl::Status AddIrregularNouns(absl::string_view file_name,
                                   absl::string_view tsv);
    // Reads a word list. An error reads "file:line: want ..., got ...".
    absl::Status AddWords(absl::string_view file_name, absl::string_view tsv);
    // Lists one form, with more classes if it is there already. Returns its id.
    WordId AddForm(absl::string_view form, WordClasses classes);
    // Lists a verb ('v'), noun ('n') or exact ('x') entry with its inflections,
    // and returns the ids of all forms, lemma first. A lemma of several words
    // is listed as a phrase; the ids are those of its inflected word then.
    std::vector<WordId> AddInflected(absl::string_view lemma, char inflection,
                                     WordClasses classes,
                                     absl::string_view value = "");
    // The finished lexicon; the builder is empty afterwards.
    std::unique_ptr<const Lexicon> Build();

   private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // The id of a form; 0 if it is not listed. Case-insensitive for ASCII, a
  // curly apostrophe equals a straight one.
  WordId Find(absl::string_view form) const { return Look(form).id; }
  // The same with the form's classes, from one look into the table.
  struct Listed {
    WordId id = 0;
    WordClasses classes = 0;
  };
  Listed Look(absl::string_view form) const;
  // The form text[begin, end); quicker than the other where more text follows,
  // into which it may look.
  Listed Look(absl::string_view text, size_t begin, size_t end) const;
  const WordInfo& word(WordId id) const { return words_[id]; }
  size_t size() const { return words_.size(); }

  const PhraseInfo& phrase(int32_t index) const { return phrases_[index]; }
  size_t phrase_count() const { return phrases_.size(); }
  // The index of a phrase as listed (uninflected); -1 if it is not.
  int32_t FindPhrase(absl::string_view form) const;
  // The longest listed phrase that starts at tokens[first]; false if none.
  bool MatchPhrase(absl::Span<const Token> tokens, int32_t first,
                   PhraseMatch* match) const;

 private:
  friend class Builder;
  struct Index;
  Lexicon();

  std::vector<WordInfo> words_;  // words_[0] is the empty "not listed".
  std::vector<PhraseInfo> phrases_;
  std::unique_ptr<Index> index_;
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_H_
