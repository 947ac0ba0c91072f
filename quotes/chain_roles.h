#ifndef ONRECORD_QUOTES_CHAIN_ROLES_H_
#define ONRECORD_QUOTES_CHAIN_ROLES_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "quotes/mention.h"
#include "quotes/name_keys.h"
#include "text/document.h"
#include "text/span.h"

namespace onrecord::quotes {

// The head noun of a role as roles are compared: "minister" for "ministers".
struct RoleHead {
  text::WordId lemma = 0;      // 0: the word is not listed, and
  NameKey unlisted = kNoName;  // this is the word as written.

  friend bool operator==(RoleHead a, RoleHead b) {
    return a.lemma == b.lemma && a.unlisted == b.unlisted;
  }
};

// The phrases that give roles to the chains of one article: "the foreign
// minister". Chains are numbers from 0 on.
class ChainRoles {
 public:
  // One phrase and the chain that it was said of.
  struct Use {
    RoleHead head;
    text::TokenRange phrase;
    int32_t chain = -1;
    int32_t earlier = -1;  // Index of the chain's use before; -1: the first.
  };

  // Room for `expected` chains and uses; takes more. The others must outlive
  // it.
  ChainRoles(const text::Document& document, size_t expected, NameKeys* keys)
      : doc_(document), keys_(*keys), last_use_(expected, -1) {
    uses_.reserve(expected);
  }

  RoleHead HeadAt(int32_t token);
  void Add(int32_t chain, RoleHead head, text::TokenRange phrase);

  // The last ones, in text order: all of them but in an article of very many
  // roles, which must not take long.
  absl::Span<const Use> recent_uses() const {
    const size_t count = std::min(uses_.size(), kMaxRecent);
    return absl::MakeConstSpan(uses_).last(count);
  }

  // True if one of the chain's roles is an office ("minister"), no mere
  // description.
  bool HasOffice(int32_t chain) const;

  // "the foreign minister" is no prime minister, "the Iraqi prime minister" not
  // the Spanish one: true if what tells the phrase apart is in the chain's
  // roles, by word or by the country that the word stands for.
  bool ModifiersFit(int32_t chain, const Mention& mention) const;

  // What words of one office have in common (column 4 of data/role_nouns.tsv);
  // empty if nothing is listed.
  absl::string_view OfficeMeaning(text::WordId word) const;

 private:
  static constexpr size_t kMaxRecent = 500;
  // Of a chain's uses, so many are looked at, the last ones.
  static constexpr int kMaxOfChain = 250;

  int32_t LastUse(int32_t chain) const {
    return chain < static_cast<int32_t>(last_use_.size()) ? last_use_[chain]
                                                          : -1;
  }
  bool InRoles(int32_t chain, int32_t word) const;

  const text::Document& doc_;
  NameKeys& keys_;
  std::vector<Use> uses_;
  std::vector<int32_t> last_use_;  // By chain.
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_CHAIN_ROLES_H_
