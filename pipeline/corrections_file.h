#ifndef ONRECORD_PIPELINE_CORRECTIONS_FILE_H_
#define ONRECORD_PIPELINE_CORRECTIONS_FILE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "stance/stance.h"

// A reader's rulings; see proto/corrections.proto for what each field means.
namespace onrecord::pipeline {

struct QuoteRef {
  std::string id;     // "<article id>#<number>"
  std::string words;  // May be empty.
};

// These speakers are one, or no two of them are.
struct SpeakerRuling {
  std::string where;  // "FILE:LINE", for messages.
  std::vector<std::string> speakers;
  std::vector<QuoteRef> quotes;
};

// This quotation is that speaker's. With neither `speaker` nor `name`:
// nobody's.
struct QuoteRuling {
  std::string where;
  QuoteRef quote;
  std::string speaker, name;
};

struct LabelRuling {
  std::string where;
  QuoteRef quote;
  std::string target;
  stance::StanceLabel label = stance::StanceLabel::kNone;
};

struct Corrections {
  std::vector<SpeakerRuling> same, different;
  std::vector<QuoteRuling> says;
  std::vector<LabelRuling> labels;
};

// Reads a corrections file in text format.
//
//   Errors: DataLoss "FILE:LINE: want ..., got ..."; of two rulings on one
//           quotation that differ the message names both places.
absl::StatusOr<Corrections> ReadCorrections(absl::string_view file,
                                            absl::string_view text);

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_CORRECTIONS_FILE_H_
