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
//   Owns:    its weights; a model of FromImage() only looks at them.
class AttributionModel {
 public:
  // All weights zero.
  AttributionModel();
  AttributionModel(AttributionModel&&) = default;
  AttributionModel& operator=(AttributionModel&&) = default;
  // Reads `template <TAB> values <TAB> weight` lines, e.g.
  // "rule*cue_class	1/1	0.53". An error reads "file:line: want ..., got
  // ...".
  static absl::StatusOr<AttributionModel> Parse(absl::string_view file_name,
                                                absl::string_view tsv);
  // The table in the form that Parse() reads, without weights below `least`.
  std::string ToTsv(float least) const;
  // All weights as bytes for FromImage(), which parses nothing. An image lies
  // at a multiple of four bytes and outlives the model; one that was made for
  // other templates is a DataLoss error.
  std::string Image() const;
  static absl::StatusOr<AttributionModel> FromImage(absl::string_view image);

  float Score(const Candidate& candidate) const;

  // For training: the positions in weights() of a candidate's features. A model
  // of FromImage() has no weights() to change.
  void FeaturesOf(const Candidate& candidate,
                  std::vector<uint32_t>* features) const;
  absl::Span<float> weights() { return absl::MakeSpan(owned_); }

 private:
  explicit AttributionModel(const float* weights) : weights_(weights) {}

  std::vector<float> owned_;  // Empty where they lie elsewhere.
  const float* weights_;
};

}  // namespace onrecord::quotes

#endif  // ONRECORD_QUOTES_ATTRIBUTION_MODEL_H_
