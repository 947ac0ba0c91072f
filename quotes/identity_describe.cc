// What a cluster says about its speaker: canonical name, other names, dated
// roles, ids.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "quotes/identity_clusters.h"

namespace onrecord::quotes {
namespace {

// Tells how somebody is addressed, and of no office.
bool IsCourtesy(absl::string_view title) {
  const std::string plain =
      absl::AsciiStrToLower(absl::StripSuffix(title, "."));
  return plain == "mr" || plain == "mrs" || plain == "ms" || plain == "miss";
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

Form MakeForm(const std::string& name, bool person) {
  Form form;
  if (person) {
    const PersonName parsed = ParsePersonName(name);
    form.text = parsed.display;
    form.fullness = FullnessOf(parsed);
    form.has_given = !parsed.given.empty();
    for (const NameWord* word : parsed.Words()) form.sound += word->sound;
    form.all_caps = parsed.all_caps;
  } else {
    form.text =
        std::string(absl::StripPrefix(absl::StripPrefix(name, "the "), "The "));
    form.fullness = static_cast<int>(form.text.size());
  }
  return form;
}

std::map<std::string, Form> FormsOf(const Cluster& cluster, bool person) {
  std::map<std::string, Form> forms;
  // By name as printed; nullptr of those that are none.
  absl::flat_hash_map<absl::string_view, Form*> seen;
  const auto form_of = [&](const std::string& name) -> Form* {
    if (!IsName(name)) return nullptr;
    Form form = MakeForm(name, person);
    if (form.text.empty()) return nullptr;
    const std::string text = form.text;
    return &forms.try_emplace(text, std::move(form)).first->second;
  };
  const auto count = [&](const std::string& name, int32_t article) {
    const auto [at, added] = seen.try_emplace(name, nullptr);
    if (added) at->second = form_of(name);
    if (at->second == nullptr) return;
    std::set<int32_t>& articles = at->second->articles;
    articles.insert(articles.end(), article);
  };
  for (const Member* member : cluster.members) {
    if (!member->named) continue;
    for (const std::string& alias : member->input->aliases) {
      count(alias, member->article);
    }
    count(member->input->name, member->article);
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

// Where a member stands in time, for the order of speakers and their names.
std::tuple<absl::string_view, absl::string_view, int32_t> SightOf(
    const Member& member) {
  const SpeakerInput& in = *member.input;
  return {in.published.empty() ? absl::string_view("~") : in.published,
          in.article_id, in.index};
}

// An office however it is put: "Qadara's prime minister", "Prime Minister of
// Qadara". The title is that of the first sight.
struct Role {
  std::vector<std::string> words;  // RoleWords()
  bool former = false;
  DatedRole dated;
};

// Takes offices that are part of exactly one other one ("the minister" of "the
// minister of health") into that one.
std::vector<Role> JoinParts(std::vector<Role> roles) {
  std::set<const Role*> joined;
  for (const Role& role : roles) {
    std::vector<Role*> whole;
    for (Role& other : roles) {
      if (role.former == other.former &&
          role.words.size() < other.words.size() &&
          SameRole(role.words, other.words)) {
        whole.push_back(&other);
      }
    }
    if (whole.size() != 1) continue;
    DatedRole& dated = whole.front()->dated;
    for (const std::string& date : {role.dated.first, role.dated.last}) {
      WidenDates(date, &dated.first, &dated.last);
    }
    joined.insert(&role);
  }
  std::vector<Role> kept;
  for (Role& role : roles) {
    if (joined.count(&role) == 0) kept.push_back(std::move(role));
  }
  return kept;
}

std::vector<DatedRole> RolesOf(const Cluster& cluster) {
  std::vector<const Member*> members;
  for (const Member* member : cluster.members) {
    if (member->known == nullptr) members.push_back(member);
  }
  std::sort(members.begin(), members.end(),
            [](const Member* a, const Member* b) {
              return SightOf(*a) < SightOf(*b);
            });
  std::map<std::pair<std::vector<std::string>, bool>, Role> by_words;
  for (const Member* member : members) {
    for (const std::string& text : member->input->roles) {
      absl::string_view title = absl::StripPrefix(text, "the ");
      title = absl::StripPrefix(title, "The ");
      if (title.empty() || IsCourtesy(title)) continue;
      std::vector<std::string> words = RoleWords(title);
      if (words.empty()) words.push_back(std::string(title));
      Role& role = by_words[{words, IsFormer(title)}];
      if (role.words.empty()) {
        role = {
            std::move(words), IsFormer(title), {std::string(title), "", ""}};
      }
      WidenDates(member->input->published, &role.dated.first, &role.dated.last);
    }
  }
  std::vector<Role> roles;
  for (auto& [words, role] : by_words) roles.push_back(std::move(role));
  std::vector<DatedRole> out;
  for (Role& role : JoinParts(std::move(roles))) {
    out.push_back(std::move(role.dated));
  }
  std::sort(out.begin(), out.end(), [](const DatedRole& a, const DatedRole& b) {
    return std::tie(a.first, a.title) < std::tie(b.first, b.title);
  });
  return out;
}

// What the roster says of a speaker goes before what the articles say.
void TakeFromRoster(const KnownSpeaker& known, Speaker* speaker) {
  speaker->external_id =
      known.external_id.empty() ? known.id : known.external_id;
  speaker->name = known.name;
  speaker->kind = known.kind;
  if (known.gender != Gender::kUnknown) speaker->gender = known.gender;
  std::set<std::string> aliases(speaker->aliases.begin(),
                                speaker->aliases.end());
  aliases.insert(known.name);
  aliases.insert(known.aliases.begin(), known.aliases.end());
  speaker->aliases.assign(aliases.begin(), aliases.end());
  std::vector<DatedRole> roles = known.roles;
  for (DatedRole& seen : speaker->roles) {
    const bool listed =
        std::any_of(known.roles.begin(), known.roles.end(),
                    [&](const DatedRole& r) { return r.title == seen.title; });
    if (!listed) roles.push_back(std::move(seen));
  }
  speaker->roles = std::move(roles);
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

// The slug of the name that a member's article gives it; empty without one.
std::string SlugOf(const Member& member) {
  if (!member.named) return "";
  const std::string& name = member.input->name;
  return Slug(member.name->empty()
                  ? absl::StripPrefix(absl::StripPrefix(name, "the "), "The ")
                  : absl::string_view(member.name->display));
}

// The member whose name names the cluster: of those with a full name, if there
// are any, the one seen first.
const Member* Namer(const Cluster& cluster) {
  const Member* best = nullptr;
  const auto rank = [](const Member& member) {
    return std::make_tuple(!member.named, member.name->given.empty(),
                           SightOf(member));
  };
  for (const Member* member : cluster.members) {
    if (member->known != nullptr) continue;
    if (best == nullptr || rank(*member) < rank(*best)) best = member;
  }
  return best;
}

std::string OwnArticleId(const Member& member) {
  const SpeakerInput& in = *member.input;
  const std::string slug = SlugOf(member);
  return slug.empty() ? absl::StrCat("@", in.article_id, "~", in.index)
                      : absl::StrCat(slug, "@", in.article_id);
}

// The slugs of all names of a speaker are ids that some of its articles alone
// would give it: kept where they lead to nobody else.
void AddFormerIds(const std::vector<Cluster>& clusters,
                  std::vector<Speaker>* speakers) {
  absl::flat_hash_map<std::string, int> owners;  // -1: more than one.
  for (const Speaker& speaker : *speakers) owners[speaker.id] = -1;
  for (size_t i = 0; i < clusters.size(); ++i) {
    if (clusters[i].own_article) continue;
    absl::flat_hash_set<std::pair<absl::string_view, const PersonName*>> seen;
    for (const Member* member : clusters[i].members) {
      if (!member->named) continue;
      if (!seen.emplace(member->input->name, member->name).second) continue;
      std::string slug = SlugOf(*member);
      if (slug.empty()) continue;
      const auto [at, added] =
          owners.emplace(std::move(slug), static_cast<int>(i));
      if (at->second != static_cast<int>(i)) at->second = -1;
    }
  }
  for (const auto& [id, owner] : owners) {
    if (owner >= 0) (*speakers)[owner].former_ids.push_back(id);
  }
  for (Speaker& speaker : *speakers) {
    std::sort(speaker.former_ids.begin(), speaker.former_ids.end());
  }
}

}  // namespace

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

Speaker DescribeCluster(const Cluster& cluster,
                        const std::vector<KnownSpeaker>& roster) {
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
    if (member->known != nullptr) continue;
    speaker.plural |= member->input->plural;
    speaker.ambiguous |= member->ambiguous;
    speaker.ruled |= member->reason == IdentityReason::kRuling;
    WidenDates(member->input->published, &speaker.first_seen,
               &speaker.last_seen);
  }
  if (cluster.IsKnown(roster)) TakeFromRoster(roster[cluster.pin], &speaker);
  return speaker;
}

void AssignIds(const std::vector<Cluster>& clusters,
               const std::vector<KnownSpeaker>& roster,
               std::vector<Speaker>* speakers) {
  std::vector<const Member*> namers;
  for (const Cluster& cluster : clusters) namers.push_back(Namer(cluster));
  std::vector<int32_t> order(clusters.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
    return SightOf(*namers[a]) < SightOf(*namers[b]);
  });
  absl::flat_hash_map<std::string, int> taken;
  for (const KnownSpeaker& known : roster) taken[known.id] = 1;
  for (int32_t i : order) {
    Speaker& speaker = (*speakers)[i];
    if (clusters[i].IsKnown(roster)) {
      speaker.id = roster[clusters[i].pin].id;
      continue;
    }
    std::string id = clusters[i].own_article ? "" : SlugOf(*namers[i]);
    if (id.empty()) id = OwnArticleId(*namers[i]);
    const int number = ++taken[id];
    speaker.id = number == 1 ? id : absl::StrCat(id, "-", number);
  }
  AddFormerIds(clusters, speakers);
}

}  // namespace onrecord::quotes
