#ifndef ONRECORD_TEXT_LEXICON_PACKER_H_
#define ONRECORD_TEXT_LEXICON_PACKER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "text/known_words.h"
#include "text/word_class.h"

namespace onrecord::text {

// What a Lexicon::Builder has gathered, before it becomes tables.
struct LexiconEntries {
  struct Word {
    std::string form;
    WordClasses classes = 0;
    WordId lemma = 0;
    std::string value;
  };
  struct Phrase {
    std::string form;
    WordClasses classes = 0;
    std::string value;
  };
  // A way to write a phrase.
  struct Variant {
    std::vector<WordId> words;
    int32_t phrase;
  };

  std::vector<Word> words{1};  // By id; the first is the empty "not listed".
  std::vector<Phrase> phrases;
  std::vector<Variant> variants;
};

// Makes the image (lexicon_image.h) of a lexicon. The first words of phrases
// get the class kPhraseStart.
std::string PackLexicon(const LexiconEntries& entries);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LEXICON_PACKER_H_
