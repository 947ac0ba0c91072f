#include "pipeline/affiliations.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "stance/shifts.h"
#include "text/word_class.h"

namespace onrecord::pipeline {
namespace {

using stance::Affiliation;
using Words = std::vector<absl::string_view>;

// Words of offices that are held in a state, and in a body.
constexpr absl::string_view kStateOffices[] = {
    "ambassador", "chancellor", "emir",      "king",   "minister",
    "premier",    "president",  "secretary", "sultan", "queen"};
constexpr absl::string_view kBodyOffices[] = {
    "chair",     "chairman",     "chairwoman", "chief",  "director",
    "executive", "founder",      "head",       "leader", "member",
    "spokesman", "spokesperson", "spokeswoman"};

template <size_t n>
bool HasAny(const Words& words, const absl::string_view (&listed)[n]) {
  return std::any_of(words.begin(), words.end(), [&](absl::string_view word) {
    return std::find(listed, listed + n, absl::AsciiStrToLower(word)) !=
           listed + n;
  });
}

bool IsCapital(absl::string_view word) {
  return !word.empty() && absl::ascii_isupper(word.front());
}

// Takes the genitive ending off; false if there is none.
bool ConsumeGenitive(absl::string_view* word) {
  return absl::ConsumeSuffix(word, "'s") || absl::ConsumeSuffix(word, "’s");
}

// The country of a place or people in the word lists; empty if it is none.
std::string ListedCountry(absl::string_view name,
                          const text::Lexicon* lexicon) {
  if (lexicon == nullptr) return "";
  constexpr text::WordClasses kNamesCountry = text::kPlace | text::kDemonym;
  const text::WordId word = lexicon->Find(name);
  if (word != 0 && (lexicon->word(word).classes & kNamesCountry) != 0) {
    return std::string(lexicon->word(word).value);
  }
  const int32_t phrase = lexicon->FindPhrase(absl::AsciiStrToLower(name));
  if (phrase >= 0 && (lexicon->phrase(phrase).classes & kNamesCountry) != 0) {
    return std::string(lexicon->phrase(phrase).value);
  }
  return "";
}

// The country that the first one or two words name.
std::string CountryAtBegin(const Words& words, const text::Lexicon* lexicon) {
  for (const size_t n : {size_t{2}, size_t{1}}) {
    if (words.size() <= n || !IsCapital(words.front())) continue;
    const Words head(words.begin(), words.begin() + n);
    std::string country = ListedCountry(absl::StrJoin(head, " "), lexicon);
    if (!country.empty()) return country;
  }
  return "";
}

bool HasBodyNoun(const Words& words, const text::Lexicon* lexicon) {
  return lexicon != nullptr &&
         std::any_of(words.begin(), words.end(), [&](absl::string_view word) {
           return (lexicon->Look(word).classes &
                   (text::kOrgNoun | text::kOrgName)) != 0;
         });
}

// An office and the name it belongs to: "prime minister", "Qadara".
struct Office {
  Words words, name;
};

Office SplitOffice(absl::string_view title) {
  const Words words = absl::StrSplit(title, ' ', absl::SkipEmpty());
  Office office;
  auto begin = words.begin();
  if (begin != words.end() && absl::EqualsIgnoreCase(*begin, "the")) ++begin;
  for (auto it = begin; it != words.end() && IsCapital(*it); ++it) {
    absl::string_view last = *it;
    if (!ConsumeGenitive(&last)) continue;
    office.name.assign(begin, it);
    office.name.push_back(last);
    office.words.assign(it + 1, words.end());
    return office;
  }
  const auto of = std::find(words.rbegin(), words.rend(), "of");
  office.words.assign(begin, words.end());
  if (of == words.rend()) return office;
  auto name = of.base();
  if (name != words.end() && absl::EqualsIgnoreCase(*name, "the")) ++name;
  if (name == words.end() || !IsCapital(*name)) return office;
  office.words.assign(begin, of.base() - 1);
  office.name.assign(name, words.end());
  return office;
}

// `name` is what a body or a place is called.
Affiliation AffiliationOfName(const Words& name, const text::Lexicon* lexicon) {
  Affiliation affiliation;
  affiliation.country = ListedCountry(absl::StrJoin(name, " "), lexicon);
  if (!affiliation.country.empty()) return affiliation;
  affiliation.country = CountryAtBegin(name, lexicon);
  if (HasBodyNoun(name, lexicon)) {
    affiliation.organization = absl::StrJoin(name, " ");
  }
  return affiliation;
}

bool IsKnown(const Affiliation& affiliation) {
  return !affiliation.country.empty() || !affiliation.organization.empty();
}

text::PartialDate DateOf(const std::string& date) {
  return text::ParsePartialDate(date).value_or(text::PartialDate());
}

// Days from a date to the time between two others; 0 inside.
int DaysFrom(text::PartialDate when, text::PartialDate first,
             text::PartialDate last) {
  if (!when.known()) return 0;
  const bool after_first = !first.known() || first.First() <= when.Last();
  const bool before_last = !last.known() || when.First() <= last.Last();
  if (after_first && before_last) return 0;
  return stance::DaysApart(when, after_first ? last : first);
}

}  // namespace

Affiliation AffiliationOfRole(absl::string_view title,
                              const text::Lexicon* lexicon) {
  const Office office = SplitOffice(title);
  if (office.name.empty()) {
    Affiliation affiliation;
    affiliation.country = CountryAtBegin(office.words, lexicon);
    return affiliation;
  }
  Affiliation affiliation = AffiliationOfName(office.name, lexicon);
  if (IsKnown(affiliation)) return affiliation;
  const std::string name = absl::StrJoin(office.name, " ");
  if (HasAny(office.words, kStateOffices)) {
    affiliation.country = name;
  } else if (HasAny(office.words, kBodyOffices)) {
    affiliation.organization = name;
  }
  return affiliation;
}

Affiliations::Affiliations(const std::vector<quotes::Speaker>& speakers,
                           const text::Lexicon* lexicon) {
  for (const quotes::Speaker& speaker : speakers) {
    std::vector<Dated>& known = by_speaker_[speaker.id];
    if (speaker.kind == quotes::MentionKind::kOrganization) {
      Dated self;
      self.affiliation = AffiliationOfName(
          absl::StrSplit(speaker.name, ' ', absl::SkipEmpty()), lexicon);
      if (self.affiliation.country.empty() ||
          self.affiliation.country != speaker.name) {
        self.affiliation.organization = speaker.name;
      }
      known.push_back(std::move(self));
    }
    for (const quotes::DatedRole& role : speaker.roles) {
      Affiliation affiliation = AffiliationOfRole(role.title, lexicon);
      if (!IsKnown(affiliation)) continue;
      known.push_back(
          {std::move(affiliation), DateOf(role.first), DateOf(role.last)});
    }
  }
}

Affiliation Affiliations::Of(const std::string& speaker_id,
                             text::PartialDate when) const {
  const auto known = by_speaker_.find(speaker_id);
  if (known == by_speaker_.end()) return {};
  const auto nearest = [&](std::string Affiliation::*part) {
    const Dated* best = nullptr;
    int best_days = 0;
    for (const Dated& dated : known->second) {
      if ((dated.affiliation.*part).empty()) continue;
      const int days = DaysFrom(when, dated.first, dated.last);
      if (best != nullptr && days >= best_days) continue;
      best = &dated;
      best_days = days;
    }
    return best == nullptr ? std::string() : best->affiliation.*part;
  };
  return {nearest(&Affiliation::country), nearest(&Affiliation::organization)};
}

}  // namespace onrecord::pipeline
