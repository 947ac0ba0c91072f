#ifndef ONRECORD_TEXT_LEXICON_H_
#define ONRECORD_TEXT_LEXICON_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "text/known_words.h"
#include "text/lexicon_tables.h"
#include "text/token.h"
#include "text/word_class.h"
#include "text/word_fold.h"

namespace onrecord::text {

// What the lexicon knows of one word form. The views live as long as it does.
struct WordInfo {
  absl::string_view form;   // Lower case, straight apostrophes.
  WordClasses classes = 0;  // Union over all entries that have this form.
  WordId lemma = 0;         // Its own id where the form is the lemma.
  absl::string_view value;  // Column 4 of its entry; meaning is the class's.
};

// A listed phrase ("according to", "United Nations", "points out").
struct PhraseInfo {
  absl::string_view form;  // The listed (uninflected) words, one blank apart.
  WordClasses classes = 0;
  absl::string_view value;
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
// A lexicon is one flat block of bytes, its image, and a few pointers into it.
// A Builder makes the image from word lists; a program that has it ready, in
// its own read-only data, begins with FromImage() and reads no list at all.
//
//   Threads: const, share freely.
//   Owns:    its image, and with it the strings that it returns views of, if
//            it comes from a Builder; else the image must outlive it.
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
    // The finished lexicon; the builder is empty afterwards. The same calls
    // in the same order make the same image, byte by byte.
    std::unique_ptr<const Lexicon> Build();

   private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  // A view of an image that lies elsewhere, aligned to eight bytes. Reads its
  // header only: the records are taken to be what a Builder wrote.
  //
  //   Errors: DataLoss "lexicon image: want ..., got ..." for one that is cut,
  //           misplaced, or of another version of this program.
  static absl::StatusOr<std::unique_ptr<const Lexicon>> FromImage(
      absl::string_view image);

  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // For FromImage().
  absl::string_view image() const { return image_; }

  // The id of a form; 0 if it is not listed. Case-insensitive for ASCII, a
  // curly apostrophe equals a straight one.
  WordId Find(absl::string_view form) const { return Look(form).id; }
  // The same with the form's classes, from one look into the table.
  struct Listed {
    WordId id = 0;
    WordClasses classes = 0;
  };
  Listed Look(absl::string_view form) const;
  Listed Look(const FoldedWord& form) const {
    if (form.length == 0) return {};
    if (form.length > FoldedWord::kShortBytes) return LookLong(form);
    return LookInSlot(form);
  }
  // The same of a form of 1 to FoldedWord::kShortBytes bytes; a longer one that
  // it finds may be another.
  Listed LookInSlot(const FoldedWord& form) const {
    const uint64_t key = form.Key(), tail = form.Tail();
    const LexiconTables::Slot& slot =
        tables_.SlotOf(key, factor_shift_, slot_shift_);
    if (((slot.key ^ key) | (slot.tail ^ tail)) != 0) return {};
    return {slot.id, tables_.class_sets.data()[slot.classes]};
  }
  WordInfo word(WordId id) const {
    const LexiconTables::Word& at = tables_.words[id];
    return {Text(at.form, tables_.words[id + 1].form),
            tables_.class_sets[at.classes], at.lemma, Value(at.value)};
  }
  size_t size() const { return tables_.words.size() - 1; }

  PhraseInfo phrase(int32_t index) const {
    const LexiconTables::Phrase& at = tables_.phrases[index];
    return {Text(at.form, tables_.phrases[index + 1].form),
            tables_.class_sets[at.classes], Value(at.value)};
  }
  size_t phrase_count() const { return tables_.by_form.size(); }
  // The index of a phrase as listed (uninflected); -1 if it is not.
  int32_t FindPhrase(absl::string_view form) const;
  // Whether a phrase may begin with these two words: of most, one bit tells
  // that none does.
  bool MayBeginPhrase(WordId first, WordId second) const {
    return tables_.MayPair(first, second);
  }
  // The longest listed phrase that starts at tokens[first]; false if none.
  bool MatchPhrase(absl::Span<const Token> tokens, int32_t first,
                   PhraseMatch* match) const {
    const size_t second = static_cast<size_t>(first) + 1;
    return second < tokens.size() &&
           MayBeginPhrase(tokens[first].word, tokens[second].word) &&
           FollowPhrase(tokens, first, match);
  }

 private:
  friend class Builder;
  Lexicon() = default;
  absl::Status View(absl::string_view image);
  // Of longer words: these need a call.
  Listed LookLong(const FoldedWord& folded) const;
  // MatchPhrase() where the first two words may begin a phrase.
  bool FollowPhrase(absl::Span<const Token> tokens, int32_t first,
                    PhraseMatch* match) const;
  // The edge from node `parent` by `word`; null if there is none.
  const LexiconTables::Edge* FindEdge(uint32_t parent, WordId word) const;
  absl::string_view Text(uint32_t begin, uint32_t end) const {
    return absl::string_view(tables_.texts.data() + begin, end - begin);
  }
  absl::string_view Value(uint32_t index) const {
    return Text(tables_.values[index], tables_.values[index + 1]);
  }

  std::string owned_;  // The image that Build() made; else empty.
  absl::string_view image_;
  LexiconTables tables_;  // Views of the image.
  int factor_shift_ = 0;  // LexiconTables::ShiftOf() the factors,
  int slot_shift_ = 0;    // and the slots.
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_H_
