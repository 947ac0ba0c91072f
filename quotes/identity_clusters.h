#ifndef ONRECORD_QUOTES_IDENTITY_CLUSTERS_H_
#define ONRECORD_QUOTES_IDENTITY_CLUSTERS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "quotes/identity.h"
#include "quotes/names.h"

namespace onrecord::quotes {

// One speaker of one article on its way to an identity; internal to
// quotes/identity.
struct Member {
  const SpeakerInput* input = nullptr;
  int32_t position = 0;  // In the caller's vector.
  int32_t article = 0;   // Number of its article, in order of their ids.
  bool named = false;    // Its name is one.
  PersonName name;       // People only.
  IdentityReason reason = IdentityReason::kOnlyOne;
  bool ambiguous = false;
};

// Members that are one speaker.
struct Cluster {
  std::vector<Member*> members;
  std::vector<const PersonName*> names;  // The different ones, fullest first.
  absl::flat_hash_set<int32_t> articles;
  int males = 0, females = 0;
  bool own_article = false;  // Never leaves its article.

  void Add(Member* member, IdentityReason reason);
  Gender gender() const {
    if (males == females) return Gender::kUnknown;
    return males > females ? Gender::kMale : Gender::kFemale;
  }
};

// Clusters of people. `members` are named, in canonical order, and get their
// reasons.
std::vector<Cluster> ClusterPeople(const std::vector<Member*>& members,
                                   const Nicknames& nicknames);

// Clusters of organisations, governments and named groups.
std::vector<Cluster> ClusterBodies(const std::vector<Member*>& members);

// The words of an office, folded and sorted, without articles and "former".
std::vector<std::string> RoleWords(absl::string_view role);

// True if the offices can be the same: one's words are among the other's.
bool SameRole(const std::vector<std::string>& a,
              const std::vector<std::string>& b);

// Adds those unnamed members to a cluster of people whose office names exactly
// one of them ("Iraq's prime minister"); returns the others.
std::vector<Member*> JoinByOffice(const std::vector<Member*>& unnamed,
                                  std::vector<Cluster>* people);

// What a country's name and its adjective share: "Qadara", "Qadaran" ->
// "qadar". Takes FoldLetters() output.
std::string PlaceStem(absl::string_view word);

// Folds "organisation", "defence" to one spelling. Takes FoldLetters() output.
std::string FoldSpelling(absl::string_view letters);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_IDENTITY_CLUSTERS_H_
