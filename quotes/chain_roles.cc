#include "quotes/chain_roles.h"

#include "absl/strings/match.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Token;

constexpr text::WordClasses kOfPlace = text::kPlace | text::kDemonym;

// Words before a role's noun that tell nobody apart.
constexpr text::WordSet kOnce = {"former", "then"};

absl::string_view Country(const Document& doc, int32_t token) {
  const text::WordInfo& info = doc.lexicon().word(doc.token(token).word);
  return info.value.empty() ? info.form : info.value;
}

}  // namespace

RoleHead ChainRoles::HeadAt(int32_t token) {
  const text::WordId lemma = doc_.lexicon().word(doc_.token(token).word).lemma;
  if (lemma != 0) return RoleHead{lemma, kNoName};
  return RoleHead{0, keys_.OfExactly(doc_.Text(token))};
}

void ChainRoles::Add(int32_t chain, RoleHead head, text::TokenRange phrase) {
  if (chain >= static_cast<int32_t>(last_use_.size())) {
    last_use_.resize(chain + 1, -1);
  }
  uses_.push_back(Use{head, phrase, chain, last_use_[chain]});
  last_use_[chain] = static_cast<int32_t>(uses_.size()) - 1;
}

bool ChainRoles::HasOffice(int32_t chain) const {
  int32_t u = LastUse(chain);
  for (int looked = 0; u >= 0 && looked < kMaxOfChain; ++looked) {
    const text::WordInfo& info = doc_.lexicon().word(uses_[u].head.lemma);
    if (info.classes & text::kTitle) return true;
    u = uses_[u].earlier;
  }
  return false;
}

bool ChainRoles::ModifiersFit(int32_t chain, const Mention& mention) const {
  for (int32_t i = mention.tokens.begin; i < mention.head; ++i) {
    const Token& t = doc_.token(i);
    if (!t.is_word() || t.HasShape(text::kClitic) || kOnce.Has(t.word) ||
        t.Has(text::kDeterminer | text::kPossessive | text::kAdverb |
              text::kNumber | text::kTimeShift)) {
      continue;
    }
    if (!InRoles(chain, i)) return false;
  }
  return true;
}

bool ChainRoles::InRoles(int32_t chain, int32_t word) const {
  const bool place = doc_.token(word).Has(kOfPlace);
  bool placed = false;
  int32_t u = LastUse(chain);
  for (int looked = 0; u >= 0 && looked < kMaxOfChain; ++looked) {
    const text::TokenRange phrase = uses_[u].phrase;
    u = uses_[u].earlier;
    for (int32_t i = phrase.begin; i < phrase.end; ++i) {
      if (absl::EqualsIgnoreCase(doc_.Text(i), doc_.Text(word))) return true;
      if (!doc_.token(i).Has(kOfPlace)) continue;
      placed = true;
      if (place && Country(doc_, i) == Country(doc_, word)) return true;
    }
  }
  // A place speaks against a person only if a role names another one.
  return place && !placed;
}

absl::string_view ChainRoles::OfficeMeaning(text::WordId word) const {
  const text::WordInfo& info = doc_.lexicon().word(word);
  if ((info.classes & text::kPersonNoun) == 0) return "";
  return info.value;
}

}  // namespace onrecord::quotes
