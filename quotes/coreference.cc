#include "quotes/coreference.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "quotes/antecedent.h"
#include "quotes/entity.h"
#include "text/known_words.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;

constexpr text::WordSet kDefinite = {"the", "this", "that"};

// A pronoun looks back this many sentences.
constexpr int kPronounReach = 6;

class Resolver {
 public:
  Resolver(const Document& doc, const std::vector<Mention>& mentions,
           const std::vector<bool>& speaks)
      : doc_(doc), mentions_(mentions), speaks_(speaks) {}

  Coreference Run() {
    result_.speaker_of_mention.assign(mentions_.size(), -1);
    entities_.reserve(mentions_.size() / 2);
    for (size_t m = 0; m < mentions_.size(); ++m) {
      here_ = doc_.SentenceOf(mentions_[m].tokens.begin);
      paragraph_ = doc_.sentences()[here_].paragraph;
      const int32_t e = Find(static_cast<int32_t>(m));
      if (e < 0) continue;
      Touch(e, static_cast<int32_t>(m));
    }
    result_.speakers.reserve(entities_.size());
    for (Entity& entity : entities_) {
      result_.speakers.push_back(
          FinishedSpeaker(doc_, mentions_, std::move(entity)));
    }
    return std::move(result_);
  }

 private:
  // The chain of a mention, a new one if it fits none; -1 for mentions that
  // can be nobody's ("it" without a body before).
  int32_t Find(int32_t m) {
    const Mention& mention = mentions_[m];
    switch (mention.kind) {
      case MentionKind::kName:
        return FindName(m);
      case MentionKind::kOrganization:
        return FindOrganization(m);
      case MentionKind::kPronoun:
        return FindPronoun(m);
      case MentionKind::kNominal:
        return FindNominal(m);
      case MentionKind::kGroup:
      case MentionKind::kAnonymous:
        return FindUnnamed(m);
    }
    return -1;
  }

  // --- names ---

