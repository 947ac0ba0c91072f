#ifndef ONRECORD_QUOTES_COREFERENCE_RESOLVER_H_
#define ONRECORD_QUOTES_COREFERENCE_RESOLVER_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "quotes/chain_roles.h"
#include "quotes/coreference.h"
#include "quotes/entity.h"
#include "quotes/mention.h"
#include "quotes/name_keys.h"
#include "text/document.h"

// The inside of ResolveCoreference(); include quotes/coreference.h instead.
namespace onrecord::quotes {

// Reads the mentions of one article in their order and gives each its chain.
//
//   Where:  coreference.cc            the chains, and whom each kind asks
//           coreference_names.cc      people and bodies by name
//           coreference_nominals.cc   roles and unnamed people
//           coreference_pronouns.cc   pronouns and salience
class Resolver {
 public:
  // All must outlive it.
  Resolver(const text::Document& document, const std::vector<Mention>& mentions,
           const std::vector<bool>& speaks);

  // Once.
  Coreference Run();

 private:
  // Which pronouns a chain can be meant by: what divides the recent chains.
  enum RecentKind { kOnePerson, kOneBody, kSeveral, kRecentKinds };

  // The chain of a mention, a new one if it fits none; -1 for mentions that
  // can be nobody's ("it" without a body before).
  int32_t Find(int32_t m);

  // --- names ---
  int32_t FindName(int32_t m);
  int32_t PersonNamed(const Mention& mention, const PersonKeys& name) const;
  int32_t NewPerson(int32_t m, bool lone);
  void TakeName(int32_t e, const PersonKeys& name);
  void AddNamesake(NameKey word, int32_t e);
  int32_t LastNamesake(NameKey word) const;
  bool SomebodyIs(NameKey plural);
  bool Better(int32_t a, int32_t b, const PersonKeys& name) const;
  bool StandsLikePlace(const Mention& mention) const;
  bool OwnsState(const Mention& mention) const;
  int32_t UnnamedLead(int32_t m) const;
  bool DescribedBehind(const Mention& mention) const;

  // --- bodies ---
  int32_t FindOrganization(int32_t m);
  int32_t BodyNamed(NameKey name) const;
  int32_t BodyEndingIn(absl::string_view head) const;
  NameKey BodyKey(const Mention& mention);
  uint64_t EndingBit(const Mention& mention) const;

  // --- nominals, groups and unnamed people ---
  int32_t FindNominal(int32_t m);
  int32_t HolderOf(RoleHead head, const Mention& mention) const;
  int32_t NameBefore(int32_t m) const;
  int32_t NameBehind(int32_t m);
  int32_t ByMeaning(const Mention& mention) const;
  bool StartsDefinite(const Mention& mention) const;
  int32_t FindUnnamed(int32_t m);
  int32_t RoleOfUnnamed(const Mention& mention) const;

  // --- pronouns and salience ---
  int32_t FindPronoun(int32_t m);
  int32_t Antecedent(int32_t m) const;
  int32_t MostSalient(const Mention& mention, int32_t barred);
  int32_t BySalience(int32_t m);
  NameKey OwnerKey(const Mention& mention);
  int Salience(const Entity& entity, const Mention& mention) const;
  // The most salient recent chain of a kind of which fits(e) is true; `best`
  // and its score change if there is a better one.
  template <typename Fits>
  void FindSalient(RecentKind kind, const Mention& mention, Fits fits,
                   int32_t* best, int* best_score);

  // --- chains ---
  int32_t New(int32_t m, bool plural = false);
  void Touch(int32_t e, int32_t m);
  void AddRecent(int32_t e);
  bool IsSubject(const Mention& mention) const;
  int32_t Count() const { return static_cast<int32_t>(entities_.size()); }
  int32_t TokenCount() const {
    return static_cast<int32_t>(doc_.tokens().size());
  }

  const text::Document& doc_;
  const std::vector<Mention>& mentions_;
  const std::vector<bool>& speaks_;
  std::vector<Entity> entities_;
  NameKeys keys_;
  ChainRoles roles_;
  // People by the words that can call them: a family name or the first given
  // one.
  struct Namesake {
    int32_t chain = -1;
    int32_t earlier = -1;  // Index of the word's one before; -1: the first.
  };
  std::vector<Namesake> namesakes_;     // With names that became fuller since.
  std::vector<int32_t> last_namesake_;  // By 1 + the word's key; -1: none.
  bool somebody_is_named_ = false;
  std::vector<int32_t> named_bodies_;  // Chains with a body's name, ascending.
  std::vector<int32_t> body_of_;       // Chain by the body's key; -1: none.
  uint64_t body_endings_ = 0;  // EndingBit() of these; most names have another.
  // Chains that a pronoun may mean, with some that are too far back by now.
  std::vector<int32_t> recent_[kRecentKinds];
  absl::string_view family_;  // Of the last surname in the plural.
  int32_t family_sentence_ = -1;
  int32_t here_ = 0;  // Sentence and paragraph of the mention at hand.
  int32_t paragraph_ = 0;
  std::vector<int32_t> chain_of_;  // By mention; -1: none.
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_COREFERENCE_RESOLVER_H_
