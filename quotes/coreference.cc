#include "quotes/coreference.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Punct;
using text::Token;

// A pronoun looks back this many sentences.
constexpr int kPronounReach = 6;

// Lower case, without an Arabic article and apostrophes: "al-Sudani",
// "Al-Sudani", "Sudani" are one family word.
std::string FamilyKey(absl::string_view word) {
  std::string key;
  for (size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\'' || word[i] == '.') continue;
    if (absl::StartsWith(word.substr(i), "’") ||
        absl::StartsWith(word.substr(i), "‘")) {
      i += 2;
      continue;
    }
    key.push_back(absl::ascii_tolower(word[i]));
  }
  const size_t hyphen = key.find('-');
  if (hyphen == 2 || hyphen == 3) {
    static constexpr absl::string_view kArticles[] = {
        "al", "el", "as", "ad", "ar", "an", "ash", "at", "az", "ul"};
    for (absl::string_view article : kArticles) {
      if (key.substr(0, hyphen) == article) return key.substr(hyphen + 1);
    }
  }
  return key;
}

// All capitals, as in headlines and labels.
bool Shouts(absl::string_view name) {
  bool upper = false;
  for (char c : name) {
    if (absl::ascii_islower(c)) return false;
    upper |= absl::ascii_isupper(c);
  }
  return upper && name.size() > 3;
}

// One chain while it grows.
struct Entity {
  ArticleSpeaker speaker;
  // Family words and given words of its fullest name, folded.
  std::string family;
  std::vector<std::string> given;
  // Head nouns of its roles, listed form: "minister", "spokeswoman".
  absl::InlinedVector<absl::string_view, 4> role_heads;
  // The phrases that gave it roles, for their other words: "foreign minister".
  absl::InlinedVector<text::TokenRange, 4> role_phrases;
  bool person = false;
  bool organization = false;
  int32_t last_token = 0;
  int32_t last_sentence = 0;
  int32_t last_paragraph = 0;
  int32_t first_sentence = 0;
  int32_t last_subject = -100;  // Sentence in which it was last a subject.
  int32_t last_spoke = -100;    // Sentence in which it last spoke.
};

class Resolver {
 public:
  Resolver(const Document& doc, const std::vector<Mention>& mentions,
           const std::vector<bool>& speaks)
      : doc_(doc), mentions_(mentions), speaks_(speaks) {}

  Coreference Run() {
    result_.speaker_of_mention.assign(mentions_.size(), -1);
    for (size_t m = 0; m < mentions_.size(); ++m) {
      here_ = doc_.SentenceOf(mentions_[m].tokens.begin);
      paragraph_ = doc_.sentences()[here_].paragraph;
      const int32_t e = Find(static_cast<int32_t>(m));
      if (e < 0) continue;
      Touch(e, static_cast<int32_t>(m));
    }
    for (Entity& entity : entities_) Finish(&entity);
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
    static constexpr absl::string_view kWhere[] = {
        "in",     "near",       "outside", "across",
        "around", "throughout", "inside",  "at"};
    if (!mention.role.empty() || mention.gender != Gender::kUnknown ||
        mention.tokens.size() > 2 || mention.tokens.begin == 0) {
      return false;
    }
    for (int32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      if (doc_.token(i).Has(text::kGivenName)) return false;
    }
    const absl::string_view before = doc_.Form(mention.tokens.begin - 1);
    return std::find(std::begin(kWhere), std::end(kWhere), before) !=
           std::end(kWhere);
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
    int32_t best = -1;
    for (int32_t e = Count() - 1; e >= 0; --e) {
      const Entity& entity = entities_[e];
      if (!entity.person || !Fits(entity, mention, family, given)) continue;
      if (best < 0 || Better(e, best, given)) best = e;
    }
    if (best < 0 && StandsLikePlace(mention)) return FindOrganization(m);
    if (best < 0) best = UnnamedLead(m);
    if (best < 0) best = New(m);
    Entity& entity = entities_[best];
    entity.person = true;
    if (entity.family.empty() || given.size() > entity.given.size()) {
      entity.family = std::move(family);
      entity.given = std::move(given);
    }
    return best;
  }

  // A name fits a chain if its family word is the same, or if it is the
  // chain's given name alone, and no given name or sex speaks against it.
  static bool Fits(const Entity& entity, const Mention& mention,
                   absl::string_view family,
                   const std::vector<std::string>& given) {
    if (mention.gender != Gender::kUnknown &&
        entity.speaker.gender != Gender::kUnknown &&
        mention.gender != entity.speaker.gender) {
      return false;
    }
    if (entity.family != family) {
      // "Yusuf says many things": the given name of somebody named before.
      return given.empty() && !entity.given.empty() &&
             entity.given.front() == family;
    }
    if (given.empty() || entity.given.empty()) return true;
    for (const std::string& g : given) {
      for (const std::string& h : entity.given) {
        if (g == h) return true;
        if ((g.size() == 1 || h.size() == 1) && g[0] == h[0]) return true;
        if (g.size() > 2 && h.size() > 2 && g.substr(0, 2) == h.substr(0, 2)) {
          return true;  // Mohamed / Mohammed, Dave / David
        }
      }
    }
    return false;
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
          entity.speaker.gender != Gender::kNeuter && HasOffice(entity) &&
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
    // "the ministry": the body last named whose name ends like that.
    const Mention& mention = mentions_[m];
    if (mention.name.empty() && StartsDefinite(mention)) {
      for (int32_t e = Count() - 1; e >= 0; --e) {
        if (entities_[e].organization && !entities_[e].speaker.name.empty() &&
            absl::EndsWith(entities_[e].family,
                           absl::AsciiStrToLower(doc_.Text(mention.head)))) {
          return e;
        }
      }
    }
    const int32_t e = New(m);
    entities_[e].organization = true;
    entities_[e].family = key;
    return e;
  }

