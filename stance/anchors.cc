#include "stance/anchors.h"

#include <algorithm>

#include "stance/holder.h"

namespace onrecord::stance {
namespace {

// What a clause holds beside its anchors.
struct Surroundings {
  bool object = false;   // Named, or by a people's name.
  bool pronoun = false;  // "they", "them", where the object is the topic.
  bool excluded = false;
};

Surroundings Survey(const Reading& reading, const Clause& clause,
                    const Topic& topic) {
  Surroundings found;
  for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
    if (reading.items[i].Is(SignalKind::kObject)) found.object = true;
    if (reading.items[i].Is(SignalKind::kExclude)) found.excluded = true;
  }
  for (int32_t at = clause.at.begin; at < clause.at.end; ++at) {
    if (topic.nationals && IsNational(reading, at)) {
      found.object = true;
    }
    if (topic.object && (IsObjectPronoun(reading, at) ||
                         reading.token(at).Has(text::kFirstPerson) ||
                         reading.token(at).Has(text::kPronoun))) {
      found.pronoun = true;
    }
  }
  return found;
}

bool IsVerb(const Item& item) {
  return item.Is(SignalKind::kActOn) || item.Is(SignalKind::kActBy);
}

// "leave", "go" need the object near; "withdraw" only nothing else near.
bool Counts(const Item& item, const Clause& clause, const Surroundings& around,
            const Topic& topic) {
  if (around.excluded && !around.object) return false;
  if (topic.excluded && !topic.object && !around.object) return false;
  if (item.Is(SignalKind::kPhrase)) {
    return !item.signal->beside_object || around.object || topic.object;
  }
  if (!item.signal->beside_object) return true;
  if (around.object) return true;
  if (!topic.object) return false;
  if (item.Is(SignalKind::kOutcome)) return true;
  if (around.pronoun) return true;
  // An imperative or an infinitive: "go", "told to leave".
  return item.at.begin <= clause.at.begin + 2 || topic.outcome != 0;
}

// Drops objects that belong to a verb of the clause, or to a noun before them
// ("withdrawal of the force").
void Absorb(const Reading& reading, std::vector<Anchor>* anchors) {
  const bool has_verb = std::any_of(anchors->begin(), anchors->end(),
                                    [](const Anchor& a) { return a.verb; });
  const bool has_outcome =
      std::any_of(anchors->begin(), anchors->end(),
                  [](const Anchor& a) { return !a.object && !a.verb; });
  std::vector<Anchor> kept;
  for (const Anchor& anchor : *anchors) {
    if (anchor.object && (has_verb || has_outcome)) continue;
    if (!kept.empty() && !anchor.verb && !anchor.phrase) {
      // "withdrawal of the presence", "stay of the mission".
      const Anchor& head = kept.back();
      bool of = anchor.at.begin - head.at.end <= 4;
      bool preposition = false;
      for (int32_t at = head.at.end; at < anchor.at.begin; ++at) {
        preposition |= reading.token(at).Has(text::kPreposition);
        of &= reading.token(at).is_word();
      }
      if (of && (preposition || head.verb)) continue;
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
    if (!object && !IsVerb(item) && !item.Is(SignalKind::kOutcome) &&
        !item.Is(SignalKind::kPhrase)) {
      continue;
    }
    if (!object && !Counts(item, clause, around, topic)) continue;
    Anchor anchor;
    anchor.item = i;
    anchor.at = item.at;
    anchor.side = item.signal->sign;
    anchor.object = object;
    anchor.verb = IsVerb(item);
    anchor.by_object = item.Is(SignalKind::kActBy);
    anchor.phrase = item.Is(SignalKind::kPhrase);
    anchors.push_back(anchor);
  }
  Absorb(reading, &anchors);
  return anchors;
}

}  // namespace onrecord::stance
