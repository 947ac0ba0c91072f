// People across articles: full names first, then the other order and second
// surnames, then bare surnames.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "quotes/identity_clusters.h"

namespace onrecord::quotes {
namespace {

// What the roster says of a sex counts for more than any number of articles.
constexpr int kRosterVotes = 1 << 24;

// All members that print the same name, folded, and have the same pin.
struct NameGroup {
  std::string key;
  int32_t pin = kNoPin;
  const PersonName* name = nullptr;
  std::vector<Member*> members;
  int males = 0, females = 0;
};

// How much a name tells: words that are no initials count double.
int Fullness(const PersonName& name) {
  int full = name.suffix.empty() ? 0 : 1;
  for (const NameWord* word : name.Words()) full += word->initial ? 1 : 2;
  return full;
}

bool SameLetters(const PersonName& a, const PersonName& b) {
  const auto x = a.Words(), y = b.Words();
  return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                    [](const NameWord* v, const NameWord* w) {
                      return v->letters == w->letters;
                    });
}

Gender MajorityOf(int males, int females) {
  if (males == females) return Gender::kUnknown;
  return males > females ? Gender::kMale : Gender::kFemale;
}

bool SexesDiffer(Gender a, Gender b) {
  return (a == Gender::kMale && b == Gender::kFemale) ||
         (a == Gender::kFemale && b == Gender::kMale);
}

Gender GenderOf(const Member& member) {
  return member.name->gender != Gender::kUnknown ? member.name->gender
                                                 : member.input->gender;
}

class PeopleClusterer {
 public:
  explicit PeopleClusterer(const Nicknames& nicknames)
      : nicknames_(nicknames) {}

  std::vector<Cluster> Run(const std::vector<Member*>& members) {
    std::vector<Member*> surnames;
    GroupByName(members, &surnames);
    for (auto& [skeleton, groups] : blocks_) ClusterBlock(skeleton, groups);
    JoinSecondNames();
    for (Member* member : surnames) PlaceSurname(member);
    // Only now: no surname depends on where another one went.
    for (const Placed& p : placed_) p.cluster->Add(p.member, p.reason);
    for (auto& [key, pool] : pools_) ClusterPool(pool);
    std::vector<Cluster> out;
    for (auto& cluster : clusters_) {
      if (!cluster->members.empty()) out.push_back(std::move(*cluster));
    }
    return out;
  }

 private:
  static std::string BlockOf(absl::string_view sound) {
    return Skeleton(sound);
  }

  // The group of the member's name, perhaps a new one.
  NameGroup* GroupOf(const Member& member,
                     absl::flat_hash_map<std::string, NameGroup*>* by_key) {
    std::string key = FullKey(*member.name);
    if (member.pin != kNoPin) absl::StrAppend(&key, "#", member.pin);
    NameGroup*& group = (*by_key)[key];
    if (group == nullptr) {
      groups_.push_back(std::make_unique<NameGroup>());
      group = groups_.back().get();
      group->key = std::move(key);
      group->pin = member.pin;
      group->name = member.name;
      blocks_[BlockOf(member.name->FamilyKey())].push_back(group);
    }
    return group;
  }

  void GroupByName(const std::vector<Member*>& members,
                   std::vector<Member*>* surnames) {
    absl::flat_hash_map<std::string, NameGroup*> by_key;
    // Of those spellings that were looked up by key already.
    absl::flat_hash_map<std::pair<const PersonName*, int32_t>, NameGroup*> seen;
    for (Member* member : members) {
      if (member->name->given.empty()) {
        surnames->push_back(member);
        continue;
      }
      NameGroup*& group = seen[{member->name, member->pin}];
      if (group == nullptr) group = GroupOf(*member, &by_key);
      group->members.push_back(member);
      const Gender gender = GenderOf(*member);
      group->males += gender == Gender::kMale;
      group->females += gender == Gender::kFemale;
    }
  }

  // Of "Ana M. Lopez" and "Mayor-Elect Ana Lopez", "Ana Lopez" is the first.
  static void KeepSameFirstName(const NameGroup& group,
                                std::vector<Cluster*>* clusters) {
    const std::string& first = group.name->given.front().sound;
    std::vector<Cluster*> kept;
    for (Cluster* cluster : *clusters) {
      const PersonName& name = *cluster->names.front();
      if (name.given.front().sound == first) kept.push_back(cluster);
    }
    if (!kept.empty()) *clusters = std::move(kept);
  }