  // "in Sel": a name of one or two words that stands like a place at its first
  // mention; only bodies and governments answer to it.
  bool StandsLikePlace(const Mention& mention) const {
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
  bool OwnsState(const Mention& mention) const {
    static constexpr text::WordSet kOfStates = {
        "ambassador", "capital",   "chancellor", "king", "parliament",
        "premier",    "president", "prime",      "queen"};
    const int32_t count = static_cast<int32_t>(doc_.tokens().size());
    const int32_t end = mention.tokens.end;
    return mention.role.empty() && mention.gender == Gender::kUnknown &&
           end + 1 < count && doc_.token(end).HasShape(text::kClitic) &&
           kOfStates.Has(doc_.token(end + 1).word);
  }

  int32_t FindName(int32_t m) {
    const Mention& mention = mentions_[m];
    if (mention.role.empty()) {
      const int32_t body = BodyNamed(OrganizationKey(m));
      if (body >= 0) return body;
    }
    const text::TokenRange words = doc_.TokensIn(mention.name);
    std::string family = FamilyKey(doc_.Text(mention.head));
    std::vector<std::string> given;
    for (int32_t i = words.begin; i < mention.head; ++i) {
      if (doc_.token(i).is_word() && !doc_.token(i).Has(text::kParticle)) {
        given.push_back(FamilyKey(doc_.Text(i)));
      }
    }
    const FamilyPlural plural = FamilyPluralOf(doc_, mention);
    if (plural == FamilyPlural::kYes ||
        (plural == FamilyPlural::kPerhaps && SomebodyIs(family))) {
      family_ = doc_.Text(mention.head);
      family_.remove_suffix(1);
      family_sentence_ = here_;
      return New(m, true);
    }
    int32_t best = -1;
    for (auto e = people_.rbegin(); e != people_.rend(); ++e) {
      if (!NameFits(entities_[*e], mention, family, given)) continue;
      if (best < 0 || Better(*e, best, given)) best = *e;
    }
    if (const int32_t i = IntroducedAs(doc_, mentions_, m);
        best < 0 && i >= 0) {
      best = result_.speaker_of_mention[i];
    }
    if (best < 0 && (StandsLikePlace(mention) || OwnsState(mention))) {
      return FindOrganization(m);
    }
    if (best < 0) best = UnnamedLead(m);
    if (best < 0) {
      best = New(m);
      if (given.empty() && here_ == family_sentence_) {
        entities_[best].composed_name =
            absl::StrCat(doc_.Text(mention.name), " ", family_);
      }
    }
    Entity& entity = entities_[best];
    if (!entity.person) AddPerson(best);
    if (entity.family.empty() || given.size() > entity.given.size()) {
      entity.family = std::move(family);
      entity.given = std::move(given);
    }
    return best;
  }

  // Does a person have the surname that this word is the plural of?
  bool SomebodyIs(absl::string_view plural) const {
    plural.remove_suffix(1);
    return std::any_of(people_.begin(), people_.end(), [&](int32_t e) {
      return entities_[e].family == plural;
    });
  }

  // Of two chains that fit: the one whose surname stands alone for it, then
  // the more recent one.
  bool Better(int32_t a, int32_t b,
              const std::vector<std::string>& given) const {
    if (!given.empty()) {
      const bool exact_a = entities_[a].given == given;
      const bool exact_b = entities_[b].given == given;
      if (exact_a != exact_b) return exact_a;
    }
    return entities_[a].last_token > entities_[b].last_token;
  }

  // A lead that names an office only ("The premier of Sel said …") is about the
  // person whom the next sentences name without one.
  int32_t UnnamedLead(int32_t m) const {
    const Mention& mention = mentions_[m];
    if (!mention.role.empty() || !IsSubject(mention)) return -1;
    if (here_ > 4 || DescribedBehind(mention)) return -1;
    int32_t lead = -1;
    for (int32_t e = 0; e < Count(); ++e) {
      const Entity& entity = entities_[e];
      if (entity.person) return -1;  // Somebody is named already.
      if (entity.speaker.kind == MentionKind::kNominal &&
          entity.speaker.gender != Gender::kNeuter && HasOffice(doc_, entity) &&
          GenderFits(entity, mention) && lead < 0 &&
          entity.first_sentence <= 1) {
        lead = e;
      }
    }
    return lead;
  }

  // ", a baker" or ", who" follows.
  bool DescribedBehind(const Mention& mention) const {
    const int32_t next = mention.tokens.end;
    return next + 1 < static_cast<int32_t>(doc_.tokens().size()) &&
           doc_.token(next).Is(Punct::kComma) &&
           doc_.token(next + 1).Has(text::kDeterminer | text::kPossessive |
                                    text::kRelative);
  }

  // --- bodies ---

  int32_t FindOrganization(int32_t m) {
    const std::string key = OrganizationKey(m);
    if (const int32_t e = BodyNamed(key); e >= 0) return e;
    const Mention& mention = mentions_[m];
    if (const int32_t i = IssuerOf(doc_, mentions_, speaks_, m); i >= 0) {
      const int32_t issuer = result_.speaker_of_mention[i];
      if (issuer >= 0) return issuer;
    }
    // "the ministry": the body last named whose name ends like that.
    if (mention.name.empty() && StartsDefinite(mention)) {
      for (int32_t e = Count() - 1; e >= 0; --e) {
        if (entities_[e].organization && entities_[e].named &&
            absl::EndsWith(entities_[e].family,
                           absl::AsciiStrToLower(doc_.Text(mention.head)))) {
          return e;
        }
      }
    }
    const int32_t e = New(m);
    entities_[e].named = !mention.name.empty();
    entities_[e].organization = true;
    entities_[e].family = key;
    bodies_[key] = e;
    return e;
  }

  int32_t BodyNamed(absl::string_view key) const {
    const auto found = bodies_.find(key);
    return found == bodies_.end() ? -1 : found->second;
  }

  std::string OrganizationKey(int32_t m) const {
    absl::string_view s = doc_.Text(mentions_[m].span);
    std::string key = absl::AsciiStrToLower(s);
    if (absl::StartsWith(key, "the ")) key = key.substr(4);
    return key;
  }

  // --- nominals ---

  bool StartsDefinite(const Mention& mention) const {
    const Token& first = doc_.token(mention.tokens.begin);
    return kDefinite.Has(first.word) || first.Has(text::kPossessive) ||
           first.HasShape(text::kCapitalized);
  }

  int32_t FindNominal(int32_t m) {
    const Mention& mention = mentions_[m];
    const absl::string_view head = RoleHead(mention.head);
    int32_t named = NameBefore(m);
    if (named < 0) named = NameBehind(m);
    if (named >= 0) {
      AddRole(head, mention.tokens, &entities_[named]);
      return named;
    }
    int32_t best = -1;
    for (int32_t e = Count() - 1; e >= 0; --e) {
      const Entity& entity = entities_[e];
      if (!HasRole(entity, head) || !GenderFits(entity, mention) ||
          !ModifiersFit(doc_, entity, mention)) {
        continue;
      }
      if (best < 0 || entity.last_token > entities_[best].last_token) best = e;
    }
    if (best < 0) best = ByMeaning(mention);
    if (best < 0 && speaks_[m]) best = BySalience(m);
    if (best < 0) best = New(m);
    AddRole(head, mention.tokens, &entities_[best]);
    return best;
  }

  // "Claire Whitcombe, the defence secretary": the name right before.
  int32_t NameBefore(int32_t m) const {
    const Mention& mention = mentions_[m];
    for (int32_t k = m - 1; k >= 0 && k >= m - 2; --k) {
      const Mention& left = mentions_[k];
      if (left.tokens.end > mention.tokens.begin) continue;
      if (left.kind == MentionKind::kName && IsByname(doc_, left, mention)) {
        return result_.speaker_of_mention[k];
      }
      if (left.kind != MentionKind::kName ||
          left.tokens.end + 1 != mention.tokens.begin ||
          !doc_.token(left.tokens.end).Is(Punct::kComma)) {
        return -1;
      }
      // A list of people is no apposition: "Lee, the mayor and ..." is one if
      // a comma, a full stop or the sentence's end follows.
      const int32_t end = mention.tokens.end;
      const bool closed = end >= static_cast<int32_t>(doc_.tokens().size()) ||
                          !doc_.token(end).Has(text::kConjunction);
      return closed ? result_.speaker_of_mention[k] : -1;
    }
    return -1;
  }

  // "the defence secretary, Claire Whitcombe": the chain of the name that a
  // comma parts from the phrase; -1 if none.
  int32_t NameBehind(int32_t m) {
    const Mention& mention = mentions_[m];
    const int32_t end = mention.tokens.end;
    if (mention.plural || end >= static_cast<int32_t>(doc_.tokens().size()) ||
        !doc_.token(end).Is(Punct::kComma)) {
      return -1;
    }
    for (size_t k = m + 1; k < mentions_.size(); ++k) {
      const Mention& right = mentions_[k];
      if (right.tokens.begin > end + 1) break;
      if (right.tokens.begin == end + 1 && right.kind == MentionKind::kName &&
          right.role.empty()) {
        return FindName(static_cast<int32_t>(k));
      }
    }
    return -1;
  }

  // "the preacher" for a cleric, "the former general" for a lieutenant
  // general: words for the same office in data/role_nouns.tsv (value column).
  int32_t ByMeaning(const Mention& mention) const {
    const absl::string_view meaning =
        OfficeMeaning(doc_, doc_.token(mention.head).word);
    if (meaning.empty()) return -1;
    for (int32_t e = Count() - 1; e >= 0; --e) {
      for (absl::string_view role : entities_[e].role_heads) {
        if (OfficeMeaning(doc_, doc_.lexicon().Find(role)) == meaning &&
            GenderFits(entities_[e], mention)) {
          return e;
        }
      }
    }
    return -1;
  }

  // "Lopez opened the sitting. "Order," the speaker said.": a definite role
  // that the article gave to nobody is that of the person it was just about,
  // if this one has no office of another name.
  int32_t BySalience(int32_t m) {
    const Mention& mention = mentions_[m];
    if (mention.plural || !StartsDefinite(mention)) return -1;
    const int32_t here = here_;
    const bool office = doc_.token(mention.head).Has(text::kTitle);
    const std::string owner = OwnerKey(mention);
    const int32_t object = ObjectPronoun(doc_, mentions_, m);
    const int32_t addressed =
        object < 0 ? -1 : MostSalient(mentions_[object], -1);
    int32_t best = -1;
    int best_score = 0;
    for (int32_t e : Recent()) {
      const Entity& entity = entities_[e];
      if (!entity.person || entity.speaker.plural || e == addressed) continue;
      if (!GenderFits(entity, mention)) continue;
      if (entity.family == owner && !owner.empty()) continue;
      const bool near_by = entity.last_paragraph == paragraph_ &&
                           here - entity.last_sentence <= 1;
      const int32_t last = std::max(entity.last_subject, entity.last_spoke);
      if (here - last > 2 && !near_by) continue;
      if (office && HasOffice(doc_, entity)) continue;
      const int score = Salience(entity, mention);
      if (score > best_score) {
        best_score = score;
        best = e;
      }
    }
    return best;
  }

  // "Sel" of "Sel's prime minister", as chains compare it; empty if none.
  std::string OwnerKey(const Mention& mention) const {
    for (int32_t i = mention.tokens.begin + 1; i < mention.head; ++i) {
      if (doc_.token(i).HasShape(text::kClitic)) {
        return FamilyKey(doc_.Text(i - 1));
      }
    }
    return "";
  }

  absl::string_view RoleHead(int32_t token) const {
    const absl::string_view lemma = doc_.Lemma(token);
    return lemma.empty() ? doc_.Text(token) : lemma;
  }

  // "one of the bakers" is a baker.
  absl::string_view RoleOfUnnamed(const Mention& mention) const {
    for (int32_t i = mention.head; i < mention.tokens.end; ++i) {
      if (doc_.token(i).Has(text::kPersonNoun)) return RoleHead(i);
    }
    return RoleHead(mention.head);
  }

  // --- groups and unnamed people ---

  int32_t FindUnnamed(int32_t m) {
    if (mentions_[m].kind == MentionKind::kAnonymous) {
      const int32_t name = NameBefore(m);
      if (name >= 0) {
        AddRole(RoleHead(mentions_[m].head), mentions_[m].tokens,
                &entities_[name]);
        return name;
      }
    }
    const int32_t e = New(m);
    if (mentions_[m].kind == MentionKind::kAnonymous) {
      AddRole(RoleOfUnnamed(mentions_[m]), mentions_[m].tokens, &entities_[e]);
    }
    return e;
  }

  // --- pronouns ---

  int32_t FindPronoun(int32_t m) {
    const Mention& mention = mentions_[m];
    const Token& token = doc_.token(mention.head);
    if (token.Has(text::kFirstPerson | text::kSecondPerson)) return -1;
    if (token.Has(text::kRelative)) return Antecedent(m);
    const int32_t other = SubjectOfTaggedClause(doc_, mentions_, m);
    const int32_t barred = other < 0 ? -1 : result_.speaker_of_mention[other];
    const int32_t best = MostSalient(mention, barred);
    if (best >= 0 && entities_[best].speaker.gender == Gender::kUnknown &&
        entities_[best].person) {
      entities_[best].speaker.gender = mention.gender;
    }
    return best;
  }

  // The chain that a pronoun means, but for `barred`; -1 if none.
  int32_t MostSalient(const Mention& mention, int32_t barred) {
    const bool neuter = mention.gender == Gender::kNeuter;
    int32_t best = -1;
    int best_score = 0;
    for (int32_t e : Recent()) {
      const Entity& entity = entities_[e];
      if (e == barred || mention.plural != entity.speaker.plural) continue;
      if (neuter != entity.organization && !mention.plural) continue;
      if (!neuter && !mention.plural && !GenderFits(entity, mention)) continue;
      const int score = Salience(entity, mention);
      if (score > best_score) {
        best_score = score;
        best = e;
      }
    }
    return best;
  }

  // "Lopez, who ...": what stands right before, a comma apart at most.
  int32_t Antecedent(int32_t m) const {
    const int32_t who = mentions_[m].tokens.begin;
    int32_t best = -1;
    for (int32_t k = m - 1; k >= 0 && k >= m - 6; --k) {
      const int32_t gap = who - mentions_[k].tokens.end;
      if (gap < 0 || gap > 1) continue;
      // The longest phrase that ends there: "the mayor of Sel, who".
      if (best < 0 ||
          mentions_[k].tokens.begin < mentions_[best].tokens.begin) {
        best = k;
      }
    }
    return best < 0 ? -1 : result_.speaker_of_mention[best];
  }

  int Salience(const Entity& entity, const Mention& mention) const {
    const int32_t here = here_;
    const int distance = here - entity.last_sentence;
    if (distance > kPronounReach) return 0;
    int score = 100 - 14 * distance;
    if (entity.last_paragraph != paragraph_) score -= 15;
    if (here - entity.last_subject <= 1) score += 15;
    if (here - entity.last_spoke <= 2) score += 12;
    if (entity.speaker.gender == mention.gender &&
        mention.gender != Gender::kUnknown) {
      score += 8;
    }
    if (!entity.speaker.name.empty() || !entity.family.empty()) score += 10;
    return score;
  }

  // --- chains ---

  int32_t New(int32_t m, bool plural = false) {
    Entity entity;
    entity.speaker.kind = mentions_[m].kind;
    entity.speaker.plural = plural || mentions_[m].plural;
    entities_.push_back(std::move(entity));
    return Count() - 1;
  }

  bool IsSubject(const Mention& mention) const {
    const int32_t next = mention.tokens.end;
    if (next >= static_cast<int32_t>(doc_.tokens().size())) return false;
    const Token& t = doc_.token(next);
    const int32_t before = mention.tokens.begin - 1;
    if (before >= 0 && doc_.token(before).Has(text::kPreposition)) return false;
    return t.Has(text::kVerb | text::kAuxiliary | text::kAdverb) ||
           t.Is(Punct::kComma);
  }

  void Touch(int32_t e, int32_t m) {
    const Mention& mention = mentions_[m];
    Entity& entity = entities_[e];
    result_.speaker_of_mention[m] = e;
    entity.speaker.mentions.push_back(m);
    const int32_t sentence = here_;
    if (entity.speaker.mentions.size() == 1) entity.first_sentence = sentence;
    entity.last_sentence = sentence;
    AddRecent(e);
    entity.last_paragraph = paragraph_;
    entity.last_token = mention.tokens.begin;
    if (IsSubject(mention)) entity.last_subject = sentence;
    if (speaks_[m]) entity.last_spoke = sentence;
    if (entity.speaker.gender == Gender::kUnknown) {
      entity.speaker.gender = mention.gender;
    }
    if (!mention.role.empty()) {
      const text::TokenRange role = doc_.TokensIn(mention.role);
      const int32_t head =
          mention.kind == MentionKind::kName ? role.end - 1 : mention.head;
      if (head >= 0 && mention.kind != MentionKind::kAnonymous) {
        AddRole(RoleHead(head), role, &entities_[e]);
      }
    }
  }

  // The chains that were mentioned lately enough for a pronoun, ascending.
  const std::vector<int32_t>& Recent() {
    recent_.erase(std::remove_if(recent_.begin(), recent_.end(),
                                 [this](int32_t e) {
                                   Entity& entity = entities_[e];
                                   entity.recent =
                                       here_ - entity.last_sentence <=
                                       kPronounReach;
                                   return !entity.recent;
                                 }),
                  recent_.end());
    return recent_;
  }

  void AddRecent(int32_t e) {
    if (entities_[e].recent) return;
    entities_[e].recent = true;
    recent_.insert(std::upper_bound(recent_.begin(), recent_.end(), e), e);
  }

  // Keeps `people_` in order of the chains.
  void AddPerson(int32_t e) {
    entities_[e].person = true;
    people_.insert(std::upper_bound(people_.begin(), people_.end(), e), e);
  }

  int32_t Count() const { return static_cast<int32_t>(entities_.size()); }

  const Document& doc_;
  const std::vector<Mention>& mentions_;
  const std::vector<bool>& speaks_;
  std::vector<Entity> entities_;
  std::vector<int32_t> people_;  // Chains of people, ascending.
  std::vector<int32_t> recent_;  // See Recent().
  absl::flat_hash_map<std::string, int32_t> bodies_;  // By OrganizationKey().
  absl::string_view family_;  // Of the last surname in the plural.
  int32_t family_sentence_ = -1;
  int32_t here_ = 0;  // Sentence and paragraph of the mention at hand.
  int32_t paragraph_ = 0;
  Coreference result_;
};

}  // namespace

Coreference ResolveCoreference(const Document& document,
                               const std::vector<Mention>& mentions,
                               const std::vector<bool>& speaks) {
  return Resolver(document, mentions, speaks).Run();
}

}  // namespace onrecord::quotes
