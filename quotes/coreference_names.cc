// Chains of people and bodies that are called by a name.
#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "quotes/antecedent.h"
#include "quotes/coreference_resolver.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {

using text::Punct;

namespace {

// So many namesakes of a person and so many bodies are looked at, the last
// ones: thousands are no news, and must not take long.
constexpr int kMaxNamesakes = 128;
constexpr size_t kMaxBodies = 256;

}  // namespace

int32_t Resolver::FindName(int32_t m) {
  const Mention& mention = mentions_[m];
  if (mention.role.empty() && (body_endings_ & EndingBit(mention)) != 0) {
    const int32_t body = BodyNamed(BodyKey(mention));
    if (body >= 0) return body;
  }
  const PersonKeys name = keys_.OfPerson(doc_, mention);
  const FamilyPlural plural = FamilyPluralOf(doc_, mention);
  if (plural == FamilyPlural::kYes ||
      (plural == FamilyPlural::kPerhaps && SomebodyIs(name.family))) {
    family_ = doc_.Text(mention.head);
    family_.remove_suffix(1);
    family_sentence_ = here_;
    return New(m, true);
  }
  int32_t e = PersonNamed(mention, name);
  if (e < 0) {
    const int32_t i = IntroducedAs(doc_, mentions_, m);
    if (i >= 0) e = chain_of_[i];
  }
  if (e < 0 && (StandsLikePlace(mention) || OwnsState(mention))) {
    return FindOrganization(m);
  }
  if (e < 0) e = UnnamedLead(m);
  if (e < 0) e = NewPerson(m, name.given_count() == 0);
  TakeName(e, name);
  return e;
}

int32_t Resolver::PersonNamed(const Mention& mention,
                              const PersonKeys& name) const {
  int32_t best = -1;
  int32_t n = LastNamesake(name.family);
  for (int looked = 0; n >= 0 && looked < kMaxNamesakes; ++looked) {
    const int32_t e = namesakes_[n].chain;
    n = namesakes_[n].earlier;
    const Entity& entity = entities_[e];
    if (!keys_.Fit(entity.name, name) || !GenderFits(entity, mention)) {
      continue;
    }
    if (best < 0 || Better(e, best, name)) best = e;
  }
  return best;
}

// A chain for a name that is nobody's yet; `lone`: of one word, which may get
// its surname from a plural before it.
int32_t Resolver::NewPerson(int32_t m, bool lone) {
  const int32_t e = New(m);
  if (lone && here_ == family_sentence_) {
    entities_[e].lone_given = doc_.Text(mentions_[m].name);
    entities_[e].shared_family = family_;
  }
  return e;
}

// The chain is a person of this name, unless it has a fuller one.
void Resolver::TakeName(int32_t e, const PersonKeys& name) {
  Entity& entity = entities_[e];
  PersonKeys& known = entity.name;
  const bool fuller =
      known.family == kNoName || name.given_count() > known.given_count();
  if (fuller) known = name;
  if (entity.person && !fuller) return;
  entity.person = somebody_is_named_ = true;
  AddNamesake(known.family, e);
  if (known.given_count() == 0) return;
  const NameKey given = keys_.Given(known).front();
  if (given != known.family) AddNamesake(given, e);
}

void Resolver::AddNamesake(NameKey word, int32_t e) {
  const size_t place = static_cast<size_t>(word + 1);
  if (place >= last_namesake_.size()) last_namesake_.resize(place + 1, -1);
  namesakes_.push_back({e, last_namesake_[place]});
  last_namesake_[place] = static_cast<int32_t>(namesakes_.size()) - 1;
}

int32_t Resolver::LastNamesake(NameKey word) const {
  const size_t place = static_cast<size_t>(word + 1);
  return place < last_namesake_.size() ? last_namesake_[place] : -1;
}

// Does a person have the surname that this word is the plural of?
bool Resolver::SomebodyIs(NameKey plural) {
  std::string word(keys_.Text(plural));
  word.pop_back();
  const NameKey family = keys_.OfExactly(word);
  int32_t n = LastNamesake(family);
  for (int looked = 0; n >= 0 && looked < kMaxNamesakes; ++looked) {
    if (entities_[namesakes_[n].chain].name.family == family) return true;
    n = namesakes_[n].earlier;
  }
  return false;
}

// Of two chains that fit: the one of the same given words, then the more recent
// one, then the younger one.
bool Resolver::Better(int32_t a, int32_t b, const PersonKeys& name) const {
  if (name.given_count() > 0) {
    const auto given = keys_.Given(name);
    const bool exact_a = keys_.Given(entities_[a].name) == given;
    const bool exact_b = keys_.Given(entities_[b].name) == given;
    if (exact_a != exact_b) return exact_a;
  }
  const int32_t last_a = entities_[a].last_token;
  const int32_t last_b = entities_[b].last_token;
  return last_a != last_b ? last_a > last_b : a > b;
}

