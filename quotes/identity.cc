#include "quotes/identity.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "quotes/identity_clusters.h"

namespace onrecord::quotes {
namespace {

bool IsBody(MentionKind kind) {
  return kind == MentionKind::kOrganization || kind == MentionKind::kGroup;
}

// Names taken apart, each spelling once: a large corpus prints a few names
// over and over.
class NameTable {
 public:
  // The name lives as long as the table; `name` has to as well.
  const PersonName* Parse(absl::string_view name) {
    std::unique_ptr<const PersonName>& parsed = names_[name];
    if (parsed == nullptr) {
      parsed = std::make_unique<const PersonName>(ParsePersonName(name));
    }
    return parsed.get();
  }

 private:
  absl::flat_hash_map<absl::string_view, std::unique_ptr<const PersonName>>
      names_;
};

std::vector<Member> MakeMembers(const std::vector<SpeakerInput>& inputs,
                                NameTable* names) {
  std::vector<Member> members(inputs.size());
  for (size_t i = 0; i < inputs.size(); ++i) {
    members[i].input = &inputs[i];
    members[i].position = static_cast<int32_t>(i);
    members[i].named = IsName(inputs[i].name);
    if (members[i].named && !IsBody(inputs[i].kind)) {
      members[i].name = names->Parse(inputs[i].name);
    }
  }
  const auto before = [](const Member& a, const Member& b) {
    return std::tie(a.input->article_id, a.input->index, a.input->name) <
           std::tie(b.input->article_id, b.input->index, b.input->name);
  };
  // A corpus mostly comes in this order.
  if (!std::is_sorted(members.begin(), members.end(), before)) {
    std::sort(members.begin(), members.end(), before);
  }
  int32_t article = -1;
  const std::string* last = nullptr;
  for (Member& member : members) {
    if (last == nullptr || *last != member.input->article_id) ++article;
    last = &member.input->article_id;
    member.article = article;
  }
  return members;
}

// Somebody whom nothing joins: unnamed, or pinned and joined later.
Cluster LoneCluster(Member* member) {
  Cluster cluster;
  cluster.own_article = true;
  cluster.Add(member, member->pin == kNoPin ? IdentityReason::kUnnamed
                                            : member->reason);
  return cluster;
}

// The names of a roster's entries as speakers of an article.
struct RosterNames {
  std::vector<SpeakerInput> inputs;
  std::vector<const KnownSpeaker*> entries;  // Parallel to `inputs`.
  std::vector<int32_t> pins;                 // Likewise.
};

RosterNames MakeRosterNames(const std::vector<KnownSpeaker>& roster) {
  RosterNames names;
  for (size_t r = 0; r < roster.size(); ++r) {
    std::vector<std::string> forms = roster[r].aliases;
    forms.insert(forms.begin(), roster[r].name);
    for (const std::string& form : forms) {
      SpeakerInput input;
      input.name = form;
      input.kind = roster[r].kind;
      input.gender = roster[r].gender;
      input.aliases = {form};
      for (const DatedRole& role : roster[r].roles) {
        input.roles.push_back(role.title);
      }
      names.inputs.push_back(std::move(input));
      names.entries.push_back(&roster[r]);
      names.pins.push_back(static_cast<int32_t>(r));
    }
  }
  return names;
}

// Their members, which keep pointers into `names`.
std::vector<Member> MakeKnownMembers(const RosterNames& names,
                                     NameTable* table) {
  std::vector<Member> members(names.inputs.size());
  for (size_t i = 0; i < members.size(); ++i) {
    members[i].input = &names.inputs[i];
    members[i].known = names.entries[i];
    members[i].pin = names.pins[i];
    members[i].named = true;
    members[i].reason = IdentityReason::kRoster;
    if (!IsBody(names.inputs[i].kind)) {
      members[i].name = table->Parse(names.inputs[i].name);
    }
  }
  return members;
}

void PinRuled(const IdentityGuide& guide, std::vector<Member>* members) {
  if (guide.ruled.empty()) return;
  for (Member& member : *members) {
    member.pin = guide.ruled[member.position];
    if (member.pin != kNoPin) member.reason = IdentityReason::kRuling;
  }
}

bool HasRoleOf(const Member& member, const KnownSpeaker& known) {
  const auto theirs = RolesAt(known, member.input->published);
  return std::any_of(member.input->roles.begin(), member.input->roles.end(),
                     [&](const std::string& role) {
                       const std::vector<std::string> words = RoleWords(role);
                       return std::any_of(theirs.begin(), theirs.end(),
                                          [&](const std::string& r) {
                                            return SameRole(words,
                                                            RoleWords(r));
                                          });
                     });
}

// Pins people whose name in their article is one of the roster: where two
// entries share it, the one whose office the article tells.
void PinRostered(const std::vector<KnownSpeaker>& roster,
                 const RosterNames& names, std::vector<Member>* members) {
  absl::flat_hash_map<std::string, std::set<int32_t>> by_name;
  for (size_t i = 0; i < names.inputs.size(); ++i) {
    if (IsBody(names.inputs[i].kind)) continue;
    const PersonName name = ParsePersonName(names.inputs[i].name);
    if (!name.empty()) by_name[FullKey(name)].insert(names.pins[i]);
  }
  if (by_name.empty()) return;
  for (Member& member : *members) {
    if (member.pin != kNoPin || member.name->empty()) continue;
    const auto found = by_name.find(FullKey(*member.name));
    if (found == by_name.end()) continue;
    std::vector<int32_t> fitting;
    for (int32_t pin : found->second) {
      if (found->second.size() == 1 || HasRoleOf(member, roster[pin])) {
        fitting.push_back(pin);
      }
    }
    if (fitting.size() != 1) continue;
    member.pin = fitting.front();
    member.reason = IdentityReason::kRoster;
  }
}

// Members by how they are told apart.
struct Cast {
  std::vector<Member*> people, bodies, unnamed;

