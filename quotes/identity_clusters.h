#ifndef ONRECORD_QUOTES_IDENTITY_CLUSTERS_H_
#define ONRECORD_QUOTES_IDENTITY_CLUSTERS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "quotes/identity.h"
#include "quotes/names.h"

namespace onrecord::quotes {

// Of members and clusters that nothing is known about beforehand.
constexpr int32_t kNoPin = -1;

// One speaker of one article, or one name of a roster entry, on its way to an
// identity; internal to quotes/identity.
struct Member {
  static const PersonName kNobody;  // The empty name.

  const SpeakerInput* input = nullptr;
  int32_t position = 0;  // In the caller's vector.
  int32_t article = 0;   // Number of its article, in order of their ids.
  // Members of one pin are one speaker, of two pins never; the roster's entries
  // have the first ones.
  int32_t pin = kNoPin;
  const KnownSpeaker* known = nullptr;  // It is a name of this entry.
  bool named = false;                   // Its name is one.
  // Empty of anything but people; one value for all members of one spelling.
  const PersonName* name = &kNobody;
  IdentityReason reason = IdentityReason::kOnlyOne;
  bool ambiguous = false;
};

// Members that are one speaker.
struct Cluster {
  std::vector<Member*> members;
  std::vector<const PersonName*> names;   // The different ones, fullest first.
  absl::flat_hash_set<int32_t> articles;  // Without the roster.
  int males = 0, females = 0;
  bool own_article = false;  // Never leaves its article.
  int32_t pin = kNoPin;      // Of its members that have one.

  // Adds a member; one that is pinned keeps its own reason.
  void Add(Member* member, IdentityReason reason);
  // Takes all members of another one, which are the same speaker for sure.
  void Absorb(const Cluster& other);
  // It is an entry of the roster.
  bool IsKnown(const std::vector<KnownSpeaker>& roster) const {
    return pin != kNoPin && static_cast<size_t>(pin) < roster.size();
  }
  Gender gender() const {
    if (males == females) return Gender::kUnknown;
    return males > females ? Gender::kMale : Gender::kFemale;
  }
};

// Clusters of people. `members` are named, in canonical order, and get their
// reasons.
std::vector<Cluster> ClusterPeople(const std::vector<Member*>& members,
                                   const Nicknames& nicknames);

// All words of a name, folded; "Al Gore" is read in another way than "al-Gore".
std::string FullKey(const PersonName& name);

// Clusters of organisations, governments and named groups.
std::vector<Cluster> ClusterBodies(const std::vector<Member*>& members);

// The words of an office, folded and sorted, without articles and "former".
std::vector<std::string> RoleWords(absl::string_view role);

// "former prime minister", "ex-mayor".
bool IsFormer(absl::string_view role);

// True if the offices can be the same: one's words are among the other's.
bool SameRole(const std::vector<std::string>& a,
              const std::vector<std::string>& b);

// The offices of an entry that the roster dates so that they were held when
// `published` was printed; all undated ones.
std::vector<std::string> RolesAt(const KnownSpeaker& known,
                                 const std::string& published);

// RoleWords() of an office that one person at a time holds, with its place
// ("iraqi prime minister"); empty for any other role and for a former office.
std::vector<std::string> OfficeWords(absl::string_view role);

// True if nobody holds the two, from OfficeWords(), at one time: offices of one
// kind in two places.
bool OfficesClash(const std::vector<std::string>& a,
                  const std::vector<std::string>& b);

// True if what two articles say of an office can mean one holder. A roster's
// entry has its own dates.
bool AtTheTime(const Member& a, const Member& b);

// Adds those unnamed members to a cluster of people whose office names exactly
// one of them ("Iraq's prime minister"); returns the others.
std::vector<Member*> JoinByOffice(const std::vector<Member*>& unnamed,
                                  std::vector<Cluster>* people);

// What a country's name and its adjective share: "Qadara", "Qadaran" ->
// "qadar". Takes FoldLetters() output.
std::string PlaceStem(absl::string_view word);

// Folds "organisation", "defence" to one spelling. Takes FoldLetters() output.
std::string FoldSpelling(absl::string_view letters);

// False for "a letter", "lawmakers", "PM": no names, whatever an article took
// them for.
bool IsName(absl::string_view name);

// Everything but the id.
Speaker DescribeCluster(const Cluster& cluster,
                        const std::vector<KnownSpeaker>& roster);

// Gives the speakers, parallel to their clusters, their ids and former ids.
void AssignIds(const std::vector<Cluster>& clusters,
               const std::vector<KnownSpeaker>& roster,
               std::vector<Speaker>* speakers);

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_IDENTITY_CLUSTERS_H_
