#include "stance/holder.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace onrecord::stance {
namespace {

using text::Token;

template <size_t N>
bool IsOneOf(absl::string_view form, const absl::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), form) != std::end(list);
}

constexpr absl::string_view kThey[] = {"they",    "them",    "these",
                                       "those",   "they're", "their",
                                       "they've", "they'll", "they'd"};
constexpr absl::string_view kIt[] = {"one",  "it",     "this", "that",
                                     "it's", "that's", "such", "which"};
constexpr absl::string_view kHeShe[] = {"he",    "she",   "his",   "her",
                                        "him",   "he's",  "she's", "he'd",
                                        "she'd", "he'll", "she'll"};
constexpr absl::string_view kEveryone[] = {
    "people",   "everyone", "everybody", "nobody", "nation",
    "country",  "public",   "citizens",  "world",  "mothers",
    "families", "children", "all",       "no-one"};

// Whoever does it, it is not the speaker: "anyone who thinks ...".
constexpr absl::string_view kAnyone[] = {"whoever", "anyone", "anybody",
                                         "someone", "somebody"};
// A body that its members speak for: "the cabinet declined".
constexpr absl::string_view kInstitutions[] = {
    "cabinet",    "government",     "parliament", "council",   "ministry",
    "party",      "command",        "movement",   "union",     "state",
    "assembly",   "congress",       "senate",     "coalition", "alliance",
    "leadership", "administration", "committee",  "army",      "side",
    "house"};

Subject SubjectAt(const Reading& reading, int32_t at) {
  const Token& token = reading.token(at);
  if (!token.is_word()) return Subject::kNone;
  const absl::string_view form = reading.document->Form(reading.tokens[at]);
  if (token.Has(text::kFirstPerson)) return Subject::kSelf;
  if (IsOneOf(form, kHeShe)) {
    return reading.third_person ? Subject::kSelf : Subject::kOther;
  }
  if (IsOneOf(form, kAnyone)) return Subject::kOther;
  if (form == "those" && at + 1 < reading.size() &&
      reading.token(at + 1).Has(text::kRelative)) {
    return Subject::kOther;
  }
  if (IsOneOf(form, kThey)) return Subject::kThey;
  if (IsOneOf(form, kEveryone)) return Subject::kEveryone;
  if (IsOneOf(form, kInstitutions)) return Subject::kEveryone;
  if (token.Has(text::kPersonNoun | text::kGroupNoun | text::kOrgNoun |
                text::kOrgName | text::kGivenName | text::kTitle)) {
    return Subject::kOther;
  }
  if (token.Has(text::kPlace | text::kDemonym)) return Subject::kEveryone;
  if (token.word == 0 && token.HasShape(text::kCapitalized) &&
      !token.HasShape(text::kSentenceFirst)) {
    return Subject::kOther;
  }
  return Subject::kNone;
}

}  // namespace

Subject SubjectIn(const Reading& reading, PositionRange range, Subject before) {
  Subject found = Subject::kNone;
  for (int32_t at = range.begin; at < range.end; ++at) {
    const Subject here = SubjectAt(reading, at);
    if (here == Subject::kNone) continue;
    // "our generals", "his party": what belongs to the speaker.
    if (found == Subject::kSelf && here != Subject::kThey) continue;
    found = here;
  }
  return found == Subject::kNone ? before : found;
}

bool IsObjectPronoun(const Reading& reading, int32_t at) {
  if (reading.token(at).Has(text::kPossessive)) return false;
  return IsOneOf(reading.document->Form(reading.tokens[at]), kThey);
}

bool IsThingPronoun(const Reading& reading, int32_t at) {
  return IsOneOf(reading.document->Form(reading.tokens[at]), kIt);
}

bool IsNational(const Reading& reading, int32_t at) {
  if (at == 0) return false;
  const Token& token = reading.token(at);
  if (!token.HasShape(text::kCapitalized)) return false;
  const absl::string_view before =
      reading.document->Form(reading.tokens[at - 1]);
  if (before != "the" && before != "these" && before != "those") return false;
  if (token.Has(text::kDemonym)) return true;
  constexpr absl::string_view kEndings[] = {"ans", "ish", "ese", "nch", "tch",
                                            "nis", "qis", "ais", "tes"};
  const absl::string_view word = reading.document->Text(reading.tokens[at]);
  const bool national = std::any_of(
      std::begin(kEndings), std::end(kEndings),
      [word](absl::string_view end) { return absl::EndsWith(word, end); });
  // "the Kenyan police": an adjective.
  return national && (at + 1 >= reading.size() ||
                      !reading.token(at + 1).HasShape(text::kCapitalized));
}

}  // namespace onrecord::stance
