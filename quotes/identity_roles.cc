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
// stand beside them: the place, and what a minister is minister of.
struct Office {
  absl::string_view word;
  size_t others;
};
constexpr Office kOffices[] = {
    {"chancellor", 1}, {"emir", 1},   {"king", 1},      {"minister", 2},
    {"premier", 1},    {"queen", 1},  {"president", 1}, {"secretary", 2},
    {"speaker", 1},    {"sultan", 1},
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

bool AtTheTime(const Member& a, const Member& b) {
  const int x = YearOf(a.input->published), y = YearOf(b.input->published);
  return x == 0 || y == 0 || std::abs(x - y) <= kMaxYearsApart;
}

bool IsFormer(absl::string_view role) {
  const std::string lower = absl::AsciiStrToLower(role);
  return absl::StrContains(lower, "former") ||
         absl::StrContains(lower, "then-") || absl::StrContains(lower, "ex-");
}

}  // namespace

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

std::vector<Member*> JoinByOffice(const std::vector<Member*>& unnamed,
                                  std::vector<Cluster>* people) {
  // Every office that a named person is called by, with all who are.
  std::map<std::string, std::vector<std::pair<size_t, const Member*>>> holders;
  for (size_t c = 0; c < people->size(); ++c) {
    for (const Member* member : (*people)[c].members) {
      for (const std::string& role : member->input->roles) {
        const std::vector<std::string> words = RoleWords(role);
        if (IsUnique(words) && !IsFormer(role)) {
          holders[absl::StrJoin(words, " ")].push_back({c, member});
        }
      }
    }
  }
  std::vector<Member*> left;
  std::vector<std::pair<Member*, size_t>> joined;
  for (Member* member : unnamed) {
    std::vector<size_t> fitting;
    if (member->input->kind == MentionKind::kNominal &&
        !member->input->plural) {
      for (const std::string& role : member->input->roles) {
        const auto found = holders.find(absl::StrJoin(RoleWords(role), " "));
        if (found == holders.end() || IsFormer(role)) continue;
        for (const auto& [c, holder] : found->second) {
          if (AtTheTime(*member, *holder)) fitting.push_back(c);
        }
      }
    }
    std::sort(fitting.begin(), fitting.end());
    fitting.erase(std::unique(fitting.begin(), fitting.end()), fitting.end());
    if (fitting.size() == 1) {
      joined.push_back({member, fitting.front()});
    } else {
      left.push_back(member);
    }
  }
  for (const auto& [member, c] : joined) {
    (*people)[c].Add(member, IdentityReason::kOffice);
  }
  return left;
}

}  // namespace onrecord::quotes
