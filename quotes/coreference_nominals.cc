// Chains of those who are called by a role, and of those who have no name.
#include "absl/strings/string_view.h"
#include "quotes/antecedent.h"
#include "quotes/coreference_resolver.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {

using text::Punct;
using text::Token;

int32_t Resolver::FindNominal(int32_t m) {
  const Mention& mention = mentions_[m];
  const RoleHead head = roles_.HeadAt(mention.head);
  int32_t e = NameBefore(m);
  if (e < 0) e = NameBehind(m);
  if (e < 0) e = HolderOf(head, mention);
  if (e < 0) e = ByMeaning(mention);
  if (e < 0 && speaks_[m]) e = BySalience(m);
  if (e < 0) e = New(m);
  roles_.Add(e, head, mention.tokens);
  return e;
}

// The chain that was given this role, and was spoken of last of those.
int32_t Resolver::HolderOf(RoleHead head, const Mention& mention) const {
  int32_t best = -1, unfit = -1;
  const auto uses = roles_.recent_uses();
  for (auto use = uses.rbegin(); use != uses.rend(); ++use) {
    const int32_t e = use->chain;
    if (!(use->head == head) || e == best || e == unfit) continue;
    const Entity& entity = entities_[e];
    if (best >= 0) {
      const int32_t last = entities_[best].last_token;
      if (entity.last_token < last) continue;
      if (entity.last_token == last && e < best) continue;
    }
    const bool fits =
        GenderFits(entity, mention) && roles_.ModifiersFit(e, mention);
    (fits ? best : unfit) = e;
  }
  return best;
}

// "Claire Whitcombe, the defence secretary": the name right before.
int32_t Resolver::NameBefore(int32_t m) const {
  const Mention& mention = mentions_[m];
  for (int32_t k = m - 1; k >= 0 && k >= m - 2; --k) {
    const Mention& left = mentions_[k];
    if (left.tokens.end > mention.tokens.begin) continue;
    if (left.kind != MentionKind::kName) return -1;
    if (IsByname(doc_, left, mention)) return chain_of_[k];
    if (left.tokens.end + 1 != mention.tokens.begin ||
        !doc_.token(left.tokens.end).Is(Punct::kComma)) {
      return -1;
    }
    // A list of people is no apposition: "Lee, the mayor and ..." is one if
    // a comma, a full stop or the sentence's end follows.
    const int32_t end = mention.tokens.end;
    const bool closed =
        end >= TokenCount() || !doc_.token(end).Has(text::kConjunction);
    return closed ? chain_of_[k] : -1;
  }
  return -1;
}

// "the defence secretary, Claire Whitcombe": the chain of the name that a
// comma parts from the phrase; -1 if none.
int32_t Resolver::NameBehind(int32_t m) {
  const Mention& mention = mentions_[m];
  const int32_t end = mention.tokens.end;
  if (mention.plural || end >= TokenCount() ||
      !doc_.token(end).Is(Punct::kComma)) {
    return -1;
  }
  for (size_t k = m + 1; k < mentions_.size(); ++k) {
    const Mention& right = mentions_[k];
    if (right.tokens.begin > end + 1) break;
    if (right.tokens.begin == end + 1 && right.kind == MentionKind::kName &&
        right.role.empty()) {
      return FindName(static_cast<int32_t>(k));
    }
  }
  return -1;
}

// "the preacher" for a cleric, "the former general" for a lieutenant general:
// words for the same office in data/role_nouns.tsv (value column).
int32_t Resolver::ByMeaning(const Mention& mention) const {
  const absl::string_view meaning =
      roles_.OfficeMeaning(doc_.token(mention.head).word);
  if (meaning.empty()) return -1;
  int32_t best = -1;
  for (const ChainRoles::Use& use : roles_.recent_uses()) {
    if (use.chain > best && roles_.OfficeMeaning(use.head.lemma) == meaning &&
        GenderFits(entities_[use.chain], mention)) {
      best = use.chain;
    }
  }
  return best;
}

bool Resolver::StartsDefinite(const Mention& mention) const {
  static constexpr text::WordSet kDefinite = {"the", "this", "that"};
  const Token& first = doc_.token(mention.tokens.begin);
  return kDefinite.Has(first.word) || first.Has(text::kPossessive) ||
         first.HasShape(text::kCapitalized);
}

int32_t Resolver::FindUnnamed(int32_t m) {
  const Mention& mention = mentions_[m];
  if (mention.kind != MentionKind::kAnonymous) return New(m);
  int32_t e = NameBefore(m);
  const int32_t head = e >= 0 ? mention.head : RoleOfUnnamed(mention);
  if (e < 0) e = New(m);
  roles_.Add(e, roles_.HeadAt(head), mention.tokens);
  return e;
}

// "one of the bakers" is a baker: the token of the noun.
int32_t Resolver::RoleOfUnnamed(const Mention& mention) const {
  for (int32_t i = mention.head; i < mention.tokens.end; ++i) {
    if (doc_.token(i).Has(text::kPersonNoun)) return i;
  }
  return mention.head;
}

}  // namespace onrecord::quotes
