#include "quotes/identity.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "quotes/identity_clusters.h"

namespace onrecord::quotes {
namespace {

// "a letter", "lawmakers", "PM": no names, whatever an article took them for.
bool IsName(absl::string_view name) {
  for (absl::string_view article : {"a ", "an ", "A ", "An "}) {
    if (absl::StartsWith(name, article)) return false;
  }
  static constexpr absl::string_view kOffices[] = {
      "ambassador", "chancellor", "governor",     "minister",
      "pm",         "premier",    "president",    "secretary",
      "senator",    "spokesman",  "spokesperson", "spokeswoman"};
  const bool office =
      std::find(std::begin(kOffices), std::end(kOffices),
                absl::AsciiStrToLower(name)) != std::end(kOffices);
  return !office && std::any_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return absl::ascii_isupper(byte) || byte >= 0xC0;
  });
}

bool IsBody(MentionKind kind) {
  return kind == MentionKind::kOrganization || kind == MentionKind::kGroup;
}

// A form of a speaker's name and the articles that print it.
struct Form {
  std::string text;
  std::set<int32_t> articles;
  std::string sound;  // What its spellings share; people only.
  int fullness = 0;
  bool has_given = false;
  bool all_caps = false;
};

int FullnessOf(const PersonName& name) {
  int full = 0;
  for (const NameWord* word : name.Words()) full += word->initial ? 1 : 2;
  return full;
}

// "ANA O’DELL-KING" -> "Ana O’Dell-King".
std::string Capitalized(absl::string_view text) {
  std::string out(text);
  int letters = 0;  // Of the word so far.
  for (size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    const bool apostrophe =
        byte == '\'' || absl::EndsWith(text.substr(0, i + 1), "’");
    if (absl::ascii_isalpha(byte)) {
      if (letters++ > 0) out[i] = absl::ascii_tolower(byte);
    } else if (byte < 0x80 || apostrophe) {
      // "O'Dell", but "Sa'adoun".
      if (!apostrophe || letters == 1) letters = 0;
    } else {
      letters += letters == 0 ? 1 : 0;
    }
  }
  return out;
}

std::map<std::string, Form> FormsOf(const Cluster& cluster, bool person) {
  std::map<std::string, Form> forms;
  for (const Member* member : cluster.members) {
    std::vector<std::string> names = member->input->aliases;
    names.push_back(member->input->name);
    for (const std::string& name : names) {
      if (!member->named || !IsName(name)) continue;
      Form form;
      if (person) {
        const PersonName parsed = ParsePersonName(name);
        form.text = parsed.display;
        form.fullness = FullnessOf(parsed);
        form.has_given = !parsed.given.empty();
        for (const NameWord* word : parsed.Words()) form.sound += word->sound;
        form.all_caps = parsed.all_caps;
      } else {
        form.text = std::string(
            absl::StripPrefix(absl::StripPrefix(name, "the "), "The "));
        form.fullness = static_cast<int>(form.text.size());
      }
      if (form.text.empty()) continue;
      Form& kept = forms[form.text];
      if (kept.text.empty()) kept = std::move(form);
      kept.articles.insert(member->article);
    }
  }
  return forms;
}

// Of people the fullest form that a fifth of the articles print in any
// spelling, and two do; of bodies the form most used. Then the most used
// spelling, then by letters. A full name goes before a surname, and ordinary
// letters before capitals throughout.
std::string CanonicalName(const std::map<std::string, Form>& forms,
                          size_t articles, bool person) {
  std::map<std::string, std::set<int32_t>> by_sound;
  for (const auto& [text, form] : forms) {
    by_sound[person ? form.sound : text].insert(form.articles.begin(),
                                                form.articles.end());
  }
  const auto rank = [&](const Form& form) {
    const size_t used = by_sound[person ? form.sound : form.text].size();
    const bool in_use = used * 5 >= articles && (articles < 3 || used > 1);
    return std::make_tuple(!form.all_caps, form.has_given, in_use,
                           person ? form.fullness : 0, used,
                           form.articles.size(), form.fullness);
  };
  const Form* best = nullptr;
  for (const auto& [text, form] : forms) {
    if (best == nullptr || rank(form) > rank(*best)) best = &form;
  }
  if (best == nullptr) return "";
  return best->all_caps ? Capitalized(best->text) : best->text;
}

void WidenDates(const std::string& date, std::string* first,
                std::string* last) {
  if (date.empty()) return;
  if (first->empty() || date < *first) *first = date;
  if (last->empty() || date > *last) *last = date;
}

std::vector<DatedRole> RolesOf(const Cluster& cluster) {
  std::map<std::string, DatedRole> by_title;
  for (const Member* member : cluster.members) {
    for (const std::string& role : member->input->roles) {
      absl::string_view title = absl::StripPrefix(role, "the ");
      title = absl::StripPrefix(title, "The ");
      if (title.empty()) continue;
      DatedRole& dated = by_title[std::string(title)];
      dated.title = std::string(title);
      WidenDates(member->input->published, &dated.first, &dated.last);
    }
  }
  std::vector<DatedRole> roles;
  for (auto& [title, role] : by_title) roles.push_back(std::move(role));
  std::stable_sort(
      roles.begin(), roles.end(),
      [](const DatedRole& a, const DatedRole& b) { return a.first < b.first; });
  return roles;
}

