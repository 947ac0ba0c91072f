#ifndef ONRECORD_QUOTES_NAME_CHUNK_H_
#define ONRECORD_QUOTES_NAME_CHUNK_H_

#include <algorithm>
#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "quotes/mention.h"
#include "text/document.h"
#include "text/lexicon.h"
#include "text/token.h"

namespace onrecord::quotes {

// A run of capitalised words read as titles and a name.
struct NameChunk {
  text::TokenRange tokens;  // All of it: "Iraqi Prime Minister M. al-Sudani".
  text::TokenRange name;    // "M. al-Sudani"; empty: a bare title or demonym.
  text::TokenRange role;    // "Iraqi Prime Minister"; empty if none.
  MentionKind kind = MentionKind::kName;
  Gender gender = Gender::kUnknown;
  bool plural = false;  // "Sens. Lee and Paul" is two chunks; "Democrats" one.
  bool place = false;   // A country or city, alone.
};

// Words that an article uses as the last word of a longer name: "Small" after
// "Marty Small". They are names there, whatever they are elsewhere.
class NameMemory {
 public:
  bool empty() const { return words_.empty(); }
  // `word` is listed, not 0.
  void Add(text::WordId word) {
    if (Has(word)) return;
    words_.push_back(word);
    bits_ |= BitOf(word);
  }
  bool Has(text::WordId word) const {
    return (bits_ & BitOf(word)) != 0 &&
           std::find(words_.begin(), words_.end(), word) != words_.end();
  }

 private:
  static uint64_t BitOf(text::WordId word) {
    return uint64_t{1} << (word % 64);
  }

  uint64_t bits_ = 0;  // Those of the words: most others have another one.
  absl::InlinedVector<text::WordId, 8> words_;
};

// True if a word that is capitalised or has a hyphen can begin or continue a
// name by its class. Words that open sentences need more: see ReadNameChunk.
bool IsNameWord(const text::Document& document, int32_t token,
                const NameMemory& memory);

// The same for any token.
inline bool IsNameToken(const text::Document& document, int32_t token,
                        const NameMemory& memory) {
  const text::Token& t = document.token(token);
  return t.HasShape(text::kCapitalized | text::kHasHyphen) && t.is_word() &&
         IsNameWord(document, token, memory);
}

// True if a word of the memory may be a name in the paragraph that would be
// none without it.
bool GainsName(const text::Document& document, text::TokenRange paragraph,
               const NameMemory& memory);

// True for "US", "IT", "WHO" in text that is not all in capitals: no pronouns.
bool IsAcronym(const text::Document& document, int32_t token);

// Reads the chunk that begins at token `first` and ends before `limit`. The
// result's `tokens` is empty if none begins there.
NameChunk ReadNameChunk(const text::Document& document, int32_t first,
                        int32_t limit, const NameMemory& memory);

// Male or female by the classes of these tokens; kUnknown if both or neither.
Gender GenderOf(const text::Document& document, text::TokenRange tokens);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_NAME_CHUNK_H_