  static bool PinsDiffer(int32_t a, int32_t b) {
    return a != kNoPin && b != kNoPin && a != b;
  }

  // Does one article tell the group and the cluster apart?
  static bool ShareArticle(const NameGroup& group, const Cluster& cluster) {
    return std::any_of(group.members.begin(), group.members.end(),
                       [&](const Member* member) {
                         return cluster.articles.contains(member->article);
                       });
  }

  NameMatch MatchCluster(const NameGroup& group, const Cluster& cluster) {
    if (PinsDiffer(group.pin, cluster.pin)) return NameMatch::kDifferent;
    NameMatch best = NameMatch::kDifferent;
    for (const PersonName* name : cluster.names) {
      const NameMatch match = Compare(*group.name, *name, nicknames_);
      if (match == NameMatch::kDifferent) return match;
      best = std::max(best, match);
    }
    if (SexesDiffer(MajorityOf(group.males, group.females), cluster.gender()) &&
        !SameLetters(*group.name, *cluster.names.front())) {
      return NameMatch::kDifferent;
    }
    // Equal names are one speaker even where an article kept them apart.
    if (best != NameMatch::kSame && ShareArticle(group, cluster)) {
      return NameMatch::kDifferent;
    }
    return best;
  }

  Cluster* NewCluster() {
    clusters_.push_back(std::make_unique<Cluster>());
    return clusters_.back().get();
  }

  static void AddGroup(const NameGroup& group, IdentityReason reason,
                       Cluster* cluster) {
    cluster->names.push_back(group.name);
    for (Member* member : group.members) cluster->Add(member, reason);
  }

  void ClusterBlock(const std::string& skeleton,
                    std::vector<NameGroup*>& groups) {
    std::sort(groups.begin(), groups.end(),
              [](const NameGroup* a, const NameGroup* b) {
                const bool free_a = a->pin == kNoPin, free_b = b->pin == kNoPin;
                if (free_a != free_b) return free_b;
                const int x = Fullness(*a->name), y = Fullness(*b->name);
                return x != y ? x > y : a->key < b->key;
              });
    std::vector<Cluster*>& block = by_block_[skeleton];
    for (const NameGroup* group : groups) {
      std::vector<Cluster*> same, compatible;
      for (Cluster* cluster : block) {
        const NameMatch match = MatchCluster(*group, *cluster);
        if (match == NameMatch::kSame) same.push_back(cluster);
        if (match == NameMatch::kCompatible) compatible.push_back(cluster);
      }
      if (compatible.size() > 1) KeepSameFirstName(*group, &compatible);
      if (same.size() == 1) {
        AddGroup(*group, IdentityReason::kSameName, same.front());
      } else if (same.empty() && compatible.size() == 1) {
        AddGroup(*group, IdentityReason::kCompatibleName, compatible.front());
      } else {
        Cluster* cluster = NewCluster();
        AddGroup(*group,
                 group->members.size() > 1 ? IdentityReason::kSameName
                                           : IdentityReason::kOnlyOne,
                 cluster);
        const bool ambiguous =
            group->pin == kNoPin && (!same.empty() || !compatible.empty());
        for (Member* member : cluster->members) member->ambiguous = ambiguous;
        block.push_back(cluster);
      }
    }
  }

  // The names another order or a second surname would be filed under.
  static std::set<std::string> OtherBlocks(const PersonName& name) {
    std::set<std::string> blocks;
    const auto words = name.Words();
    if (words.size() == 2) blocks.insert(BlockOf(words[0]->sound));
    if (words.size() > 2)
      blocks.insert(BlockOf(words[words.size() - 2]->sound));
    const std::string& family = name.family.back().text;
    if (family.find('-') != std::string::npos) {
      for (absl::string_view part :
           absl::StrSplit(family, '-', absl::SkipEmpty())) {
        blocks.insert(BlockOf(FoldSound(FoldLetters(part))));
      }
    }
    return blocks;
  }

  static bool ShareRole(const Member& member, const Cluster& cluster) {
    for (const std::string& role : member.input->roles) {
      const std::vector<std::string> words = RoleWords(role);
      for (const Member* other : cluster.members) {
        for (const std::string& theirs : other->input->roles) {
          if (SameRole(words, RoleWords(theirs))) return true;
        }
      }
    }
    return false;
  }

