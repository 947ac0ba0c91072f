#ifndef ONRECORD_STANCE_SCORER_IMAGE_H_
#define ONRECORD_STANCE_SCORER_IMAGE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "stance/opinion.h"
#include "stance/scorer.h"
#include "stance/target.h"
#include "text/lexicon.h"

namespace onrecord::stance {

// The words of scorers, compiled: those that all questions share, and those of
// each target. A program that holds the image of its targets and lexicon in its
// read-only data needs no time to make scorers.

// The image for scorers of these targets and documents of this lexicon, which
// must list the words of RegisterWords(). Equal input makes equal bytes.
std::string ScorerImage(absl::Span<const Target> targets,
                        const text::Lexicon& lexicon);

// What MakeScorers() makes of targets that the image was made with, some or
// all of them. The image lies at a multiple of eight bytes and outlives the
// scorers, as do `opinions`.
//
//   Errors: DataLoss for an image that is cut, misplaced or without the words
//           of a target.
absl::StatusOr<std::vector<StanceScorer>> ScorersFromImage(
    absl::string_view image, absl::Span<const Target> targets,
    const OpinionModel* opinions);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SCORER_IMAGE_H_
