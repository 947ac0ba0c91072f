#include "quotes/name_keys.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

// Writes the lower-case word without full stops and apostrophes, straight or
// curly, to `out`, which has room for the word; returns what it wrote.
absl::string_view FoldNameWord(absl::string_view word, char* out) {
  size_t size = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c == '\'' || c == '.') continue;
    if (c == '\xE2' && (absl::StartsWith(word.substr(i), "’") ||
                        absl::StartsWith(word.substr(i), "‘"))) {
      i += 2;
      continue;
    }
    out[size++] = absl::ascii_tolower(static_cast<unsigned char>(c));
  }
  return absl::string_view(out, size);
}

absl::string_view WithoutArticle(absl::string_view key) {
  static constexpr absl::string_view kArticles[] = {
      "al", "el", "as", "ad", "ar", "an", "ash", "at", "az", "ul"};
  const auto hyphen_at = [key](size_t i) {
    return i < key.size() && key[i] == '-';
  };
  if (!hyphen_at(2) && !hyphen_at(3)) return key;
  const size_t hyphen = key.find('-');
  for (absl::string_view article : kArticles) {
    if (key.substr(0, hyphen) == article) return key.substr(hyphen + 1);
  }
  return key;
}

}  // namespace

text::TokenRange TokensOfPart(const text::Document& document,
                              text::TokenRange phrase, text::Span span) {
  while (!phrase.empty() &&
         document.token(phrase.begin).span().begin < span.begin) {
    ++phrase.begin;
  }
  while (!phrase.empty() &&
         document.token(phrase.end - 1).span().end > span.end) {
    --phrase.end;
  }
  return phrase;
}

NameKey NameKeys::OfWord(absl::string_view word) {
  const absl::string_view key =
      WithoutArticle(FoldNameWord(word, Folded(word.size())));
  return key.empty() ? kNoName : ids_.Of(key);
}

NameKey NameKeys::OfBody(absl::string_view name) {
  char* const folded = Folded(name.size());
  for (size_t i = 0; i < name.size(); ++i) {
    folded[i] = absl::ascii_tolower(static_cast<unsigned char>(name[i]));
  }
  absl::string_view key(folded, name.size());
  if (absl::StartsWith(key, "the ")) key.remove_prefix(4);
  return ids_.Of(key);
}

PersonKeys NameKeys::OfPerson(const text::Document& document,
                              const Mention& mention) {
  PersonKeys keys;
  keys.family = OfWord(document.Text(mention.head));
  keys.given_begin = static_cast<int32_t>(given_.size());
  const text::TokenRange words =
      TokensOfPart(document, mention.tokens, mention.name);
  for (int32_t i = words.begin; i < mention.head; ++i) {
    const text::Token& token = document.token(i);
    if (token.is_word() && !token.Has(text::kParticle)) {
      given_.push_back(OfWord(document.Text(i)));
    }
  }
  keys.given_end = static_cast<int32_t>(given_.size());
  return keys;
}

bool NameKeys::GivenFit(const PersonKeys& chain, const PersonKeys& name) const {
  if (name.given_count() == 0 || chain.given_count() == 0) return true;
  const absl::Span<const NameKey> given = Given(name), known = Given(chain);
  // "George W." and "George H.W." are two, "Ana" and "Ana Maria" can be one.
  if (given.size() > 1 && known.size() > 1 && given[0] == known[0]) {
    return WordsFit(given[1], known[1]);
  }
  return std::any_of(given.begin(), given.end(), [&](NameKey g) {
    return std::any_of(known.begin(), known.end(),
                       [&](NameKey h) { return WordsFit(g, h); });
  });
}

// Equal, an initial of the other, or alike: Mohamed and Mohammed, Dave and
// David.
bool NameKeys::WordsFit(NameKey a, NameKey b) const {
  if (a == b) return true;
  if (a == kNoName || b == kNoName) return false;
  const absl::string_view g = Text(a), h = Text(b);
  if ((g.size() == 1 || h.size() == 1) && g[0] == h[0]) return true;
  return g.size() > 2 && h.size() > 2 && g.substr(0, 2) == h.substr(0, 2);
}

}  // namespace onrecord::quotes
