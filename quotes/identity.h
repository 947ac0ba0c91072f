#ifndef ONRECORD_QUOTES_IDENTITY_H_
#define ONRECORD_QUOTES_IDENTITY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "quotes/mention.h"
#include "quotes/names.h"

namespace onrecord::quotes {

// One speaker of one article, as the article alone knows it.
struct SpeakerInput {
  std::string article_id;  // Distinct for every article of the set.
  int32_t index = 0;       // Of the speaker in its article.
  std::string published;   // "YYYY-MM-DD", empty if unknown.
  std::string name;        // Empty: nobody that has a name.
  MentionKind kind = MentionKind::kName;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  std::vector<std::string> aliases;
  std::vector<std::string> roles;
};

// Why a speaker of an article was given its identity.
enum class IdentityReason {
  kOnlyOne,           // No other article has this name.
  kSameName,          // The same words, transliteration aside.
  kCompatibleName,    // One contains the other, initial, nickname, spelling.
  kSurname,           // A surname that only one known person has.
  kSurnameAndRole,    // Several have the surname, one of them the office.
  kOffice,            // Has no name here, but an office that one person holds.
  kSameOrganization,  // The same body, folded.
  kGovernment,        // "Iraq" where "the Iraqi government" speaks.
  kAmbiguous,         // Several people fit: kept to its article.
  kUnnamed,           // "a senior official": kept to its article.
  kRoster,            // The roster has this name, or this office then.
  kRuling,            // A reader ruled so.
};
// "same name", "surname and role", ...
absl::string_view ToString(IdentityReason reason);

// Whom one input is.
struct SpeakerIdentity {
  int32_t speaker = 0;  // Index into Identities::speakers.
  bool ambiguous = false;
  IdentityReason reason = IdentityReason::kOnlyOne;
};

// An office or description, and the publication dates it was seen between;
// empty dates where no article had one. Of a roster the days, months or years
// ("2022-10") it was held between; empty dates are open.
struct DatedRole {
  std::string title;
  std::string first, last;
};

// Somebody known before any article is read: one entry of a roster.
struct KnownSpeaker {
  std::string id;                         // That of the speaker; each once.
  std::string external_id;                // May be empty.
  std::string name;                       // Canonical.
  MentionKind kind = MentionKind::kName;  // Or kOrganization.
  Gender gender = Gender::kUnknown;
  std::vector<std::string> aliases;
  std::vector<DatedRole> roles;
};

// What is known beside the articles. Wins over what they suggest.
struct IdentityGuide {
  std::vector<KnownSpeaker> roster;
  // Readers' rulings: empty, or a number for each input. Inputs of one number
  // are one speaker, of two numbers never; -1: nothing is ruled. Below
  // roster.size() it is that entry.
  std::vector<int32_t> ruled;
};

// A person, body or unnamed speaker across articles.
struct Speaker {
  // That of the roster; else the folded name that the speaker had where it was
  // seen first, of people a full one if there is any: "mohammed-al-sudani".
  // Where several share it, the one seen first has it and the next ones have
  // "-2", "-3". So later articles rename nobody. Ambiguous and unnamed speakers
  // have the article's id in theirs: "haddar@a09", "@a09~4".
  std::string id;
  std::string external_id;  // Of the roster; else empty.
  // Ids that a part of the articles would give this speaker, and no other one
  // has; sorted.
  std::vector<std::string> former_ids;
  std::string name;  // Canonical: the fullest form that is in common use.
  MentionKind kind = MentionKind::kName;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool ambiguous = false;
  bool ruled = false;                 // A reader ruled who this is.
  std::vector<std::string> aliases;   // All forms seen, sorted; with `name`.
  std::vector<DatedRole> roles;       // By first date, then title.
  std::string first_seen, last_seen;  // Publication dates.
  int32_t articles = 0;
};

struct Identities {
  std::vector<SpeakerIdentity> of_input;  // Parallel to the input.
  std::vector<Speaker> speakers;          // Sorted by id.
};

// Finds out which speakers of different articles are the same.
//
// People are told by their names: the same words, a compatible form where it
// fits one person only, a bare surname where one person of that surname is
// known (or one of them holds the same office). Two speakers that one article
// tells apart, different given names, different sexes and different offices of
// one kind at one time are never joined. Bodies are told by their folded names.
// Unnamed speakers stay in their article, unless one person holds their office.
//
//   Order:   the result depends on the set of inputs only; each input keeps its
//            place in `of_input`.
//   Cost:    near-linear: only names of one family-name sound are compared.
//   Errors:  none.
Identities ResolveIdentities(const std::vector<SpeakerInput>& inputs,
                             const Nicknames& nicknames,
                             const IdentityGuide& guide = {});

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_IDENTITY_H_
