#ifndef ONRECORD_TEXT_INFLECTION_H_
#define ONRECORD_TEXT_INFLECTION_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace onrecord::text {

// All forms of one verb beside its base; several where spelling or usage
// allows several ("labeled", "labelled"). An empty list is "regular".
struct VerbForms {
  std::vector<std::string> third;
  std::vector<std::string> past;
  std::vector<std::string> participle;
  std::vector<std::string> gerund;
};

// The forms of a regular English verb in lower case: "deny" -> denies, denied,
// denying; "admit" -> admitted; "label" -> labeled and labelled.
VerbForms InflectRegularVerb(absl::string_view base);

// The plural of a regular English noun in lower case: "ally" -> allies,
// "crisis" -> crises, "spokesman" -> spokesmen.
std::string RegularPlural(absl::string_view singular);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_INFLECTION_H_
