#include "stance/check_target.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace onrecord::stance {
namespace {

// Verbs that undo or keep whatever they are said of (data/stance_*.tsv).
constexpr absl::string_view kShared[] = {
    "break", "cancel", "continue", "end", "extend", "keep", "sign", "stop"};

// Too common to be a topic or an object by themselves.
constexpr absl::string_view kEveryday[] = {
    "agreement", "base",  "deal",    "force", "law", "mission", "operation",
    "plan",      "power", "service", "talks", "war", "work"};

template <size_t N>
bool Lists(const absl::string_view (&words)[N], const std::string& word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

using NamedLists =
    std::vector<std::pair<std::string, const std::vector<std::string>*>>;

NamedLists ListsOf(const std::string& name, const OutcomeWords& words) {
  return {{absl::StrCat(name, ".noun"), &words.noun},
          {absl::StrCat(name, ".on_object"), &words.on_object},
          {absl::StrCat(name, ".by_object"), &words.by_object},
          {absl::StrCat(name, ".phrase"), &words.phrase}};
}

// The lists of one side by name. Arguments are none of them: "occupation" may
// well name what one side wants to end.
NamedLists SideOf(const std::string& name, const OutcomeWords& words,
                  const OutcomeWords& beside) {
  NamedLists lists = ListsOf(name, words);
  for (auto& list : ListsOf(absl::StrCat(name, "_beside_object"), beside)) {
    lists.push_back(std::move(list));
  }
  return lists;
}

// The list that holds each word first; doubles are faults.
std::map<std::string, std::string> PlacesOf(const NamedLists& lists,
                                            std::vector<std::string>* faults) {
  std::map<std::string, std::string> places;
  for (const auto& [name, words] : lists) {
    for (const std::string& word : *words) {
      const auto [at, added] = places.emplace(word, name);
      if (added || at->second != name) continue;
      faults->push_back(
          absl::StrCat("\"", word, "\" stands in ", name, " twice"));
    }
  }
  return places;
}

void CheckSides(const std::map<std::string, std::string>& favor,
                const std::map<std::string, std::string>& against,
                std::vector<std::string>* faults) {
  for (const auto& [word, place] : favor) {
    const auto other = against.find(word);
    if (other == against.end()) continue;
    faults->push_back(absl::StrCat("\"", word, "\" is on both sides: ", place,
                                   " and ", other->second));
  }
  if (favor.empty()) faults->push_back("no word says yes to the question");
  if (against.empty()) faults->push_back("no word says no to the question");
  for (const auto* side : {&favor, &against}) {
    for (const auto& [word, place] : *side) {
      if (Lists(kShared, word)) {
        faults->push_back(absl::StrCat("\"", word, "\" in ", place,
                                       " is a verb that all targets share; "
                                       "list what it is said of"));
      }
    }
  }
}

}  // namespace

std::vector<std::string> FindFaults(const Target& target) {
  std::vector<std::string> faults;
  const auto favor = PlacesOf(
      SideOf("favor", target.favor, target.favor_beside_object), &faults);
  const auto against = PlacesOf(
      SideOf("against", target.against, target.against_beside_object), &faults);
  CheckSides(favor, against, &faults);
  for (const std::string& word : target.object) {
    if (std::find(target.exclude.begin(), target.exclude.end(), word) !=
        target.exclude.end()) {
      faults.push_back(
          absl::StrCat("\"", word, "\" is an object and excluded"));
    }
  }
  for (const std::string& word : target.topic) {
    if (Lists(kEveryday, word)) {
      faults.push_back(absl::StrCat(
          "\"", word,
          "\" is a topic, and articles on other things use it as well; list "
          "telling words in `topic`"));
    }
  }
  return faults;
}

}  // namespace onrecord::stance
