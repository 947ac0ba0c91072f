#ifndef ONRECORD_QUOTES_NAME_KEYS_H_
#define ONRECORD_QUOTES_NAME_KEYS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "quotes/mention.h"
#include "quotes/string_ids.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// A word of a name, or a body's whole name, as chains of one article compare
// it: equal keys are equal names.
using NameKey = int32_t;
inline constexpr NameKey kNoName = -1;

// A person's name in keys.
struct PersonKeys {
  NameKey family = kNoName;
  // The given words: indices into those that NameKeys holds.
  int32_t given_begin = 0;
  int32_t given_end = 0;

  int32_t given_count() const { return given_end - given_begin; }
};

// The tokens of a phrase that lie inside `span`, a part of it: what
// Document::TokensIn() finds, from what is known already.
text::TokenRange TokensOfPart(const text::Document& document,
                              text::TokenRange phrase, text::Span span);

// Makes the keys of the names in one article, and compares them.
class NameKeys {
 public:
  // `expected`: about how many different names there are.
  explicit NameKeys(size_t expected) : ids_(expected) {}

  // A word of a person's name: lower case, without an Arabic article and
  // apostrophes, so that "al-Sabbari", "Al-Sabbari" and "Sabbari" are one.
  // kNoName if nothing is left.
  NameKey OfWord(absl::string_view word);
  // A body's name: lower case, without "the".
  NameKey OfBody(absl::string_view name);
  // Any other words, byte by byte.
  NameKey OfExactly(absl::string_view words) { return ids_.Of(words); }
  // The words of a kName mention.
  PersonKeys OfPerson(const text::Document& document, const Mention& mention);

  // True if `name` can be that of a chain whose fullest name is `chain`: the
  // same family word, or the chain's given name alone, and no given name that
  // speaks against it.
  bool Fit(const PersonKeys& chain, const PersonKeys& name) const {
    if (chain.family == name.family) return GivenFit(chain, name);
    // "Yusuf says many things": the given name of somebody named before.
    return name.given_count() == 0 && chain.given_count() > 0 &&
           given_[chain.given_begin] == name.family;
  }
  // The folded words of a key; good until the next key is made.
  absl::string_view Text(NameKey key) const { return ids_.Text(key); }
  absl::Span<const NameKey> Given(const PersonKeys& name) const {
    return absl::MakeConstSpan(given_).subspan(name.given_begin,
                                               name.given_count());
  }

 private:
  bool GivenFit(const PersonKeys& chain, const PersonKeys& name) const;
  bool WordsFit(NameKey a, NameKey b) const;
  // Scratch with room for so many bytes.
  char* Folded(size_t bytes) {
    if (folded_.size() < bytes) folded_.resize(bytes);
    return &folded_[0];
  }

  StringIds ids_;
  std::vector<NameKey> given_;  // The given words of all names.
  std::string folded_;          // Scratch.
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_NAME_KEYS_H_
