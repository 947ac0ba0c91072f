#include "stance/holder.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "text/known_words.h"

namespace onrecord::stance {
namespace {

using text::Token;

constexpr text::WordSet kThey = {"they",    "them",    "these",
                                 "those",   "they're", "their",
                                 "they've", "they'll", "they'd"};
constexpr text::WordSet kIt = {"one",  "it",     "this", "that",
                               "it's", "that's", "such", "which"};
constexpr text::WordSet kHeShe = {"he",    "she",   "his",   "her",
                                  "him",   "he's",  "she's", "he'd",
                                  "she'd", "he'll", "she'll"};
constexpr text::WordSet kThese = {"the", "these", "those"};
constexpr text::WordSet kEveryone = {
    "people",   "everyone", "everybody", "nobody", "nation",
    "country",  "public",   "citizens",  "world",  "mothers",
    "families", "children", "all",       "no-one"};

// Whoever does it, it is not the speaker: "anyone who thinks ...".
constexpr text::WordSet kAnyone = {"whoever", "anyone", "anybody", "someone",
                                   "somebody"};
// A body that its members speak for: "the cabinet declined".
constexpr text::WordSet kInstitutions = {
    "cabinet",    "government",     "parliament", "council",   "ministry",
    "party",      "command",        "movement",   "union",     "state",
    "assembly",   "congress",       "senate",     "coalition", "alliance",
    "leadership", "administration", "committee",  "army",      "house"};
constexpr text::WordId kThose = text::KnownWord("those");

Subject SubjectAt(const Reading& reading, int32_t at) {
  const Token& token = reading.token(at);
  if (!token.is_word()) return Subject::kNone;
  if (token.Has(text::kFirstPerson)) return Subject::kSelf;
  if (kHeShe.Has(token.word)) {
    return reading.third_person ? Subject::kSelf : Subject::kOther;
  }
  if (kAnyone.Has(token.word)) return Subject::kOther;
  if (token.word == kThose && at + 1 < reading.size() &&
      reading.token(at + 1).Has(text::kRelative)) {
    return Subject::kOther;
  }
  if (kThey.Has(token.word)) return Subject::kThey;
  if (kEveryone.Has(token.word)) return Subject::kEveryone;
  if (kInstitutions.Has(token.word)) return Subject::kEveryone;
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
  const Token& token = reading.token(at);
  return kThey.Has(token.word) && !token.Has(text::kPossessive);
}

bool IsThingPronoun(const Reading& reading, int32_t at) {
  return kIt.Has(reading.token(at).word);
}

bool IsNational(const text::Document& document, int32_t at) {
  if (at == 0 || !kThese.Has(document.token(at - 1).word)) return false;
  const Token& token = document.token(at);
  if (!token.HasShape(text::kCapitalized)) return false;
  if (token.Has(text::kDemonym)) return true;
  constexpr absl::string_view kEndings[] = {"ans", "ish", "ese", "nch", "tch",
                                            "nis", "qis", "ais", "tes"};
  const absl::string_view word = document.Text(at);
  const bool national = std::any_of(
      std::begin(kEndings), std::end(kEndings),
      [word](absl::string_view end) { return absl::EndsWith(word, end); });
  // "the Kenyan police": an adjective.
  const auto next = static_cast<size_t>(at) + 1;
  return national && (next >= document.tokens().size() ||
                      !document.tokens()[next].HasShape(text::kCapitalized));
}

}  // namespace onrecord::stance