  int32_t BodyNamed(absl::string_view key) const {
    for (int32_t e = Count() - 1; e >= 0; --e) {
      if (entities_[e].organization && entities_[e].family == key) return e;
    }
    return -1;
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
    const absl::string_view form = doc_.Form(mention.tokens.begin);
    return form == "the" || form == "this" || form == "that" ||
           first.Has(text::kPossessive) || first.HasShape(text::kCapitalized);
  }

  int32_t FindNominal(int32_t m) {
    const Mention& mention = mentions_[m];
    const absl::string_view head = RoleHead(mention.head);
    int32_t named = NameBefore(m);
    if (named < 0) named = NameBehind(m);
    if (named >= 0) {
      AddRole(named, head, mention.tokens);
      return named;
    }
    int32_t best = -1;
    for (int32_t e = Count() - 1; e >= 0; --e) {
      const Entity& entity = entities_[e];
      if (!HasRole(entity, head) || !GenderFits(entity, mention) ||
          !ModifiersFit(entity, mention)) {
        continue;
      }
      if (best < 0 || entity.last_token > entities_[best].last_token) best = e;
    }
    if (best < 0) best = ByMeaning(mention);
    if (best < 0) best = BySalience(mention);
    if (best < 0) best = New(m);
    AddRole(best, head, mention.tokens);
    return best;
  }

  // "the foreign minister" is no prime minister, "the Iraqi prime minister" not
  // the Spanish one: what tells the phrase apart must be in the person's roles,
  // by word or by the country that the word stands for.
  bool ModifiersFit(const Entity& entity, const Mention& mention) const {
    for (int32_t i = mention.tokens.begin; i < mention.head; ++i) {
      const Token& t = doc_.token(i);
      if (!t.is_word() || t.HasShape(text::kClitic) ||
          t.Has(text::kDeterminer | text::kPossessive | text::kAdverb |
                text::kNumber | text::kTimeShift)) {
        continue;
      }
      if (doc_.Form(i) == "former" || doc_.Form(i) == "then") continue;
      if (!InRoles(entity, i)) return false;
    }
    return true;
  }

  bool InRoles(const Entity& entity, int32_t word) const {
    const bool place = doc_.token(word).Has(text::kPlace | text::kDemonym);
    bool placed = false;
    for (text::TokenRange phrase : entity.role_phrases) {
      for (int32_t i = phrase.begin; i < phrase.end; ++i) {
        if (absl::EqualsIgnoreCase(doc_.Text(i), doc_.Text(word))) return true;
        if (!doc_.token(i).Has(text::kPlace | text::kDemonym)) continue;
        placed = true;
        if (place && Country(i) == Country(word)) return true;
      }
    }
    // A place speaks against a person only if a role names another one.
    return place && !placed;
  }

  absl::string_view Country(int32_t token) const {
    const text::WordInfo& info = doc_.lexicon().word(doc_.token(token).word);
    return info.value.empty() ? info.form : info.value;
  }