  // Is the member called to an office while the cluster holds one of its kind
  // in another place?
  static bool OfficesClashWith(const Member& member, const Cluster& cluster) {
    for (const std::string& role : member.input->roles) {
      const std::vector<std::string> words = OfficeWords(role);
      if (words.empty()) continue;
      for (const Member* other : cluster.members) {
        if (!AtTheTime(member, *other)) continue;
        for (const std::string& theirs : other->input->roles) {
          if (OfficesClash(words, OfficeWords(theirs))) return true;
        }
      }
    }
    return false;
  }

  static bool AnyShareRole(const Cluster& a, const Cluster& b) {
    return std::any_of(
        a.members.begin(), a.members.end(),
        [&](const Member* member) { return ShareRole(*member, b); });
  }

  static bool ShareArticle(const Cluster& a, const Cluster& b) {
    return std::any_of(a.articles.begin(), a.articles.end(),
                       [&](int32_t x) { return b.articles.contains(x); });
  }

  // "Orbán Viktor", "Pedro Sánchez Pérez-Castejón": one person, two blocks. The
  // same words in another order, or the same office as well, bring them
  // together.
  bool CanJoin(const Cluster& a, const Cluster& b) {
    const PersonName &x = *a.names.front(), &y = *b.names.front();
    if (Compare(x, y, nicknames_) == NameMatch::kDifferent) return false;
    if (PinsDiffer(a.pin, b.pin)) return false;
    if (SexesDiffer(a.gender(), b.gender()) || ShareArticle(a, b)) return false;
    const auto v = x.Words(), w = y.Words();
    if (v.size() == w.size()) return true;
    return AnyShareRole(a, b);
  }

  void JoinSecondNames() {
    for (auto& own : clusters_) {
      Cluster* cluster = own.get();
      if (cluster->members.empty()) continue;
      std::set<Cluster*> seen;
      std::vector<Cluster*> fitting;
      for (const std::string& skeleton : OtherBlocks(*cluster->names.front())) {
        const auto found = by_block_.find(skeleton);
        if (found == by_block_.end()) continue;
        for (Cluster* other : found->second) {
          if (other != cluster && !other->members.empty() &&
              seen.insert(other).second && CanJoin(*cluster, *other)) {
            fitting.push_back(other);
          }
        }
      }
      if (fitting.size() != 1) continue;
      Cluster* other = fitting.front();
      for (Member* member : cluster->members) {
        other->Add(member, IdentityReason::kCompatibleName);
      }
      other->names.insert(other->names.end(), cluster->names.begin(),
                          cluster->names.end());
      cluster->members.clear();
    }
  }

  std::vector<Cluster*> CandidatesFor(const Member& member) {
    std::vector<Cluster*> fitting;
    const std::string key = member.name->FamilyKey();
    std::set<Cluster*> seen;
    std::set<int32_t> pins;
    const auto consider = [&](const std::string& skeleton) {
      const auto found = by_block_.find(skeleton);
      if (found == by_block_.end()) return;
      for (Cluster* cluster : found->second) {
        if (cluster->members.empty() || !seen.insert(cluster).second) continue;
        if (cluster->articles.contains(member.article)) continue;
        if (SexesDiffer(GenderOf(member), cluster->gender())) continue;
        const PersonName& head = *cluster->names.front();
        const bool family =
            head.FamilyKey() == key || member.name->family.back().sound == key;
        if (!family ||
            Compare(*member.name, head, nicknames_) == NameMatch::kDifferent ||
            OfficesClashWith(member, *cluster)) {
          continue;
        }
        // Two names of one entry of the roster are one person.
        if (cluster->pin == kNoPin || pins.insert(cluster->pin).second) {
          fitting.push_back(cluster);
        }
      }
    };
    consider(BlockOf(key));
    return fitting;
  }

  // Is the surname one that this article also gives to somebody else?
  bool RivalInArticle(const Member& member) {
    const auto found = by_block_.find(BlockOf(member.name->FamilyKey()));
    if (found == by_block_.end()) return false;
    return std::any_of(
        found->second.begin(), found->second.end(), [&](const Cluster* c) {
          return c->articles.contains(member.article) &&
                 Compare(*member.name, *c->names.front(), nicknames_) !=
                     NameMatch::kDifferent;
        });
  }

