// Organisations, governments and named groups across articles.
#include <algorithm>
#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "quotes/identity_clusters.h"

namespace onrecord::quotes {
namespace {

struct Pair {
  absl::string_view from, to;
};

// Countries whose adjective is not their name and an ending.
constexpr Pair kPlaces[] = {
    {"afghan", "afghanistan"},
    {"american", "us"},
    {"america", "us"},
    {"belgian", "belgium"},
    {"british", "britain"},
    {"uk", "britain"},
    {"cuban", "cuba"},
    {"cypriot", "cyprus"},
    {"danish", "denmark"},
    {"dutch", "netherlands"},
    {"english", "england"},
    {"filipino", "philippines"},
    {"finnish", "finland"},
    {"french", "france"},
    {"german", "germany"},
    {"greek", "greece"},
    {"irish", "ireland"},
    {"kazakh", "kazakhstan"},
    {"malian", "mali"},
    {"pakistani", "pakistan"},
    {"polish", "poland"},
    {"portuguese", "portugal"},
    {"scottish", "scotland"},
    {"spanish", "spain"},
    {"swedish", "sweden"},
    {"swiss", "switzerland"},
    {"thai", "thailand"},
    {"turkish", "turkey"},
    {"usa", "us"},
    {"uzbek", "uzbekistan"},
    {"welsh", "wales"},
    {"norwegian", "norway"},
    {"peruvian", "peru"},
    {"lebanese", "lebanon"},
};

// Endings of a country's name and of its adjective, with the letters that must
// stay before them; the longest first. "Russia", "Russian" -> "russ".
struct Ending {
  absl::string_view text;
  size_t stem;
};
constexpr Ending kEndings[] = {
    {"ian", 3}, {"ese", 4}, {"ean", 4}, {"ia", 3}, {"an", 4}, {"ea", 4},
    {"i", 4},   {"a", 4},   {"e", 5},   {"o", 4},  {"y", 4},
};

constexpr Pair kSpellings[] = {
    {"centre", "center"},   {"defence", "defense"},    {"labour", "labor"},
    {"licence", "license"}, {"offence", "offense"},    {"programme", "program"},
    {"harbour", "harbor"},  {"theatre", "theater"},    {"dept", "department"},
    {"govt", "government"}, {"ministers", "minister"},
};

constexpr absl::string_view kSmallWords[] = {"the", "a",   "an",  "of", "for",
                                             "and", "its", "his", "her"};

// "the Ministry of Defence" and "Defense Ministry" -> "defens ministr".
std::string BodyKey(absl::string_view name) {
  std::vector<std::string> words;
  for (absl::string_view part : absl::StrSplit(
           name, absl::ByAnyChar(" \t\n,.-/()"), absl::SkipEmpty())) {
    for (absl::string_view end : {"'s", "’s"}) {
      part = absl::StripSuffix(part, end);
    }
    std::string letters = FoldLetters(part);
    if (letters.empty()) continue;
    if (std::find(std::begin(kSmallWords), std::end(kSmallWords), letters) !=
        std::end(kSmallWords)) {
      continue;
    }
    words.push_back(PlaceStem(FoldSpelling(letters)));
  }
  // "U.S." fell into two letters.
  std::string merged;
  std::vector<std::string> out;
  for (const std::string& word : words) {
    if (word.size() == 1) {
      merged += word;
      continue;
    }
    if (!merged.empty()) out.push_back(std::exchange(merged, ""));
    out.push_back(word);
  }
  if (!merged.empty()) out.push_back(merged);
  std::sort(out.begin(), out.end());
  return absl::StrJoin(out, " ");
}

}  // namespace

std::string PlaceStem(absl::string_view word) {
  for (const Pair& pair : kPlaces) {
    if (word == pair.from) word = pair.to;
  }
  for (const Ending& ending : kEndings) {
    if (word.size() >= ending.stem + ending.text.size() &&
        absl::EndsWith(word, ending.text)) {
      return std::string(absl::StripSuffix(word, ending.text));
    }
  }
  return std::string(word);
}

std::string FoldSpelling(absl::string_view letters) {
  for (const Pair& pair : kSpellings) {
    if (letters == pair.from) return std::string(pair.to);
  }
  const size_t at = letters.find("isation");
  if (at == absl::string_view::npos) return std::string(letters);
  std::string out(letters);
  out[at + 1] = 'z';
  return out;
}

std::vector<Cluster> ClusterBodies(const std::vector<Member*>& members) {
  std::map<std::string, std::vector<Member*>> by_key;
  std::map<std::string, int> at;
  std::vector<Cluster> clusters;
  // Those that are known first: the others find them by their names.
  for (Member* member : members) {
    const std::string key = BodyKey(member->input->name);
    if (member->pin == kNoPin) {
      by_key[key].push_back(member);
      continue;
    }
    at.emplace(key, static_cast<int>(clusters.size()));
    clusters.emplace_back();
    clusters.back().Add(member, member->reason);
  }
  const std::string government = PlaceStem("government");
  // Governments first, so that a lone country finds its own.
  for (const bool lone : {false, true}) {
    for (auto& [key, group] : by_key) {
      if (lone != !absl::StrContains(key, " ")) continue;
      std::vector<std::string> words = {key, government};
      std::sort(words.begin(), words.end());
      const auto known = at.find(key);
      const auto ruler = lone ? at.find(absl::StrJoin(words, " ")) : at.end();
      if (known != at.end() || ruler != at.end()) {
        const bool same = known != at.end();
        for (Member* member : group) {
          clusters[same ? known->second : ruler->second].Add(
              member, same ? IdentityReason::kSameOrganization
                           : IdentityReason::kGovernment);
        }
        continue;
      }
      at[key] = static_cast<int>(clusters.size());
      clusters.emplace_back();
      for (Member* member : group) {
        clusters.back().Add(member, group.size() > 1
                                        ? IdentityReason::kSameOrganization
                                        : IdentityReason::kOnlyOne);
      }
    }
  }
  return clusters;
}

}  // namespace onrecord::quotes
