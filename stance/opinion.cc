#include "stance/opinion.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "text/byte_hash.h"
#include "text/table_image.h"
#include "text/word_fold.h"

namespace onrecord::stance {
namespace {

constexpr size_t kEvidences = 3;

// Of a feature that counts for one target.
uint64_t HashFor(uint64_t target, uint64_t feature) {
  return text::MixChunk(target, feature);
}

// Of "target|name" or "name".
uint64_t HashOfColumn(absl::string_view column) {
  const size_t bar = column.find('|');
  if (bar == column.npos) return FeatureHash(column);
  return HashFor(FeatureHash(column.substr(0, bar)),
                 FeatureHash(column.substr(bar + 1)));
}

absl::Status Wrong(absl::string_view file, size_t line, absl::string_view want,
                   absl::string_view got) {
  return absl::InvalidArgumentError(
      absl::StrCat(file, ":", line, ": want ", want, ", got ", got));
}

// A feature and how much it adds to the likeliest label.
struct Part {
  const OpinionFeature* feature;
  double weight;
};

std::vector<Evidence> EvidenceOf(std::vector<Part> parts, StanceLabel label) {
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return a.weight != b.weight ? a.weight > b.weight
                                : a.feature->name < b.feature->name;
  });
  const double side = label == StanceLabel::kFavor     ? 1
                      : label == StanceLabel::kAgainst ? -1
                                                       : 0;
  std::vector<Evidence> evidence;
  for (const Part& part : parts) {
    if (evidence.size() == kEvidences) break;
    const text::Span span = part.feature->span;
    const bool seen =
        std::any_of(evidence.begin(), evidence.end(),
                    [&](const Evidence& e) { return e.span.Overlaps(span); });
    if (seen) continue;
    evidence.push_back({span, absl::StrCat("opinion:", part.feature->name),
                        side * part.weight});
  }
  return evidence;
}

struct Row {
  uint64_t feature;
  OpinionModel::Weights weights;
};

// Where the features of each bucket begin in the sorted rows, two of them in
// one as a rule.
std::vector<uint32_t> BucketsOf(const std::vector<Row>& sorted) {
  int bits = 1;
  while (size_t{2} << bits < sorted.size()) ++bits;
  std::vector<uint32_t> buckets((size_t{1} << bits) + 1);
  for (const Row& row : sorted) ++buckets[(row.feature >> (64 - bits)) + 1];
  std::partial_sum(buckets.begin(), buckets.end(), buckets.begin());
  return buckets;
}

}  // namespace

uint64_t FeatureHash(absl::string_view name) { return text::HashBytes(name); }

absl::StatusOr<OpinionModel> OpinionModel::Parse(absl::string_view file_name,
                                                 absl::string_view tsv) {
  std::vector<Row> rows;
  size_t line_number = 0;
  for (absl::string_view line : absl::StrSplit(tsv, '\n')) {
    ++line_number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (columns.size() != 4) {
      return Wrong(file_name, line_number, "4 columns",
                   absl::StrCat(columns.size()));
    }
    Row row{HashOfColumn(columns[0]), {}};
    for (size_t i = 0; i < row.weights.size(); ++i) {
      if (!absl::SimpleAtof(columns[i + 1], &row.weights[i]) ||
          !std::isfinite(row.weights[i])) {
        return Wrong(file_name, line_number, "a number", columns[i + 1]);
      }
    }
    rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.feature < b.feature; });
  const std::vector<uint32_t> buckets = BucketsOf(rows);
  std::vector<uint64_t> features;
  std::vector<Weights> weights;
  for (const Row& row : rows) {
    features.push_back(row.feature);
    weights.push_back(row.weights);
  }
  const Tables tables{buckets, features, weights};
  OpinionModel model;
  model.owned_ = std::make_shared<const std::string>(text::WriteTables(tables));
  model.View(*model.owned_);
  return model;
}

bool OpinionModel::View(absl::string_view image) {
  if (!text::ReadTables(image, &tables_) || tables_.buckets.size() < 3 ||
      tables_.buckets.back() != tables_.features.size() ||
      tables_.weights.size() != tables_.features.size()) {
    return false;
  }
  image_ = image;
  shift_ = 64;
  for (size_t n = tables_.buckets.size() - 1; n > 1; n /= 2) --shift_;
  return true;
}

absl::StatusOr<OpinionModel> OpinionModel::FromImage(absl::string_view image) {
  OpinionModel model;
  if (!model.View(image)) {
    return absl::DataLossError("want the image of an opinion model");
  }
  return model;
}

const OpinionModel::Weights* OpinionModel::Find(uint64_t feature) const {
  if (empty()) return nullptr;
  const size_t bucket = feature >> shift_;
  const uint32_t end = tables_.buckets[bucket + 1];
  for (uint32_t i = tables_.buckets[bucket]; i < end; ++i) {
    if (tables_.features[i] == feature) return &tables_.weights[i];
  }
  return nullptr;
}

Opinion OpinionModel::Judge(absl::string_view target,
                            const std::vector<OpinionFeature>& features) const {
  const uint64_t of_target = FeatureHash(target);
  std::vector<std::array<double, 4>> added(features.size());
  std::array<double, 4> sums = {};
  const auto add = [&](const Weights* weights, size_t i) {
    if (weights == nullptr) return;
    for (size_t k = 0; k < weights->size(); ++k) {
      const double part = (*weights)[k] * features[i].value;
      added[i][k + 1] += part;
      sums[k + 1] += part;
    }
  };
  for (size_t i = 0; i < features.size(); ++i) {
    const uint64_t feature = FeatureHash(features[i].name);
    add(Find(feature), i);
    add(Find(HashFor(of_target, feature)), i);
  }
  const uint64_t bias = FeatureHash("bias");
  for (const Weights* weights : {Find(bias), Find(HashFor(of_target, bias))}) {
    for (size_t k = 0; weights != nullptr && k < weights->size(); ++k) {
      sums[k + 1] += (*weights)[k];
    }
  }
  Opinion opinion;
  const double top = *std::max_element(sums.begin(), sums.end());
  double total = 0;
  for (size_t k = 0; k < sums.size(); ++k) {
    total += opinion.probability[k] = std::exp(sums[k] - top);
  }
  for (double& p : opinion.probability) p /= total;
  const size_t best = static_cast<size_t>(
      std::max_element(sums.begin(), sums.end()) - sums.begin());
  opinion.label = static_cast<StanceLabel>(best);
  std::vector<Part> parts;
  for (size_t i = 0; i < features.size(); ++i) {
    if (!features[i].telling || features[i].span.empty()) continue;
    double others = 0;
    for (size_t k = 0; k < sums.size(); ++k) {
      if (k != best) others += added[i][k] / 3;
    }
    const double weight = added[i][best] - others;
    if (weight > 0) parts.push_back({&features[i], weight});
  }
  opinion.evidence = EvidenceOf(std::move(parts), opinion.label);
  return opinion;
}

}  // namespace onrecord::stance
