#include "stance/clause_words.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "stance/holder.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::Token;

constexpr text::WordSet kJoints = {"and", "or", "but"};
// Forms of "be" that are no finite verb.
constexpr text::WordSet kNotFinite = {"be", "been", "being"};

// "must", "is", "has": shows that a statement begins. Plain verbs do not, as
// "leave and go" is one.
bool IsFinite(const Token& token) {
  return token.Has(text::kModal | text::kAuxiliary | text::kBe) &&
         !kNotFinite.Has(token.word);
}

bool HasVerb(const Reading& reading, int32_t begin, int32_t end) {
  for (int32_t at = begin; at < end; ++at) {
    if (reading.token(at).Has(text::kVerb | text::kBe)) return true;
  }
  return false;
}

// "should", "the soldiers should": a statement begins here.
bool OpensStatement(const Reading& reading, int32_t at, int32_t end) {
  constexpr int32_t kSubjectWords = 4;
  for (int32_t last = std::min(end, at + kSubjectWords + 1); at < last; ++at) {
    const Token& token = reading.token(at);
    if (IsFinite(token)) return true;
    if (!token.is_word() ||
        token.Has(text::kVerb | text::kPreposition | text::kConjunction |
                  text::kRelative | text::kSubordinator)) {
      return false;
    }
  }
  return false;
}

}  // namespace

bool IsBaseForm(const Reading& reading, int32_t at) {
  const Token& token = reading.token(at);
  if (token.Has(text::kBase)) return true;
  if (token.Has(text::kVerb)) return false;
  const absl::string_view word = reading.document->Text(reading.tokens[at]);
  return word.size() < 4 || (word.substr(word.size() - 3) != "ing" &&
                             word.substr(word.size() - 2) != "ed");
}

const Item* ItemAt(const Reading& reading, const Clause& clause, int32_t at) {
  for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
    if (reading.items[i].at.begin == at) return &reading.items[i];
  }
  return nullptr;
}

bool VerbAt(const Reading& reading, const Clause& clause, int32_t at) {
  const Item* const item = ItemAt(reading, clause, at);
  return item != nullptr && item->signal->verb;
}

bool GovernsThem(const Reading& reading, const Clause& clause) {
  for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
    const Item& item = reading.items[i];
    const bool governs =
        item.Is(SignalKind::kWant) || item.Is(SignalKind::kChange);
    if (governs && item.at.end < clause.at.end &&
        IsObjectPronoun(reading, item.at.end)) {
      return true;
    }
  }
  return false;
}

bool OpensWithOrder(const Reading& reading, const Clause& clause,
                    int32_t begin) {
  for (int32_t at = begin; at < clause.at.end; ++at) {
    const Token& token = reading.token(at);
    if (token.Has(text::kNegation | text::kAuxiliary | text::kAdverb)) continue;
    return VerbAt(reading, clause, at) && IsBaseForm(reading, at);
  }
  return false;
}

bool HasUnlistedVerb(const Reading& reading, const Clause& clause) {
  int32_t listed = clause.at.begin;
  for (int32_t i = clause.items.begin; i <= clause.items.end; ++i) {
    const int32_t end =
        i < clause.items.end ? reading.items[i].at.begin : clause.at.end;
    for (int32_t at = listed; at < end; ++at) {
      const Token& token = reading.token(at);
      if (token.Has(text::kVerb) &&
          !token.Has(text::kAuxiliary | text::kBe | text::kModal)) {
        return true;
      }
    }
    if (i < clause.items.end) listed = reading.items[i].at.end;
  }
  return false;
}

bool IsBareVerdict(const Reading& reading, const Clause& clause) {
  if (clause.at.end - clause.at.begin > 6) return false;
  for (int32_t at = clause.at.begin; at < clause.at.end; ++at) {
    if (reading.token(at).Has(text::kAuxiliary | text::kBe | text::kPronoun)) {
      return false;
    }
  }
  return clause.items.begin < clause.items.end &&
         reading.items[clause.items.begin].Is(SignalKind::kEval) &&
         reading.items[clause.items.begin].at.begin <= clause.at.begin + 2;
}

