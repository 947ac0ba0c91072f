// Whom the article is about where a pronoun, or a role that was given to
// nobody, is said.
#include <algorithm>

#include "quotes/antecedent.h"
#include "quotes/coreference_resolver.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

// A pronoun looks back this many sentences.
constexpr int kPronounReach = 6;

}  // namespace

int32_t Resolver::FindPronoun(int32_t m) {
  const Mention& mention = mentions_[m];
  const text::Token& token = doc_.token(mention.head);
  if (token.Has(text::kFirstPerson | text::kSecondPerson)) return -1;
  if (token.Has(text::kRelative)) return Antecedent(m);
  const int32_t other = SubjectOfTaggedClause(doc_, mentions_, m);
  const int32_t barred = other < 0 ? -1 : chain_of_[other];
  const int32_t best = MostSalient(mention, barred);
  if (best >= 0 && entities_[best].gender == Gender::kUnknown &&
      entities_[best].person) {
    entities_[best].gender = mention.gender;
  }
  return best;
}

// "Lopez, who ...": what stands right before, a comma apart at most.
int32_t Resolver::Antecedent(int32_t m) const {
  const int32_t who = mentions_[m].tokens.begin;
  int32_t best = -1;
  for (int32_t k = m - 1; k >= 0 && k >= m - 6; --k) {
    const int32_t gap = who - mentions_[k].tokens.end;
    if (gap < 0 || gap > 1) continue;
    // The longest phrase that ends there: "the mayor of Sel, who".
    if (best < 0 || mentions_[k].tokens.begin < mentions_[best].tokens.begin) {
      best = k;
    }
  }
  return best < 0 ? -1 : chain_of_[best];
}

template <typename Fits>
void Resolver::FindSalient(RecentKind kind, const Mention& mention, Fits fits,
                           int32_t* best, int* best_score) {
  std::vector<int32_t>& recent = recent_[kind];
  for (size_t i = 0; i < recent.size();) {
    const int32_t e = recent[i];
    Entity& entity = entities_[e];
    if (here_ - entity.last_sentence > kPronounReach) {
      entity.recent = false;
      recent[i] = recent.back();
      recent.pop_back();
      continue;
    }
    ++i;
    if (!fits(e)) continue;
    const int score = Salience(entity, mention);
    if (score > *best_score || (score == *best_score && e < *best)) {
      *best_score = score;
      *best = e;
    }
  }
}

// The chain that a pronoun means, but for `barred`; -1 if none.
int32_t Resolver::MostSalient(const Mention& mention, int32_t barred) {
  int32_t best = -1;
  int best_score = 0;
  if (mention.plural || mention.gender == Gender::kNeuter) {
    FindSalient(
        mention.plural ? kSeveral : kOneBody, mention,
        [&](int32_t e) { return e != barred; }, &best, &best_score);
  } else {
    FindSalient(
        kOnePerson, mention,
        [&](int32_t e) {
          return e != barred && GenderFits(entities_[e], mention);
        },
        &best, &best_score);
  }
  return best;
}

// "Lopez opened the sitting. "Order," the speaker said.": a definite role
// that the article gave to nobody is that of the person it was just about,
// if this one has no office of another name.
int32_t Resolver::BySalience(int32_t m) {
  const Mention& mention = mentions_[m];
  if (mention.plural || !StartsDefinite(mention)) return -1;
  const bool office = doc_.token(mention.head).Has(text::kTitle);
  const NameKey owner = OwnerKey(mention);
  const int32_t object = ObjectPronoun(doc_, mentions_, m);
  const int32_t addressed =
      object < 0 ? -1 : MostSalient(mentions_[object], -1);
  const auto fits = [&](int32_t e) {
    const Entity& entity = entities_[e];
    if (!entity.person || e == addressed) return false;
    if (!GenderFits(entity, mention)) return false;
    if (owner != kNoName && entity.name.family == owner) return false;
    const bool near_by = entity.last_paragraph == paragraph_ &&
                         here_ - entity.last_sentence <= 1;
    const int32_t last = std::max(entity.last_subject, entity.last_spoke);
    if (here_ - last > 2 && !near_by) return false;
    return !office || !roles_.HasOffice(e);
  };
  int32_t best = -1;
  int best_score = 0;
  // A body can have turned out to be a person.
  for (RecentKind kind : {kOnePerson, kOneBody}) {
    FindSalient(kind, mention, fits, &best, &best_score);
  }
  return best;
}

// "Sel" of "Sel's prime minister", as chains compare it; kNoName if none.
NameKey Resolver::OwnerKey(const Mention& mention) {
  for (int32_t i = mention.tokens.begin + 1; i < mention.head; ++i) {
    if (doc_.token(i).HasShape(text::kClitic)) {
      return keys_.OfWord(doc_.Text(i - 1));
    }
  }
  return kNoName;
}

// From 1 to 145 where the chain is in a pronoun's reach.
int Resolver::Salience(const Entity& entity, const Mention& mention) const {
  int score = 100 - 14 * (here_ - entity.last_sentence);
  if (entity.last_paragraph != paragraph_) score -= 15;
  if (here_ - entity.last_subject <= 1) score += 15;
  if (here_ - entity.last_spoke <= 2) score += 12;
  if (entity.gender == mention.gender && mention.gender != Gender::kUnknown) {
    score += 8;
  }
  if (entity.name.family != kNoName) score += 10;
  return score;
}

}  // namespace onrecord::quotes