  void KeepInArticle(Member* member) {
    member->ambiguous = true;
    Cluster* cluster = NewCluster();
    cluster->own_article = true;
    cluster->Add(member, IdentityReason::kAmbiguous);
    cluster->names.push_back(member->name);
  }

  // Somebody pinned, whose name does not matter any more.
  void PlacePinned(Member* member) {
    Cluster* cluster = NewCluster();
    cluster->names.push_back(member->name);
    placed_.push_back({member, cluster, member->reason});
  }

  void PlaceSurname(Member* member) {
    if (member->pin != kNoPin) return PlacePinned(member);
    std::vector<Cluster*> fitting = CandidatesFor(*member);
    IdentityReason reason = IdentityReason::kSurname;
    if (fitting.size() > 1) {
      std::vector<Cluster*> same_role;
      for (Cluster* cluster : fitting) {
        if (ShareRole(*member, *cluster)) same_role.push_back(cluster);
      }
      if (same_role.size() == 1) {
        fitting = same_role;
        reason = IdentityReason::kSurnameAndRole;
      }
    }
    if (fitting.size() == 1) {
      placed_.push_back({member, fitting.front(), reason});
    } else if (fitting.size() > 1 || RivalInArticle(*member)) {
      KeepInArticle(member);
    } else {
      pools_[member->name->FamilyKey()].push_back(member);
    }
  }

  // Surnames without any full name: one person for each sex that is named.
  void ClusterPool(const std::vector<Member*>& pool) {
    int males = 0, females = 0;
    for (const Member* member : pool) {
      males += GenderOf(*member) == Gender::kMale;
      females += GenderOf(*member) == Gender::kFemale;
    }
    Cluster* of_sex[2] = {nullptr, nullptr};
    for (Member* member : pool) {
      const Gender gender = GenderOf(*member);
      if (males > 0 && females > 0 && gender != Gender::kMale &&
          gender != Gender::kFemale) {
        KeepInArticle(member);
        continue;
      }
      const int which = females > 0 && gender != Gender::kMale ? 1 : 0;
      if (of_sex[which] == nullptr) {
        of_sex[which] = NewCluster();
        of_sex[which]->names.push_back(member->name);
      }
      of_sex[which]->Add(member, pool.size() > 1 ? IdentityReason::kSameName
                                                 : IdentityReason::kOnlyOne);
    }
  }

  struct Placed {
    Member* member;
    Cluster* cluster;
    IdentityReason reason;
  };

  const Nicknames& nicknames_;
  std::vector<std::unique_ptr<NameGroup>> groups_;
  std::map<std::string, std::vector<NameGroup*>> blocks_;
  std::vector<std::unique_ptr<Cluster>> clusters_;
  absl::flat_hash_map<std::string, std::vector<Cluster*>> by_block_;
  std::map<std::string, std::vector<Member*>> pools_;
  std::vector<Placed> placed_;
};

}  // namespace

void Cluster::Add(Member* member, IdentityReason reason) {
  members.push_back(member);
  if (member->pin == kNoPin) {
    member->reason = reason;
  } else {
    pin = member->pin;
  }
  if (member->known == nullptr) articles.insert(member->article);
  const Gender gender = GenderOf(*member);
  const int weight = member->known == nullptr ? 1 : kRosterVotes;
  males += gender == Gender::kMale ? weight : 0;
  females += gender == Gender::kFemale ? weight : 0;
}

void Cluster::Absorb(const Cluster& other) {
  for (Member* member : other.members) {
    member->ambiguous = false;
    Add(member, member->reason);
  }
  names.insert(names.end(), other.names.begin(), other.names.end());
}

std::string FullKey(const PersonName& name) {
  std::string key;
  for (const NameWord* word : name.Words()) {
    absl::StrAppend(&key, word->sound, " ");
  }
  // "Al Gore" is read in another way than "al-Gore".
  return absl::StrCat(key, name.suffix, name.leading_particle ? "?" : "");
}

std::vector<Cluster> ClusterPeople(const std::vector<Member*>& members,
                                   const Nicknames& nicknames) {
  return PeopleClusterer(nicknames).Run(members);
}

}  // namespace onrecord::quotes
