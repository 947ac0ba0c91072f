#include "quotes/chain_speakers.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "text/token.h"

namespace onrecord::quotes {
namespace {

using text::Document;
using Words = absl::InlinedVector<absl::string_view, 8>;

// All capitals, as in headlines and labels.
bool Shouts(absl::string_view name) {
  bool upper = false;
  for (char c : name) {
    if (absl::ascii_islower(c)) return false;
    upper |= absl::ascii_isupper(c);
  }
  return upper && name.size() > 3;
}

void AddUnique(absl::string_view text, Words* list) {
  if (std::find(list->begin(), list->end(), text) == list->end()) {
    list->push_back(text);
  }
}

// The fullest name first: most words, then most letters, then the first.
void SortNames(Words* names) {
  if (names->size() < 2) return;
  struct Ranked {
    std::tuple<bool, int64_t, int64_t, size_t> rank;  // Low is first.
    absl::string_view name;
  };
  absl::InlinedVector<Ranked, 8> ranked;
  for (absl::string_view name : *names) {
    const int64_t blanks = std::count(name.begin(), name.end(), ' ');
    const int64_t size = static_cast<int64_t>(name.size());
    ranked.push_back({{Shouts(name), -blanks, -size, ranked.size()}, name});
  }
  std::sort(ranked.begin(), ranked.end(),
            [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  for (size_t i = 0; i < ranked.size(); ++i) (*names)[i] = ranked[i].name;
}

// The indices of the mentions by chain, in text order within each.
struct MentionsByChain {
  MentionsByChain(const std::vector<int32_t>& chain_of_mention,
                  const std::vector<Entity>& chains)
      : ends(chains.size()), mentions(chain_of_mention.size()) {
    int32_t begin = 0;
    for (size_t e = 0; e < chains.size(); ++e) {
      ends[e] = begin;  // Moves on while the chain's mentions are put down.
      begin += chains[e].mention_count;
    }
    for (size_t m = 0; m < chain_of_mention.size(); ++m) {
      const int32_t e = chain_of_mention[m];
      if (e >= 0) mentions[ends[e]++] = static_cast<int32_t>(m);
    }
  }
  absl::Span<const int32_t> Of(size_t chain) const {
    const int32_t begin = chain == 0 ? 0 : ends[chain - 1];
    return absl::MakeConstSpan(mentions).subspan(begin, ends[chain] - begin);
  }

  std::vector<int32_t> ends;
  std::vector<int32_t> mentions;
};

// The name that a mention gives its chain; empty if none.
absl::string_view NameOf(const Document& doc, const Mention& mention,
                         bool named_before) {
  absl::string_view name;
  if (mention.kind == MentionKind::kName) {
    name = doc.Text(mention.name);
  } else if (mention.kind == MentionKind::kOrganization) {
    // "the letter" of somebody who is known by a name.
    if (named_before && mention.name.empty() &&
        doc.token(mention.head).Has(text::kMedium)) {
      return "";
    }
    name = doc.Text(mention.span);
  }
  if (absl::StartsWith(name, "the ")) name.remove_prefix(4);
  if (absl::StartsWith(name, "The ")) name.remove_prefix(4);
  return name;
}

// The words of office that a mention gives its chain; empty if none.
absl::string_view RoleOf(const Document& doc, const Mention& mention) {
  return mention.kind == MentionKind::kOrganization ? absl::string_view()
                                                    : doc.Text(mention.role);
}

// Makes `text` the only element of an empty list, if there is one.
void AddOnly(std::vector<std::string>* list, absl::string_view text) {
  if (text.empty()) return;
  list->reserve(1);
  list->emplace_back(text.data(), text.size());
}

// Fills in the names and roles of a chain of one mention, as most are: there is
// nothing to tell apart or to sort.
void FillFromOne(const Document& doc, const Mention& mention,
                 ArticleSpeaker* speaker) {
  const absl::string_view name = NameOf(doc, mention, false);
  speaker->name.assign(name.data(), name.size());
  AddOnly(&speaker->aliases, name);
  AddOnly(&speaker->roles, RoleOf(doc, mention));
  if (mention.kind == MentionKind::kName) speaker->kind = MentionKind::kName;
}

void Fill(const Document& doc, const std::vector<Mention>& mentions,
          absl::Span<const int32_t> own, const Entity& chain,
          ArticleSpeaker* out) {
  ArticleSpeaker& speaker = *out;
  speaker.kind = chain.kind;
  speaker.gender = chain.gender;
  speaker.plural = chain.plural;
  if (own.size() == 1 && chain.shared_family.empty()) {
    return FillFromOne(doc, mentions[own.front()], out);
  }
  Words names, roles;
  for (int32_t m : own) {
    const Mention& mention = mentions[m];
    const absl::string_view name = NameOf(doc, mention, !names.empty());
    if (!name.empty()) AddUnique(name, &names);
    const absl::string_view role = RoleOf(doc, mention);
    if (!role.empty()) AddUnique(role, &roles);
    if (mention.kind == MentionKind::kName) speaker.kind = MentionKind::kName;
  }
  std::string composed;
  if (!chain.shared_family.empty()) {
    composed = absl::StrCat(chain.lone_given, " ", chain.shared_family);
    AddUnique(composed, &names);
  }
  SortNames(&names);
  speaker.aliases = std::vector<std::string>(names.begin(), names.end());
  speaker.roles = std::vector<std::string>(roles.begin(), roles.end());
  if (!names.empty()) speaker.name = speaker.aliases.front();
}

}  // namespace

std::vector<ArticleSpeaker> SpeakersOf(
    const Document& document, const std::vector<Mention>& mentions,
    const std::vector<int32_t>& chain_of_mention,
    const std::vector<Entity>& chains) {
  const MentionsByChain by_chain(chain_of_mention, chains);
  std::vector<ArticleSpeaker> speakers(chains.size());
  for (size_t e = 0; e < chains.size(); ++e) {
    Fill(document, mentions, by_chain.Of(e), chains[e], &speakers[e]);
  }
  return speakers;
}

}  // namespace onrecord::quotes
