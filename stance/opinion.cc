#include "stance/opinion.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace onrecord::stance {
namespace {

constexpr size_t kEvidences = 3;

// FNV-1a.
uint64_t AddToHash(uint64_t hash, absl::string_view text) {
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
  return hash;
}

// Of "target|name"; of "name" alone for an empty target.
uint64_t FeatureHash(absl::string_view target, absl::string_view name) {
  uint64_t hash = AddToHash(0xcbf29ce484222325u, target);
  if (!target.empty()) hash = AddToHash(hash, "|");
  return AddToHash(hash, name);
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
    if (evidence.size() == kEvidences || part.weight <= 0) break;
    if (!part.feature->telling) continue;
    const text::Span span = part.feature->span;
    const bool seen =
        std::any_of(evidence.begin(), evidence.end(),
                    [&](const Evidence& e) { return e.span.Overlaps(span); });
    if (span.empty() || seen) continue;
    evidence.push_back({span, absl::StrCat("opinion:", part.feature->name),
                        side * part.weight});
  }
  return evidence;
}

}  // namespace

absl::StatusOr<OpinionModel> OpinionModel::Parse(absl::string_view file_name,
                                                 absl::string_view tsv) {
  OpinionModel model;
  size_t line_number = 0;
  for (absl::string_view line : absl::StrSplit(tsv, '\n')) {
    ++line_number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (columns.size() != 4) {
      return Wrong(file_name, line_number, "4 columns",
                   absl::StrCat(columns.size()));
    }
    Row row{FeatureHash("", columns[0]), {}, 0};
    for (size_t i = 0; i < row.weights.size(); ++i) {
      if (!absl::SimpleAtof(columns[i + 1], &row.weights[i]) ||
          !std::isfinite(row.weights[i])) {
        return Wrong(file_name, line_number, "a number", columns[i + 1]);
      }
    }
    model.owned_.push_back(row);
  }
  std::sort(model.owned_.begin(), model.owned_.end(),
            [](const Row& a, const Row& b) { return a.feature < b.feature; });
  model.rows_ = model.owned_.data();
  model.count_ = model.owned_.size();
  return model;
}

std::string OpinionModel::Image() const {
  return std::string(reinterpret_cast<const char*>(rows_),
                     count_ * sizeof(Row));
}

absl::StatusOr<OpinionModel> OpinionModel::FromImage(absl::string_view image) {
  if (image.size() % sizeof(Row) != 0 ||
      reinterpret_cast<uintptr_t>(image.data()) % alignof(Row) != 0) {
    return absl::DataLossError("want the image of an opinion model");
  }
  OpinionModel model;
  model.rows_ = reinterpret_cast<const Row*>(image.data());
  model.count_ = image.size() / sizeof(Row);
  return model;
}

const OpinionModel::Row* OpinionModel::Find(absl::string_view target,
                                            absl::string_view name) const {
  const uint64_t hash = FeatureHash(target, name);
  const Row* end = rows_ + count_;
  const Row* at = std::lower_bound(
      rows_, end, hash,
      [](const Row& row, uint64_t value) { return row.feature < value; });
  return at != end && at->feature == hash ? at : nullptr;
}

Opinion OpinionModel::Judge(absl::string_view target,
                            const std::vector<OpinionFeature>& features) const {
  std::vector<std::array<double, 4>> added(features.size());
  std::array<double, 4> sums = {};
  const auto add = [&](const Row* row, size_t i) {
    if (row == nullptr) return;
    for (size_t k = 0; k < row->weights.size(); ++k) {
      const double part = row->weights[k] * features[i].value;
      added[i][k + 1] += part;
      sums[k + 1] += part;
    }
  };
  for (size_t i = 0; i < features.size(); ++i) {
    add(Find("", features[i].name), i);
    add(Find(target, features[i].name), i);
  }
  for (const OpinionModel::Row* bias :
       {Find("", "bias"), Find(target, "bias")}) {
    for (size_t k = 0; bias != nullptr && k < bias->weights.size(); ++k) {
      sums[k + 1] += bias->weights[k];
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
    double others = 0;
    for (size_t k = 0; k < sums.size(); ++k) {
      if (k != best) others += added[i][k] / 3;
    }
    parts.push_back({&features[i], added[i][best] - others});
  }
  opinion.evidence = EvidenceOf(std::move(parts), opinion.label);
  return opinion;
}

}  // namespace onrecord::stance
