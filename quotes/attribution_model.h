#ifndef ONRECORD_QUOTES_ATTRIBUTION_MODEL_H_
#define ONRECORD_QUOTES_ATTRIBUTION_MODEL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "quotes/attribution_candidates.h"

namespace onrecord::quotes {

// Chooses among the candidates that the attribution rules propose.
//
// A log-linear ranker: a candidate's score is the sum of one weight for each
// feature template, a combination of up to three fields. The weights are a
// table that anybody can read (data/attribution_weights.tsv), learned from
// PolNeAR train by bench/attribution; a candidate's probability is the softmax
// over its quotation's candidates.
//
//   Threads: const after construction, share freely.
class AttributionModel {
 public:
  // All weights zero.
  AttributionModel();
  // Reads `template <TAB> values <TAB> weight` lines, e.g.
  // "rule*cue_class	1/1	0.53". An error reads "file:line: want ..., got
  // ...".
  static absl::StatusOr<AttributionModel> Parse(absl::string_view file_name,
                                                absl::string_view tsv);
  // The table in the form that Parse() reads, without weights below `least`.
  std::string ToTsv(float least) const;

  float Score(const Candidate& candidate) const;

  // For training: the positions in weights() of a candidate's features.
  void FeaturesOf(const Candidate& candidate,
                  std::vector<uint32_t>* features) const;
  absl::Span<float> weights() { return absl::MakeSpan(weights_); }

 private:
  std::vector<float> weights_;
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ATTRIBUTION_MODEL_H_