// "in Sel": a name of one or two words that stands like a place at its first
// mention; only bodies and governments answer to it.
bool Resolver::StandsLikePlace(const Mention& mention) const {
  static constexpr text::WordSet kWhere = {"in",     "near",   "outside",
                                           "across", "around", "throughout",
                                           "inside", "at"};
  if (!mention.role.empty() || mention.gender != Gender::kUnknown ||
      mention.tokens.size() > 2 || mention.tokens.begin == 0) {
    return false;
  }
  for (int32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
    if (doc_.token(i).Has(text::kGivenName)) return false;
  }
  return kWhere.Has(doc_.token(mention.tokens.begin - 1).word);
}

// "Sel's prime minister", "Sel's parliament": only a state has one.
bool Resolver::OwnsState(const Mention& mention) const {
  static constexpr text::WordSet kOfStates = {
      "ambassador", "capital",   "chancellor", "king", "parliament",
      "premier",    "president", "prime",      "queen"};
  const int32_t end = mention.tokens.end;
  return mention.role.empty() && mention.gender == Gender::kUnknown &&
         end + 1 < TokenCount() && doc_.token(end).HasShape(text::kClitic) &&
         kOfStates.Has(doc_.token(end + 1).word);
}

// A lead that names an office only ("The premier of Sel said …") is about the
// person whom the next sentences name without one.
int32_t Resolver::UnnamedLead(int32_t m) const {
  const Mention& mention = mentions_[m];
  if (!mention.role.empty() || !IsSubject(mention)) return -1;
  if (here_ > 4 || DescribedBehind(mention)) return -1;
  if (somebody_is_named_) return -1;
  for (int32_t e = 0; e < Count(); ++e) {
    const Entity& entity = entities_[e];
    if (entity.kind == MentionKind::kNominal &&
        entity.gender != Gender::kNeuter && entity.first_sentence <= 1 &&
        GenderFits(entity, mention) && roles_.HasOffice(e)) {
      return e;
    }
  }
  return -1;
}

// ", a baker" or ", who" follows.
bool Resolver::DescribedBehind(const Mention& mention) const {
  const int32_t next = mention.tokens.end;
  return next + 1 < TokenCount() && doc_.token(next).Is(Punct::kComma) &&
         doc_.token(next + 1).Has(text::kDeterminer | text::kPossessive |
                                  text::kRelative);
}

int32_t Resolver::FindOrganization(int32_t m) {
  const Mention& mention = mentions_[m];
  const NameKey name = BodyKey(mention);
  if (const int32_t e = BodyNamed(name); e >= 0) return e;
  if (const int32_t i = IssuerOf(doc_, mentions_, speaks_, m); i >= 0) {
    if (chain_of_[i] >= 0) return chain_of_[i];
  }
  if (mention.name.empty() && StartsDefinite(mention)) {
    const int32_t e = BodyEndingIn(doc_.Text(mention.head));
    if (e >= 0) return e;
  }
  const int32_t e = New(m);
  Entity& entity = entities_[e];
  entity.organization = true;
  entity.named = !mention.name.empty();
  entity.name.family = name;
  if (entity.named) named_bodies_.push_back(e);
  if (static_cast<size_t>(name) >= body_of_.size()) {
    body_of_.resize(name + 1, -1);
  }
  body_of_[name] = e;
  body_endings_ |= EndingBit(mention);
  return e;
}

int32_t Resolver::BodyNamed(NameKey name) const {
  return static_cast<size_t>(name) < body_of_.size() ? body_of_[name] : -1;
}

// "the ministry": the body last named whose name ends like that.
int32_t Resolver::BodyEndingIn(absl::string_view head) const {
  if (named_bodies_.empty()) return -1;
  const std::string ending = absl::AsciiStrToLower(head);
  const auto end =
      named_bodies_.rbegin() + std::min(named_bodies_.size(), kMaxBodies);
  for (auto e = named_bodies_.rbegin(); e != end; ++e) {
    const NameKey name = entities_[*e].name.family;
    if (absl::EndsWith(keys_.Text(name), ending)) return *e;
  }
  return -1;
}

NameKey Resolver::BodyKey(const Mention& mention) {
  return keys_.OfBody(doc_.Text(mention.span));
}

// One of 64 bits by the last two letters of what BodyKey() reads: equal keys
// have the same one.
uint64_t Resolver::EndingBit(const Mention& mention) const {
  const absl::string_view name = doc_.Text(mention.span);
  const size_t size = name.size();
  const auto letter = [](char c) {
    return absl::ascii_tolower(static_cast<unsigned char>(c));
  };
  const unsigned last = letter(name[size - 1]);
  const unsigned before = letter(size > 1 ? name[size - 2] : ' ');
  return uint64_t{1} << ((last + 5 * before) % 64);
}

}  // namespace onrecord::quotes