MentionKind KindOf(const Cluster& cluster) {
  const auto organization = [](const Member* m) {
    return m->input->kind == MentionKind::kOrganization;
  };
  if (std::any_of(cluster.members.begin(), cluster.members.end(),
                  organization)) {
    return MentionKind::kOrganization;
  }
  return cluster.members.front()->input->kind;
}

Speaker DescribeCluster(const Cluster& cluster) {
  const bool person = !cluster.names.empty();
  Speaker speaker;
  const auto forms = FormsOf(cluster, person);
  speaker.name = CanonicalName(forms, cluster.articles.size(), person);
  for (const auto& [text, form] : forms) speaker.aliases.push_back(text);
  speaker.kind = KindOf(cluster);
  speaker.gender =
      person ? cluster.gender() : cluster.members.front()->input->gender;
  speaker.roles = RolesOf(cluster);
  speaker.articles = static_cast<int32_t>(cluster.articles.size());
  for (const Member* member : cluster.members) {
    speaker.plural |= member->input->plural;
    speaker.ambiguous |= member->ambiguous;
    WidenDates(member->input->published, &speaker.first_seen,
               &speaker.last_seen);
  }
  return speaker;
}

// Where a cluster was first seen, for numbering those of one name.
std::tuple<std::string, std::string, int32_t> FirstSight(
    const Cluster& cluster) {
  auto best = std::make_tuple(std::string("~"), std::string(), 0);
  for (const Member* member : cluster.members) {
    const SpeakerInput& in = *member->input;
    best = std::min(best,
                    std::make_tuple(in.published.empty() ? "~" : in.published,
                                    in.article_id, in.index));
  }
  return best;
}

std::string OwnArticleId(const Cluster& cluster, const Speaker& speaker) {
  const SpeakerInput& in = *cluster.members.front()->input;
  const std::string slug = Slug(speaker.name);
  return slug.empty() ? absl::StrCat("@", in.article_id, "~", in.index)
                      : absl::StrCat(slug, "@", in.article_id);
}

void AssignIds(const std::vector<Cluster>& clusters,
               std::vector<Speaker>* speakers) {
  std::vector<int32_t> order(clusters.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
    return FirstSight(clusters[a]) < FirstSight(clusters[b]);
  });
  absl::flat_hash_map<std::string, int> taken;
  for (int32_t i : order) {
    Speaker& speaker = (*speakers)[i];
    std::string id = clusters[i].own_article
                         ? OwnArticleId(clusters[i], speaker)
                         : Slug(speaker.name);
    if (id.empty()) id = OwnArticleId(clusters[i], speaker);
    const int number = ++taken[id];
    speaker.id = number == 1 ? id : absl::StrCat(id, "-", number);
  }
}

std::vector<Member> MakeMembers(const std::vector<SpeakerInput>& inputs) {
  std::vector<Member> members(inputs.size());
  for (size_t i = 0; i < inputs.size(); ++i) {
    members[i].input = &inputs[i];
    members[i].position = static_cast<int32_t>(i);
    members[i].named = IsName(inputs[i].name);
    if (members[i].named && !IsBody(inputs[i].kind)) {
      members[i].name = ParsePersonName(inputs[i].name);
    }
  }
  std::sort(
      members.begin(), members.end(), [](const Member& a, const Member& b) {
        return std::tie(a.input->article_id, a.input->index, a.input->name) <
               std::tie(b.input->article_id, b.input->index, b.input->name);
      });
  int32_t article = -1;
  const std::string* last = nullptr;
  for (Member& member : members) {
    if (last == nullptr || *last != member.input->article_id) ++article;
    last = &member.input->article_id;
    member.article = article;
  }
  return members;
}

Cluster UnnamedCluster(Member* member) {
  Cluster cluster;
  cluster.own_article = true;
  cluster.Add(member, IdentityReason::kUnnamed);
  return cluster;
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
  }
  return "";
}

Identities ResolveIdentities(const std::vector<SpeakerInput>& inputs,
                             const Nicknames& nicknames) {
  std::vector<Member> members = MakeMembers(inputs);
  std::vector<Member*> people, bodies, unnamed;
  std::vector<Cluster> clusters;
  for (Member& member : members) {
    if (member.named && IsBody(member.input->kind) &&
        !Slug(member.input->name).empty()) {
      bodies.push_back(&member);
    } else if (!member.name.empty()) {
      people.push_back(&member);
    } else {
      unnamed.push_back(&member);
    }
  }
  clusters = ClusterPeople(people, nicknames);
  for (Member* member : JoinByOffice(unnamed, &clusters)) {
    clusters.push_back(UnnamedCluster(member));
  }
  for (Cluster& cluster : ClusterBodies(bodies)) {
    clusters.push_back(std::move(cluster));
  }
  Identities out;
  out.of_input.resize(inputs.size());
  for (const Cluster& cluster : clusters) {
    for (const Member* member : cluster.members) {
      out.of_input[member->position] = {
          static_cast<int32_t>(out.speakers.size()), member->ambiguous,
          member->reason};
    }
    out.speakers.push_back(DescribeCluster(cluster));
  }
  AssignIds(clusters, &out.speakers);
  SortSpeakers(&out);
  return out;
}

}  // namespace onrecord::quotes
