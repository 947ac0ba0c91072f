#include "stance/anchors.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "stance/holder.h"

namespace onrecord::stance {
namespace {

constexpr text::WordId kTo = text::KnownWord("to");

// Nouns that stand for the thing that they are of: "the ceasefire plan".
constexpr text::WordSet kCarriers = {
    "accord", "agreement", "arrangement", "bill",  "call",
    "deal",   "motion",    "offer",       "pact",  "plan",
    "plea",   "proposal",  "resolution",  "talks", "treaty"};

// Farthest that a verb's object stands behind it, in positions.
constexpr int32_t kObjectReach = 6;

// Where a clause names the object, or something else.
struct Surroundings {
  std::vector<int32_t> objects;        // Positions: named, or a people's name.
  std::vector<int32_t> objects_meant;  // "them".
  std::vector<int32_t> pronouns;       // "they", "we": may be its subject.
  std::vector<int32_t> they;           // In a text that is about the object.
  bool excluded = false;

  bool object() const { return !objects.empty(); }
};

Surroundings Survey(const Reading& reading, const Clause& clause,
                    const Topic& topic) {
  Surroundings found;
  for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
    const Item& item = reading.items[i];
    if (item.Is(SignalKind::kObject)) found.objects.push_back(item.at.end - 1);
    if (item.Is(SignalKind::kExclude)) found.excluded = true;
  }
  for (int32_t at = clause.at.begin; at < clause.at.end; ++at) {
    if (topic.nationals && IsNational(*reading.document, reading.tokens[at])) {
      found.objects.push_back(at);
    }
    const bool they = IsObjectPronoun(reading, at);
    if (they && topic.article && !topic.excluded) found.they.push_back(at);
    if (!topic.object) continue;
    if (they) found.objects_meant.push_back(at);
    if (they || (IsThingPronoun(reading, at) && at <= clause.at.begin + 1) ||
        reading.token(at).Has(text::kFirstPerson | text::kSecondPerson |
                              text::kMale)) {
      found.pronouns.push_back(at);
    }
  }
  return found;
}

bool IsVerb(const Item& item) {
  return item.Is(SignalKind::kActOn) || item.Is(SignalKind::kActBy);
}

// "the soldiers stationed there": a participle right behind the object tells
// which, and "the station" is a noun: nobody does it here.
bool IsNoAct(const Reading& reading, const Item& item,
             const std::vector<int32_t>& objects) {
  const int32_t at = item.at.begin;
  if (at == 0 || item.at.end - at > 1 || !item.Is(SignalKind::kActOn)) {
    return false;
  }
  const text::Token& before = reading.token(at - 1);
  const text::Token& verb = reading.token(at);
  if (verb.Has(text::kParticiple)) {
    return std::find(objects.begin(), objects.end(), at - 1) != objects.end();
  }
  if (before.Has(text::kDeterminer | text::kPossessive)) return true;
  // "an important station"
  return at > 1 && before.is_word() &&
         !before.Has(text::kVerb | text::kAuxiliary | text::kModal |
                     text::kPreposition | text::kPronoun | text::kAdverb |
                     text::kConjunction | text::kNegation) &&
         !before.HasShape(text::kCapitalized) &&
         reading.token(at - 2).Has(text::kDeterminer);
}

// "the ceasefire line", "troop numbers": the noun only tells which line. "The
// ceasefire plan" is the ceasefire.
bool IsModifier(const Reading& reading, const Item& item) {
  const bool noun =
      item.Is(SignalKind::kObject) || item.Is(SignalKind::kOutcome);
  const int32_t next = item.at.end;
  if (!noun || item.at.end - item.at.begin > 1 || next >= reading.size()) {
    return false;
  }
  const text::Token& own = reading.token(item.at.begin);
  const text::Token& word = reading.token(next);
  if (!word.is_word() || word.HasShape(text::kCapitalized | text::kHasDigit |
                                       text::kClitic | text::kHasHyphen)) {
    return false;
  }
  if (kCarriers.Has(word.word) || own.Has(text::kPlural | text::kVerb)) {
    return false;
  }
  if (word.Has(text::kPersonNoun | text::kGroupNoun | text::kOrgNoun |
               text::kMedium)) {
    return true;
  }
  if (word.word == 0) {
    const absl::string_view text = reading.document->Text(reading.tokens[next]);
    return !absl::EndsWith(text, "ly") && !absl::EndsWith(text, "ed") &&
           !absl::EndsWith(text, "ing");
  }
  return false;
}

bool AnyIn(const std::vector<int32_t>& positions, int32_t begin, int32_t end) {
  return std::any_of(positions.begin(), positions.end(),
                     [=](int32_t at) { return begin <= at && at < end; });
}

// "be taken", "were all sent": a form of "be" stands shortly before.
bool IsPassive(const Reading& reading, const Clause& clause, int32_t verb) {
  for (int32_t at = std::max(clause.at.begin, verb - 3); at < verb; ++at) {
    if (reading.token(at).Has(text::kBe)) return true;
  }
  return false;
}

// "out", "home", "off": no verb by itself.
bool IsParticle(const Reading& reading, const Item& item) {
  return item.at.end - item.at.begin == 1 &&
         reading.token(item.at.begin).Has(text::kPreposition | text::kAdverb) &&
         !reading.token(item.at.begin).Has(text::kVerb);
}

// "the troops out", "they are home"; not "they carry it off".
bool PartnerOfParticle(const Reading& reading, const Clause& clause,
                       int32_t particle,
                       const std::vector<int32_t>& positions) {
  for (int32_t at = particle - 1; at >= clause.at.begin; --at) {
    if (AnyIn(positions, at, at + 1)) return true;
    if (!reading.token(at).Has(text::kBe | text::kAuxiliary | text::kAdverb |
                               text::kNegation)) {
      return false;
    }
  }
  return false;
}

// True if what the verb needs beside it is there: its object within reach
// behind it or before it, its subject before it.
bool HasPartner(const Reading& reading, const Item& item, const Clause& clause,
                const std::vector<int32_t>& positions) {
  if (item.Is(SignalKind::kOutcome) || item.Is(SignalKind::kPhrase)) {
    return !positions.empty();
  }
  const int32_t begin = item.at.begin;
  if (item.Is(SignalKind::kActOn)) {
    if (AnyIn(positions, begin + 1, item.at.end + kObjectReach)) return true;
    return IsPassive(reading, clause, begin) &&
           AnyIn(positions, clause.at.begin, begin);
  }
  if (IsParticle(reading, item))
    return PartnerOfParticle(reading, clause, begin, positions);
  return AnyIn(positions, clause.at.begin, begin);
}

// Nothing but an adverb or a time stands behind the verb: "they must leave",
// "we go now"; not "they leave it to us".
bool Closes(const Reading& reading, const Item& item, const Clause& clause) {
  const int32_t next = item.at.end;
  if (next >= clause.at.end || !reading.token(next).is_word()) return true;
  return reading.token(next).Has(text::kAdverb | text::kPreposition |
                                 text::kTimeWord | text::kConjunction);
}

// "leave no stone", "leave it to us": done to something else.
bool TakesOther(const Reading& reading, const Item& item,
                const Clause& clause) {
  const int32_t next = item.at.end;
  return item.Is(SignalKind::kActBy) && next < clause.at.end &&
         (reading.token(next).Has(text::kNegation) ||
          IsThingPronoun(reading, next));
}

// "leave", "go" need the object near; "withdraw" only nothing else near.
bool Counts(const Reading& reading, const Item& item, const Clause& clause,
            const Surroundings& around, const Topic& topic) {
  if (around.excluded && (!around.object() || topic.object_side > 0)) {
    return false;
  }
  if (topic.excluded && !topic.object && !around.object()) return false;
  if (item.Is(SignalKind::kPhrase)) {
    return !item.signal->beside_object || around.object() || topic.object;
  }
  if (!item.signal->beside_object) return true;
  if (HasPartner(reading, item, clause, around.objects)) return true;
  if (item.Is(SignalKind::kOutcome) && (topic.object || topic.article)) {
    return true;
  }
  const std::vector<int32_t>& pronouns =
      item.Is(SignalKind::kActOn) ? around.objects_meant : around.pronouns;
  if (topic.object && HasPartner(reading, item, clause, pronouns)) {
    return true;
  }
  if (!topic.object && !topic.article) return false;
  if (item.Is(SignalKind::kActBy) && Closes(reading, item, clause) &&
      HasPartner(reading, item, clause, around.they)) {
    return true;
  }
  if (TakesOther(reading, item, clause)) return false;
  // An imperative or an infinitive: "go", "told to leave".
  return item.at.begin <= clause.at.begin + 1 ||
         reading.token(item.at.begin - 1).Has(text::kNegation) ||
         reading.token(item.at.begin - 1).word == kTo;
}

// True if nothing but a preposition and the like lies between two nouns:
// "withdrawal of the force".
bool IsPartOf(const Reading& reading, const Anchor& head, const Anchor& part) {
  if (part.at.begin - head.at.end > 4) return false;
  bool preposition = false;
  for (int32_t at = head.at.end; at < part.at.begin; ++at) {
    if (!reading.token(at).is_word()) return false;
    preposition |= reading.token(at).Has(text::kPreposition);
  }
  return preposition || head.verb;
}

// Drops what belongs to another anchor: objects to a verb of the clause, and
// to a noun if the object is no outcome by itself; nouns to the noun before.
void Absorb(const Reading& reading, std::vector<Anchor>* anchors) {
  bool has_verb = false, has_noun = false;
  for (const Anchor& anchor : *anchors) {
    has_verb |= anchor.verb;
    has_noun |= !anchor.verb && !anchor.named && !anchor.phrase;
  }
  std::vector<Anchor> kept;
  for (const Anchor& anchor : *anchors) {
    if (anchor.named && has_verb) continue;
    if (anchor.object && has_noun) continue;
    if (!kept.empty() && !anchor.verb && !anchor.phrase &&
        IsPartOf(reading, kept.back(), anchor)) {
      continue;
    }
    kept.push_back(anchor);
  }
  *anchors = std::move(kept);
}

}  // namespace

std::vector<Anchor> FindAnchors(const Reading& reading, const Clause& clause,
                                const Topic& topic) {
  const Surroundings around = Survey(reading, clause, topic);
  std::vector<Anchor> anchors;
  for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
    const Item& item = reading.items[i];
    const bool object = item.Is(SignalKind::kObject);
    if (object && topic.object_side > 0 && around.excluded) continue;
    if (!object && !IsVerb(item) && !item.Is(SignalKind::kOutcome) &&
        !item.Is(SignalKind::kPhrase)) {
      continue;
    }
    if (!object && !Counts(reading, item, clause, around, topic)) continue;
    if (IsNoAct(reading, item, around.objects)) continue;
    if (IsModifier(reading, item)) continue;
    Anchor anchor;
    anchor.item = i;
    anchor.at = item.at;
    anchor.side = item.signal->sign;
    anchor.named = object;
    anchor.object = object && topic.object_side < 0;
    anchor.verb = IsVerb(item);
    anchor.by_object = item.Is(SignalKind::kActBy);
    anchor.phrase = item.Is(SignalKind::kPhrase);
    anchors.push_back(anchor);
  }
  Absorb(reading, &anchors);
  return anchors;
}

}  // namespace onrecord::stance
