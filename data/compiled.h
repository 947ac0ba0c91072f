#ifndef ONRECORD_DATA_COMPILED_H_
#define ONRECORD_DATA_COMPILED_H_

#include "absl/strings/string_view.h"

namespace onrecord::data {

// What tools/compile_data.cc made of the embedded files when the program was
// built: the same as reading them, without the time for it. The bytes lie in
// the read-only data, aligned to eight: the calls cost nothing and the views
// live for ever.

// The words of all lists, stance tables and targets, for
// text::Lexicon::FromImage().
absl::string_view LexiconImage();

// attribution_weights.tsv, for quotes::AttributionModel::FromImage().
absl::string_view WeightsImage();

// opinion_weights.tsv, for stance::OpinionModel::FromImage().
absl::string_view OpinionImage();

// The words of the stance tables and of all built-in targets, for
// stance::ScorersFromImage().
absl::string_view ScorersImage();

}  // namespace onrecord::data

#endif  // ONRECORD_DATA_COMPILED_H_
