#include "quotes/entity.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using text::Token;

// All capitals, as in headlines and labels.
bool Shouts(absl::string_view name) {
  bool upper = false;
  for (char c : name) {
    if (absl::ascii_islower(c)) return false;
    upper |= absl::ascii_isupper(c);
  }
  return upper && name.size() > 3;
}

void AddUnique(absl::string_view text, std::vector<std::string>* list) {
  for (const std::string& item : *list) {
    if (item == text) return;
  }
  list->emplace_back(text);
}

absl::string_view Country(const Document& doc, int32_t token) {
  const text::WordInfo& info = doc.lexicon().word(doc.token(token).word);
  return info.value.empty() ? info.form : info.value;
}

bool InRoles(const Document& doc, const Entity& entity, int32_t word) {
  const bool place = doc.token(word).Has(text::kPlace | text::kDemonym);
  bool placed = false;
  for (text::TokenRange phrase : entity.role_phrases) {
    for (int32_t i = phrase.begin; i < phrase.end; ++i) {
      if (absl::EqualsIgnoreCase(doc.Text(i), doc.Text(word))) return true;
      if (!doc.token(i).Has(text::kPlace | text::kDemonym)) continue;
      placed = true;
      if (place && Country(doc, i) == Country(doc, word)) return true;
    }
  }
  // A place speaks against a person only if a role names another one.
  return place && !placed;
}

// Equal, an initial of the other, or alike: Mohamed and Mohammed, Dave and
// David.
bool GivenFits(absl::string_view g, absl::string_view h) {
  if (g == h) return true;
  if ((g.size() == 1 || h.size() == 1) && g[0] == h[0]) return true;
  return g.size() > 2 && h.size() > 2 && g.substr(0, 2) == h.substr(0, 2);
}

}  // namespace

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

bool NameFits(const Entity& entity, const Mention& mention,
              absl::string_view family, const std::vector<std::string>& given) {
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
  // "George W." and "George H.W." are two, "Ana" and "Ana Maria" can be one.
  if (given.size() > 1 && entity.given.size() > 1 &&
      given[0] == entity.given[0]) {
    return given[1] == entity.given[1] || GivenFits(given[1], entity.given[1]);
  }
  return std::any_of(given.begin(), given.end(), [&](const std::string& g) {
    return std::any_of(entity.given.begin(), entity.given.end(),
                       [&](const std::string& h) { return GivenFits(g, h); });
  });
}

bool GenderFits(const Entity& entity, const Mention& mention) {
  return mention.gender == Gender::kUnknown ||
         entity.speaker.gender == Gender::kUnknown ||
         mention.gender == entity.speaker.gender;
}

bool HasRole(const Entity& entity, absl::string_view head) {
  for (absl::string_view role : entity.role_heads) {
    if (role == head) return true;
  }
  return false;
}

void AddRole(absl::string_view head, text::TokenRange phrase, Entity* entity) {
  if (!HasRole(*entity, head)) entity->role_heads.push_back(head);
  entity->role_phrases.push_back(phrase);
}

bool HasOffice(const Document& doc, const Entity& entity) {
  for (absl::string_view role : entity.role_heads) {
    const text::WordInfo& info = doc.lexicon().word(doc.lexicon().Find(role));
    if (info.classes & text::kTitle) return true;
  }
  return false;
}

bool ModifiersFit(const Document& doc, const Entity& entity,
                  const Mention& mention) {
  for (int32_t i = mention.tokens.begin; i < mention.head; ++i) {
    const Token& t = doc.token(i);
    if (!t.is_word() || t.HasShape(text::kClitic) ||
        t.Has(text::kDeterminer | text::kPossessive | text::kAdverb |
              text::kNumber | text::kTimeShift)) {
      continue;
    }
    if (doc.Form(i) == "former" || doc.Form(i) == "then") continue;
    if (!InRoles(doc, entity, i)) return false;
  }
  return true;
}

absl::string_view OfficeMeaning(const Document& doc, text::WordId word) {
  const text::WordInfo& info = doc.lexicon().word(word);
  if ((info.classes & text::kPersonNoun) == 0) return "";
  return info.value;
}

ArticleSpeaker FinishedSpeaker(const Document& doc,
                               const std::vector<Mention>& mentions,
                               Entity entity) {
  ArticleSpeaker& s = entity.speaker;
  for (int32_t m : s.mentions) {
    const Mention& mention = mentions[m];
    absl::string_view name;
    // "the letter" of somebody who is known by a name.
    if (mention.kind == MentionKind::kOrganization && !s.aliases.empty() &&
        mention.name.empty() && doc.token(mention.head).Has(text::kMedium)) {
      continue;
    }
    if (mention.kind == MentionKind::kName ||
        (mention.kind == MentionKind::kOrganization &&
         doc.Text(mention.span).size() > 0)) {
      name = mention.kind == MentionKind::kName ? doc.Text(mention.name)
                                                : doc.Text(mention.span);
      if (absl::StartsWith(name, "the ")) name.remove_prefix(4);
      if (absl::StartsWith(name, "The ")) name.remove_prefix(4);
      AddUnique(name, &s.aliases);
    }
    if (!mention.role.empty() && mention.kind != MentionKind::kOrganization) {
      AddUnique(doc.Text(mention.role), &s.roles);
    }
    if (mention.kind == MentionKind::kName) s.kind = MentionKind::kName;
  }
  if (!entity.composed_name.empty()) {
    AddUnique(entity.composed_name, &s.aliases);
  }
  // The fullest name first: most words, then most letters, then the first.
  if (s.aliases.size() > 1)
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
  return std::move(s);
}

}  // namespace onrecord::quotes