bool NamesThing(const Reading& reading, const Clause& clause) {
  for (int32_t at = clause.at.begin; at < clause.at.end; ++at) {
    if (IsThingPronoun(reading, at)) return true;
  }
  return false;
}

bool OpensWithThing(const Reading& reading, const Clause& clause) {
  const int32_t end = std::min(clause.at.end, clause.at.begin + 3);
  for (int32_t at = clause.at.begin; at < end; ++at) {
    if (IsThingPronoun(reading, at)) return true;
  }
  return false;
}

int32_t BehindAddress(const Reading& reading, const Clause& clause) {
  constexpr int32_t kAddressWords = 4;
  bool object = false;
  for (int32_t i = clause.items.begin; i < clause.items.end; ++i) {
    object |= reading.items[i].Is(SignalKind::kObject) &&
              reading.items[i].at.begin < clause.at.begin + kAddressWords;
  }
  if (!object) return clause.at.begin;
  const int32_t end =
      std::min(clause.at.end - 1, clause.at.begin + kAddressWords + 1);
  for (int32_t at = clause.at.begin; at < end; ++at) {
    const Token& token = reading.token(at);
    if (token.Is(text::Punct::kComma) && at > clause.at.begin) {
      const Token& next = reading.token(at + 1);
      const bool orders = next.Has(text::kNegation | text::kAuxiliary) ||
                          (ItemAt(reading, clause, at + 1) != nullptr &&
                           IsBaseForm(reading, at + 1));
      return orders ? at + 1 : clause.at.begin;
    }
    if (!token.is_word() || token.Has(text::kPreposition | text::kPronoun |
                                      text::kConjunction | text::kModal)) {
      return clause.at.begin;
    }
  }
  return clause.at.begin;
}

int32_t LastJoint(const Reading& reading, const Clause& clause, int32_t at) {
  for (int32_t joint = at - 1; joint > clause.at.begin + 1; --joint) {
    if (!kJoints.Has(reading.token(joint).word)) continue;
    const Token& before = reading.token(joint - 1);
    // "must and will"
    if (before.Has(text::kModal | text::kAuxiliary | text::kNegation)) continue;
    if (HasVerb(reading, clause.at.begin, joint) &&
        OpensStatement(reading, joint + 1, at)) {
      return joint;
    }
  }
  return clause.at.begin;
}

bool ChangesSubject(const Reading& reading, const Item& change) {
  constexpr int32_t kReach = 3;
  const int32_t verb = change.at.begin;
  if (reading.token(verb).Has(text::kParticiple)) {
    for (int32_t at = std::max(0, verb - kReach); at < verb; ++at) {
      if (reading.token(at).Has(text::kBe)) return true;
    }
  }
  const int32_t next = change.at.end;
  if (!change.signal->verb || reading.token(verb).Has(text::kGerund)) {
    return false;
  }
  return next >= reading.size() || !reading.token(next).is_word() ||
         reading.token(next).Has(text::kPreposition | text::kAdverb |
                                 text::kTimeWord | text::kTimeShift |
                                 text::kConjunction | text::kSubordinator);
}

bool StandsDirectlyBefore(const Reading& reading, const Item& item,
                          int32_t at) {
  constexpr int32_t kReach = 3;
  if (item.at.end > at || at - item.at.end > kReach) return false;
  for (int32_t between = item.at.end; between < at; ++between) {
    const Token& token = reading.token(between);
    if (!token.is_word() ||
        token.Has(text::kPreposition | text::kConjunction | text::kVerb |
                  text::kNegation | text::kPersonNoun | text::kGroupNoun)) {
      return false;
    }
    if (token.Has(text::kPronoun) &&
        !token.Has(text::kPossessive | text::kDeterminer)) {
      return false;
    }
  }
  return true;
}

}  // namespace onrecord::stance