  // "Claire Whitcombe, the defence secretary": the name right before.
  int32_t NameBefore(int32_t m) const {
    const Mention& mention = mentions_[m];
    for (int32_t k = m - 1; k >= 0 && k >= m - 2; --k) {
      const Mention& left = mentions_[k];
      if (left.tokens.end > mention.tokens.begin) continue;
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
    const absl::string_view meaning = MeaningOf(doc_.token(mention.head).word);
    if (meaning.empty()) return -1;
    for (int32_t e = Count() - 1; e >= 0; --e) {
      for (absl::string_view role : entities_[e].role_heads) {
        if (MeaningOf(doc_.lexicon().Find(role)) == meaning &&
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
  int32_t BySalience(const Mention& mention) const {
    if (mention.plural || !StartsDefinite(mention)) return -1;
    const int32_t here = here_;
    const bool office = doc_.token(mention.head).Has(text::kTitle);
    int32_t best = -1;
    int best_score = 0;
    for (int32_t e = 0; e < Count(); ++e) {
      const Entity& entity = entities_[e];
      if (!entity.person || entity.speaker.plural) continue;
      if (!GenderFits(entity, mention)) continue;
      const int32_t last = std::max(entity.last_subject, entity.last_spoke);
      if (here - last > 2) continue;
      if (office && HasOffice(entity)) continue;
      const int score = Salience(entity, mention);
      if (score > best_score) {
        best_score = score;
        best = e;
      }
    }
    return best;
  }

  bool HasOffice(const Entity& entity) const {
    for (absl::string_view role : entity.role_heads) {
      const text::WordInfo& info =
          doc_.lexicon().word(doc_.lexicon().Find(role));
      if (info.classes & text::kTitle) return true;
    }
    return false;
  }

  absl::string_view MeaningOf(text::WordId word) const {
    const text::WordInfo& info = doc_.lexicon().word(word);
    if ((info.classes & text::kPersonNoun) == 0) return "";
    return info.value;
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

  static bool HasRole(const Entity& entity, absl::string_view head) {
    for (absl::string_view role : entity.role_heads) {
      if (role == head) return true;
    }
    return false;
  }

  void AddRole(int32_t e, absl::string_view head, text::TokenRange phrase) {
    if (!HasRole(entities_[e], head)) entities_[e].role_heads.push_back(head);
    entities_[e].role_phrases.push_back(phrase);
  }

  static bool GenderFits(const Entity& entity, const Mention& mention) {
    return mention.gender == Gender::kUnknown ||
           entity.speaker.gender == Gender::kUnknown ||
           mention.gender == entity.speaker.gender;
  }

  // --- groups and unnamed people ---

  int32_t FindUnnamed(int32_t m) {
    if (mentions_[m].kind == MentionKind::kAnonymous) {
      const int32_t name = NameBefore(m);
      if (name >= 0) {
        AddRole(name, RoleHead(mentions_[m].head), mentions_[m].tokens);
        return name;
      }
    }
    const int32_t e = New(m);
    if (mentions_[m].kind == MentionKind::kAnonymous) {
      AddRole(e, RoleOfUnnamed(mentions_[m]), mentions_[m].tokens);
    }
    return e;
  }

  // --- pronouns ---

  int32_t FindPronoun(int32_t m) {
    const Mention& mention = mentions_[m];
    const Token& token = doc_.token(mention.head);
    if (token.Has(text::kFirstPerson | text::kSecondPerson)) return -1;
    if (token.Has(text::kRelative)) return Antecedent(m);
    const bool neuter = mention.gender == Gender::kNeuter;
    int32_t best = -1;
    int best_score = 0;
    for (int32_t e = 0; e < Count(); ++e) {
      const Entity& entity = entities_[e];
      if (mention.plural != entity.speaker.plural) continue;
      if (neuter != entity.organization && !mention.plural) continue;
      if (!neuter && !mention.plural && !GenderFits(entity, mention)) continue;
      const int score = Salience(entity, mention);
      if (score > best_score) {
        best_score = score;
        best = e;
      }
    }
    if (best >= 0 && entities_[best].speaker.gender == Gender::kUnknown &&
        entities_[best].person) {
      entities_[best].speaker.gender = mention.gender;
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

  int32_t New(int32_t m) {
    Entity entity;
    entity.speaker.kind = mentions_[m].kind;
    entity.speaker.plural = mentions_[m].plural;
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
        AddRole(e, RoleHead(head), role);
      }
    }
  }

  // Fills in the names, aliases and roles of a finished chain.
  void Finish(Entity* entity) {
    ArticleSpeaker& s = entity->speaker;
    for (int32_t m : s.mentions) {
      const Mention& mention = mentions_[m];
      absl::string_view name;
      if (mention.kind == MentionKind::kName ||
          (mention.kind == MentionKind::kOrganization &&
           doc_.Text(mention.span).size() > 0)) {
        name = mention.kind == MentionKind::kName ? doc_.Text(mention.name)
                                                  : doc_.Text(mention.span);
        if (absl::StartsWith(name, "the ")) name.remove_prefix(4);
        if (absl::StartsWith(name, "The ")) name.remove_prefix(4);
        AddUnique(name, &s.aliases);
      }
      if (!mention.role.empty() && mention.kind != MentionKind::kOrganization) {
        AddUnique(doc_.Text(mention.role), &s.roles);
      }
      if (mention.kind == MentionKind::kName) s.kind = MentionKind::kName;
    }
    // The fullest name first: most words, then most letters, then the first.
    std::stable_sort(s.aliases.begin(), s.aliases.end(),
                     [](const std::string& a, const std::string& b) {
                       const bool shouts_a = Shouts(a), shouts_b = Shouts(b);
                       if (shouts_a != shouts_b) return shouts_b;
                       const auto words = [](const std::string& x) {
                         return std::count(x.begin(), x.end(), ' ');
                       };
                       if (words(a) != words(b)) return words(a) > words(b);
                       return a.size() > b.size();
                     });
    if (!s.aliases.empty()) s.name = s.aliases.front();
    result_.speakers.push_back(std::move(s));
  }

  static void AddUnique(absl::string_view text,
                        std::vector<std::string>* list) {
    for (const std::string& item : *list) {
      if (item == text) return;
    }
    list->emplace_back(text);
  }

  int32_t Count() const { return static_cast<int32_t>(entities_.size()); }

  const Document& doc_;
  const std::vector<Mention>& mentions_;
  const std::vector<bool>& speaks_;
  std::vector<Entity> entities_;
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
