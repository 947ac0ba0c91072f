#ifndef ONRECORD_STANCE_OPINION_H_
#define ONRECORD_STANCE_OPINION_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "quotes/quote.h"
#include "stance/reading.h"
#include "stance/stance.h"

namespace onrecord::stance {

// Something that a statement shows: a word, two words in a row, a listed word
// after another one, what the rules found.
struct OpinionFeature {
  std::string name;  // "b=stay_here", "as=want-1_obj+1"
  text::Span span;   // Where it stands; empty: nowhere in particular.
  float value = 0;
  // Its words can be shown as a reason: not "of" or "the".
  bool telling = false;
};

// By which a feature is known: equal for equal names.
uint64_t FeatureHash(absl::string_view name);

// What a second opinion on one statement is based on.
struct OpinionInput {
  const Reading* quotation = nullptr;
  const Reading* reporter = nullptr;  // The reporter's words beside it.
  const Stance* rules = nullptr;      // The first opinion.
  quotes::QuoteKind kind = quotes::QuoteKind::kDirect;
  bool fragment = false;
};

// All features, each twice: by itself, and for this target alone
// ("ceasefire|w=fight"). Values of one length for long and short statements.
std::vector<OpinionFeature> OpinionFeatures(const OpinionInput& input);

// How likely each label is.
struct Opinion {
  std::array<double, 4> probability = {};  // By StanceLabel.
  StanceLabel label = StanceLabel::kNone;  // The likeliest.
  // The words that speak most for it, at most three.
  std::vector<Evidence> evidence;
};

// A linear model (multinomial logistic regression) over the features of a
// statement: it speaks where the rules are silent or in doubt. The weights are
// a table that anybody can read (data/opinion_weights.tsv), learned by
// bench/stance:train_opinion from statements written for this project.
//
//   Threads: const after construction, share freely.
//   Owns:    its weights; a model of FromImage() only looks at them.
//   Cost:    a look-up reads a cache line or two of hashes, and the weights of
//            those features only that the model has.
class OpinionModel {
 public:
  // Relative to NONE: FAVOR, AGAINST, MIXED.
  using Weights = std::array<float, 3>;

  // No weights: it never has an opinion.
  OpinionModel() = default;
  OpinionModel(OpinionModel&&) = default;
  OpinionModel& operator=(OpinionModel&&) = default;

  // Reads `feature <TAB> favor <TAB> against <TAB> mixed` lines, the feature
  // `name` or `target|name`. An error reads "file:line: want ..., got ...".
  static absl::StatusOr<OpinionModel> Parse(absl::string_view file_name,
                                            absl::string_view tsv);
  // All weights as bytes for FromImage(), which parses nothing. An image lies
  // at a multiple of eight bytes and outlives the model.
  std::string Image() const { return std::string(image_); }
  static absl::StatusOr<OpinionModel> FromImage(absl::string_view image);

  bool empty() const { return tables_.features.empty(); }

  // What the features of one statement on `target` say.
  Opinion Judge(absl::string_view target,
                const std::vector<OpinionFeature>& features) const;

 private:
  // What a model consists of, as text/table_image.h writes it.
  struct Tables {
    // By the top bits of a hash: where its features begin; and the end of all.
    absl::Span<const uint32_t> buckets;
    absl::Span<const uint64_t> features;  // Hashes, sorted.
    absl::Span<const Weights> weights;    // Of each.

    template <typename Tables, typename Part>
    static void ForEach(Tables& tables, Part part) {
      part(tables.buckets);
      part(tables.features);
      part(tables.weights);
    }
    static constexpr size_t kCount = 3;
  };

  bool View(absl::string_view image);
  // nullptr if there are none.
  const Weights* Find(uint64_t feature) const;

  std::shared_ptr<const std::string> owned_;  // The image; null: not its own.
  absl::string_view image_;
  Tables tables_;  // Views of the image.
  int shift_ = 0;  // 64 minus the bits of a bucket's number.
};

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_OPINION_H_
