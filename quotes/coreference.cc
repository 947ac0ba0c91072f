#include "quotes/coreference.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "quotes/chain_speakers.h"
#include "quotes/coreference_resolver.h"
#include "text/token.h"

namespace onrecord::quotes {

using text::Document;
using text::Punct;
using text::Token;

Resolver::Resolver(const Document& document,
                   const std::vector<Mention>& mentions,
                   const std::vector<bool>& speaks)
    : doc_(document),
      mentions_(mentions),
      speaks_(speaks),
      keys_(mentions.size()),
      roles_(document, mentions.size(), &keys_),
      body_of_(2 * mentions.size(), -1),
      chain_of_(mentions.size(), -1) {
  entities_.reserve(mentions.size() / 2);
}

Coreference Resolver::Run() {
  for (size_t m = 0; m < mentions_.size(); ++m) {
    here_ = doc_.SentenceOf(mentions_[m].tokens.begin);
    paragraph_ = doc_.sentences()[here_].paragraph;
    const int32_t e = Find(static_cast<int32_t>(m));
    if (e >= 0) Touch(e, static_cast<int32_t>(m));
  }
  Coreference result;
  result.speakers = SpeakersOf(doc_, mentions_, chain_of_, entities_);
  result.speaker_of_mention = std::move(chain_of_);
  return result;
}

int32_t Resolver::Find(int32_t m) {
  switch (mentions_[m].kind) {
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

int32_t Resolver::New(int32_t m, bool plural) {
  Entity entity;
  entity.kind = mentions_[m].kind;
  entity.plural = plural || mentions_[m].plural;
  entities_.push_back(entity);
  return Count() - 1;
}

void Resolver::Touch(int32_t e, int32_t m) {
  const Mention& mention = mentions_[m];
  Entity& entity = entities_[e];
  chain_of_[m] = e;
  if (entity.mention_count++ == 0) entity.first_sentence = here_;
  entity.last_sentence = here_;
  entity.last_paragraph = paragraph_;
  entity.last_token = mention.tokens.begin;
  if (!entity.recent) AddRecent(e);
  if (IsSubject(mention)) entity.last_subject = here_;
  if (speaks_[static_cast<size_t>(m)]) entity.last_spoke = here_;
  if (entity.gender == Gender::kUnknown) entity.gender = mention.gender;
  if (mention.role.empty() || mention.kind == MentionKind::kAnonymous) return;
  const text::TokenRange role =
      TokensOfPart(doc_, mention.tokens, mention.role);
  const int32_t head =
      mention.kind == MentionKind::kName ? role.end - 1 : mention.head;
  roles_.Add(e, roles_.HeadAt(head), role);
}

void Resolver::AddRecent(int32_t e) {
  Entity& entity = entities_[e];
  entity.recent = true;
  recent_[entity.plural         ? kSeveral
          : entity.organization ? kOneBody
                                : kOnePerson]
      .push_back(e);
}

bool Resolver::IsSubject(const Mention& mention) const {
  const int32_t next = mention.tokens.end;
  if (next >= TokenCount()) return false;
  const int32_t before = mention.tokens.begin - 1;
  if (before >= 0 && doc_.token(before).Has(text::kPreposition)) return false;
  const Token& t = doc_.token(next);
  return t.Has(text::kVerb | text::kAuxiliary | text::kAdverb) ||
         t.Is(Punct::kComma);
}

Coreference ResolveCoreference(const Document& document,
                               const std::vector<Mention>& mentions,
                               const std::vector<bool>& speaks) {
  return Resolver(document, mentions, speaks).Run();
}

}  // namespace onrecord::quotes