  void Add(Member* member) {
    if (member->named && IsBody(member->input->kind) &&
        !Slug(member->input->name).empty()) {
      bodies.push_back(member);
    } else if (!member->name->empty()) {
      people.push_back(member);
    } else {
      unnamed.push_back(member);
    }
  }
};

// Clusters of one pin become one; those that only the roster knows go.
std::vector<Cluster> MergePins(std::vector<Cluster> clusters) {
  std::vector<Cluster> out;
  absl::flat_hash_map<int32_t, size_t> of_pin;
  for (Cluster& cluster : clusters) {
    if (cluster.pin != kNoPin) {
      cluster.own_article = false;
      const auto [at, added] = of_pin.emplace(cluster.pin, out.size());
      if (!added) {
        out[at->second].Absorb(cluster);
        continue;
      }
    }
    out.push_back(std::move(cluster));
  }
  const auto unseen = [](const Cluster& cluster) {
    return std::all_of(cluster.members.begin(), cluster.members.end(),
                       [](const Member* m) { return m->known != nullptr; });
  };
  out.erase(std::remove_if(out.begin(), out.end(), unseen), out.end());
  return out;
}

void SortSpeakers(Identities* identities) {
  std::vector<int32_t> order(identities->speakers.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
    return identities->speakers[a].id < identities->speakers[b].id;
  });
  std::vector<int32_t> place(order.size());
  std::vector<Speaker> sorted;
  sorted.reserve(order.size());
  for (size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = static_cast<int32_t>(i);
    sorted.push_back(std::move(identities->speakers[order[i]]));
  }
  identities->speakers = std::move(sorted);
  for (SpeakerIdentity& one : identities->of_input) {
    one.speaker = place[one.speaker];
  }
}

}  // namespace

const PersonName Member::kNobody;

absl::string_view ToString(IdentityReason reason) {
  switch (reason) {
    case IdentityReason::kOnlyOne:
      return "only one of the name";
    case IdentityReason::kSameName:
      return "same name";
    case IdentityReason::kCompatibleName:
      return "compatible name";
    case IdentityReason::kSurname:
      return "surname of one person";
    case IdentityReason::kSurnameAndRole:
      return "surname and role";
    case IdentityReason::kOffice:
      return "office of one person";
    case IdentityReason::kSameOrganization:
      return "same organization";
    case IdentityReason::kGovernment:
      return "government of the country";
    case IdentityReason::kAmbiguous:
      return "several people fit";
    case IdentityReason::kUnnamed:
      return "unnamed";
    case IdentityReason::kRoster:
      return "in the roster";
    case IdentityReason::kRuling:
      return "a reader's ruling";
  }
  return "";
}

Identities ResolveIdentities(const std::vector<SpeakerInput>& inputs,
                             const Nicknames& nicknames,
                             const IdentityGuide& guide) {
  NameTable table;
  std::vector<Member> members = MakeMembers(inputs, &table);
  PinRuled(guide, &members);
  const RosterNames names = MakeRosterNames(guide.roster);
  PinRostered(guide.roster, names, &members);
  std::vector<Member> known = MakeKnownMembers(names, &table);
  Cast cast;
  for (Member& member : known) cast.Add(&member);
  for (Member& member : members) cast.Add(&member);
  std::vector<Cluster> clusters = ClusterPeople(cast.people, nicknames);
  for (Member* member : JoinByOffice(cast.unnamed, &clusters)) {
    clusters.push_back(LoneCluster(member));
  }
  for (Cluster& cluster : ClusterBodies(cast.bodies)) {
    clusters.push_back(std::move(cluster));
  }
  clusters = MergePins(std::move(clusters));
  Identities out;
  out.of_input.resize(inputs.size());
  for (const Cluster& cluster : clusters) {
    for (const Member* member : cluster.members) {
      if (member->known != nullptr) continue;
      out.of_input[member->position] = {
          static_cast<int32_t>(out.speakers.size()), member->ambiguous,
          member->reason};
    }
    out.speakers.push_back(DescribeCluster(cluster, guide.roster));
  }
  AssignIds(clusters, guide.roster, &out.speakers);
  SortSpeakers(&out);
  return out;
}

}  // namespace onrecord::quotes
