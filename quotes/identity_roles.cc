// Offices across articles: "Iraq's prime minister" is who is called "Iraqi
// Prime Minister" elsewhere.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "quotes/identity_clusters.h"

namespace onrecord::quotes {
namespace {

// Offices that one person at a time holds, folded, and the words that must
// stand beside them: the place, and what a minister is minister of. Nobody
// holds two of one kind at a time, but a minister may.
struct Office {
  absl::string_view word;
  size_t others;
  bool clashes;
};
constexpr Office kOffices[] = {
    {"chancellor", 1, true}, {"emir", 1, true},       {"king", 1, true},
    {"minister", 2, false},  {"premier", 1, true},    {"queen", 1, true},
    {"president", 1, true},  {"secretary", 2, false}, {"speaker", 1, true},
    {"sultan", 1, true},
};

// Years that may lie between two articles that mean one holder.
constexpr int kMaxYearsApart = 1;

bool IsUnique(const std::vector<std::string>& role) {
  for (const Office& office : kOffices) {
    if (std::find(role.begin(), role.end(), office.word) != role.end()) {
      return role.size() > office.others;
    }
  }
  return false;
}

int YearOf(const std::string& published) {
  int year = 0;
  return absl::SimpleAtoi(published.substr(0, 4), &year) ? year : 0;
}

// Does a day, month or year lie between two of them? Open where one is empty.
bool IsBetween(const std::string& date, const std::string& first,
               const std::string& last) {
  const size_t n = std::min(date.size(), first.size());
  if (date.substr(0, n) < first.substr(0, n)) return false;
  const size_t m = std::min(date.size(), last.size());
  return date.substr(0, m) <= last.substr(0, m);
}

// Who is called by an office; of a roster's entry with its dates.
struct Holder {
  size_t cluster;
  const Member* member;
  const DatedRole* held;  // nullptr: an article says so.
};

bool Holds(const Holder& holder, const Member& when) {
  if (holder.held == nullptr) return AtTheTime(when, *holder.member);
  return IsBetween(when.input->published, holder.held->first,
                   holder.held->last);
}

// All holders by the words of their office.
using Holders = std::map<std::string, std::vector<Holder>>;

Holders FindHolders(const std::vector<Cluster>& people) {
  Holders holders;
  const auto add = [&](const std::string& role, const Holder& holder) {
    const std::vector<std::string> words = OfficeWords(role);
    if (!words.empty()) holders[absl::StrJoin(words, " ")].push_back(holder);
  };
  for (size_t c = 0; c < people.size(); ++c) {
    for (const Member* member : people[c].members) {
      if (member->known != nullptr) {
        for (const DatedRole& role : member->known->roles) {
          add(role.title, {c, member, &role});
        }
      } else {
        for (const std::string& role : member->input->roles) {
          add(role, {c, member, nullptr});
        }
      }
    }
  }
  return holders;
}

// The pins or clusters of those who hold an office of the member; those of the
// roster alone if there are any.
std::vector<size_t> HoldersFor(const Member& member, const Holders& holders) {
  std::vector<size_t> seen, known;
  for (const std::string& role : member.input->roles) {
    const auto found = holders.find(absl::StrJoin(OfficeWords(role), " "));
    if (found == holders.end()) continue;
    for (const Holder& holder : found->second) {
      if (!Holds(holder, member)) continue;
      (holder.held == nullptr ? seen : known).push_back(holder.cluster);
    }
  }
  std::vector<size_t>& fitting = known.empty() ? seen : known;
  std::sort(fitting.begin(), fitting.end());
  fitting.erase(std::unique(fitting.begin(), fitting.end()), fitting.end());
  return fitting;
}

// True if the clusters are one person: there is one, or one pin.
bool AreOne(const std::vector<size_t>& clusters,
            const std::vector<Cluster>& people) {
  return !clusters.empty() &&
         std::all_of(clusters.begin(), clusters.end(), [&](size_t c) {
           return c == clusters.front() ||
                  (people[c].pin != kNoPin &&
                   people[c].pin == people[clusters.front()].pin);
         });
}

}  // namespace

bool IsFormer(absl::string_view role) {
  const std::string lower = absl::AsciiStrToLower(role);
  return absl::StrContains(lower, "former") ||
         absl::StrContains(lower, "then-") || absl::StrContains(lower, "ex-");
}

std::vector<std::string> RoleWords(absl::string_view role) {
  static constexpr absl::string_view kDropped[] = {
      "the", "a", "an", "of", "former", "then", "late", "for", "and"};
  std::vector<std::string> words;
  for (absl::string_view part :
       absl::StrSplit(role, absl::ByAnyChar(" ,-"), absl::SkipEmpty())) {
    for (absl::string_view end : {"'s", "’s"}) {
      part = absl::StripSuffix(part, end);
    }
    const std::string word = FoldSpelling(FoldLetters(part));
    if (word.empty() || std::find(std::begin(kDropped), std::end(kDropped),
                                  word) != std::end(kDropped)) {
      continue;
    }
    if (word == "pm") {
      words.insert(words.end(), {"minister", "prime"});
    } else {
      words.push_back(PlaceStem(word));
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

bool SameRole(const std::vector<std::string>& a,
              const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  return std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
         std::includes(b.begin(), b.end(), a.begin(), a.end());
}

std::vector<std::string> OfficeWords(absl::string_view role) {
  if (IsFormer(role)) return {};
  std::vector<std::string> words = RoleWords(role);
  if (!IsUnique(words)) words.clear();
  return words;
}

bool OfficesClash(const std::vector<std::string>& a,
                  const std::vector<std::string>& b) {
  if (a.empty() || b.empty() || SameRole(a, b)) return false;
  // What they do not share: the place, or what a minister is minister of.
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(shared));
  return std::any_of(shared.begin(), shared.end(), [](const std::string& word) {
    return std::any_of(std::begin(kOffices), std::end(kOffices),
                       [&](const Office& office) {
                         return office.word == word && office.clashes;
                       });
  });
}

bool AtTheTime(const Member& a, const Member& b) {
  const int x = YearOf(a.input->published), y = YearOf(b.input->published);
  return x == 0 || y == 0 || std::abs(x - y) <= kMaxYearsApart;
}

std::vector<std::string> RolesAt(const KnownSpeaker& known,
                                 const std::string& published) {
  std::vector<std::string> titles;
  for (const DatedRole& role : known.roles) {
    if (IsBetween(published, role.first, role.last)) {
      titles.push_back(role.title);
    }
  }
  return titles;
}

std::vector<Member*> JoinByOffice(const std::vector<Member*>& unnamed,
                                  std::vector<Cluster>* people) {
  const Holders holders = FindHolders(*people);
  std::vector<Member*> left;
  std::vector<std::pair<Member*, size_t>> joined;
  for (Member* member : unnamed) {
    std::vector<size_t> fitting;
    if (member->pin == kNoPin && !member->input->plural &&
        member->input->kind == MentionKind::kNominal) {
      fitting = HoldersFor(*member, holders);
    }
    if (!AreOne(fitting, *people)) {
      left.push_back(member);
      continue;
    }
    joined.push_back({member, fitting.front()});
  }
  for (const auto& [member, c] : joined) {
    (*people)[c].Add(member, IdentityReason::kOffice);
  }
  return left;
}

}  // namespace onrecord::quotes
