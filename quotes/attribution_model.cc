#include "quotes/attribution_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"

namespace onrecord::quotes {
namespace {

// A feature template: the fields whose values together select one weight.
struct Template {
  int fields;
  std::array<Field, 3> field;
};

using F = Field;
constexpr Template kTemplates[] = {
    {1, {F::kRule}},
    {2, {F::kRule, F::kCueClass}},
    {2, {F::kRule, F::kCueForm}},
    {2, {F::kRule, F::kSay}},
    {2, {F::kRule, F::kKind}},
    {2, {F::kRule, F::kMentionCueGap}},
    {2, {F::kRule, F::kMentionCueWhat}},
    {2, {F::kRule, F::kBeforeMention}},
    {2, {F::kRule, F::kAfterMention}},
    {2, {F::kRule, F::kCueQuoteGap}},
    {2, {F::kRule, F::kCueQuoteWhat}},
    {2, {F::kRule, F::kCuesBetween}},
    {2, {F::kRule, F::kStretchesBetween}},
    {2, {F::kRule, F::kMentionOrder}},
    {2, {F::kRule, F::kSubject}},
    {2, {F::kRule, F::kNested}},
    {2, {F::kRule, F::kSpoke}},
    {2, {F::kRule, F::kQuoteEnd}},
    {2, {F::kRule, F::kQuoteStart}},
    {2, {F::kRule, F::kQuoteLength}},
    {2, {F::kRule, F::kQuoteTitle}},
    {2, {F::kRule, F::kQuoteWords}},
    {2, {F::kRule, F::kQuoteMarks}},
    {2, {F::kRule, F::kNamed}},
    {3, {F::kRule, F::kQuoteWords, F::kQuoteLength}},
    {3, {F::kRule, F::kQuoteWords, F::kQuoteTitle}},
    {3, {F::kRule, F::kNamed, F::kQuoteTitle}},
    {3, {F::kRule, F::kNamed, F::kCueClass}},
    {2, {F::kRule, F::kBeforeQuote}},
    {2, {F::kRule, F::kAfterQuote}},
    {3, {F::kRule, F::kCueClass, F::kCueForm}},
    {3, {F::kRule, F::kCueClass, F::kCueQuoteGap}},
    {3, {F::kRule, F::kCueClass, F::kCueQuoteWhat}},
    {3, {F::kRule, F::kCueClass, F::kQuoteEnd}},
    {3, {F::kRule, F::kCueClass, F::kBeforeQuote}},
    {3, {F::kRule, F::kCueClass, F::kMentionSide}},
    {3, {F::kRule, F::kMentionSide, F::kMentionCueGap}},
    {3, {F::kRule, F::kMentionSide, F::kMentionOrder}},
    {3, {F::kRule, F::kMentionSide, F::kMentionCueWhat}},
    {3, {F::kRule, F::kMentionCueWhat, F::kMentionCueGap}},
    {3, {F::kRule, F::kBeforeMention, F::kMentionCueWhat}},
    {3, {F::kRule, F::kAfterMention, F::kMentionCueGap}},
    {3, {F::kRule, F::kKind, F::kMentionCueGap}},
    {3, {F::kRule, F::kQuoteEnd, F::kAfterQuote}},
    {3, {F::kRule, F::kQuoteEnd, F::kQuoteStart}},
    {3, {F::kRule, F::kQuoteLength, F::kBeforeQuote}},
    {3, {F::kRule, F::kQuoteLength, F::kQuoteTitle}},
    {3, {F::kRule, F::kCueForm, F::kMentionCueWhat}},
    {3, {F::kKind, F::kBeforeMention, F::kAfterMention}},
    {3, {F::kCueClass, F::kCueForm, F::kMentionCueWhat}},
    {2, {F::kSubject, F::kCueForm}},
    {2, {F::kKind, F::kCueClass}},
};
constexpr int kTemplateCount = sizeof(kTemplates) / sizeof(kTemplates[0]);

constexpr uint32_t ValuesOf(Field field) {
  return kFieldValues[static_cast<int>(field)];
}

constexpr uint32_t SizeOf(const Template& t) {
  uint32_t size = 1;
  for (int k = 0; k < t.fields; ++k) size *= ValuesOf(t.field[k]);
  return size;
}

constexpr bool AsksRule(const Template& t) { return t.field[0] == F::kRule; }

// Where each template's weights lie. All that ask one rule stand together, one
// such block for each rule, with those of the other templates behind: to score
// a candidate is to read its rule's block by its other fields, which are small
// numbers.
struct Layout {
  std::array<uint32_t, kTemplateCount> offset;  // In its block, or in all.
  uint32_t block = 0;                           // Weights of one rule.
  uint32_t count = 0;                           // All weights.
};

constexpr Layout MakeLayout() {
  Layout layout{};
  for (int t = 0; t < kTemplateCount; ++t) {
    if (!AsksRule(kTemplates[t])) continue;
    layout.offset[t] = layout.block;
    layout.block += SizeOf(kTemplates[t]) / ValuesOf(F::kRule);
  }
  layout.count = layout.block * ValuesOf(F::kRule);
  for (int t = 0; t < kTemplateCount; ++t) {
    if (AsksRule(kTemplates[t])) continue;
    layout.offset[t] = layout.count;
    layout.count += SizeOf(kTemplates[t]);
  }
  return layout;
}

constexpr Layout kLayout = MakeLayout();

// Position of the weight for a template's fields, read as one number with the
// rule in front.
uint32_t PositionOf(int t, uint32_t values) {
  if (!AsksRule(kTemplates[t])) return kLayout.offset[t] + values;
  const uint32_t rest = SizeOf(kTemplates[t]) / ValuesOf(F::kRule);
  return values / rest * kLayout.block + kLayout.offset[t] + values % rest;
}

// Where a candidate's weights are: those of its rule and all.
struct Weights {
  const float* of_rule;
  const float* all;
};

inline size_t BlockOf(const Candidate& candidate) {
  return candidate[F::kRule] * kLayout.block;
}

// A candidate's fields but the rule, read as one number by template T. The
// fields and their sizes are constants here, so that scoring is straight-line
// code.
template <size_t T>
inline size_t ValueOf(const Candidate& candidate) {
  constexpr Template t = kTemplates[T];
  constexpr int first = AsksRule(t) ? 1 : 0;
  size_t value = 0;
  if constexpr (t.fields > first) value = candidate[t.field[first]];
  if constexpr (t.fields > first + 1) {
    constexpr Field f = t.field[first + 1];
    value = value * ValuesOf(f) + candidate[f];
  }
  if constexpr (t.fields > first + 2) {
    constexpr Field f = t.field[first + 2];
    value = value * ValuesOf(f) + candidate[f];
  }
  return value;
}

template <size_t T>
inline float WeightOf(const Candidate& candidate, Weights weights) {
  const float* from = AsksRule(kTemplates[T]) ? weights.of_rule : weights.all;
  return from[kLayout.offset[T] + ValueOf<T>(candidate)];
}

template <size_t... T>
inline float SumOfWeights(const Candidate& candidate, Weights weights,
                          std::index_sequence<T...>) {
  return (WeightOf<T>(candidate, weights) + ...);
}

template <size_t... T>
inline void AppendFeatures(const Candidate& candidate,
                           std::vector<uint32_t>* features,
                           std::index_sequence<T...>) {
  const auto position = [&candidate](int t, size_t value) {
    const size_t block = AsksRule(kTemplates[t]) ? BlockOf(candidate) : 0;
    return static_cast<uint32_t>(block + kLayout.offset[t] + value);
  };
  (features->push_back(position(T, ValueOf<T>(candidate))), ...);
}

std::string NameOf(const Template& t) {
  std::vector<absl::string_view> names;
  for (int k = 0; k < t.fields; ++k) names.push_back(FieldName(t.field[k]));
  return absl::StrJoin(names, "*");
}

std::string ValueText(const Template& t, uint32_t value) {
  std::array<std::string, 3> parts;
  for (int k = t.fields - 1; k >= 0; --k) {
    parts[k] = absl::StrCat(value % ValuesOf(t.field[k]));
    value /= ValuesOf(t.field[k]);
  }
  return absl::StrJoin(parts.begin(), parts.begin() + t.fields, "/");
}

// Position of "1/4" in a template's weights; false if it has none. By hand,
// since the table has thousands of lines and is read at every start.
bool ParseValues(const Template& t, absl::string_view text, uint32_t* value) {
  *value = 0;
  int fields = 0;
  uint32_t v = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
      v = std::min(v * 10 + (text[i] - '0'), 1000u);
      continue;
    }
    if (i < text.size() && text[i] != '/') return false;
    if (fields >= t.fields || v >= ValuesOf(t.field[fields])) return false;
    *value = *value * ValuesOf(t.field[fields]) + v;
    v = 0;
    ++fields;
  }
  return fields == t.fields;
}

// Reads "-0.53": at most two digits behind the point.
bool ParseWeight(absl::string_view text, float* weight) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  int hundredths = 0, digits = -1;
  if (text.empty() || text.size() > 6) return false;
  for (char c : text) {
    if (c == '.' && digits < 0) {
      digits = 0;
    } else if (c >= '0' && c <= '9' && digits < 2) {
      hundredths = hundredths * 10 + (c - '0');
      if (digits >= 0) ++digits;
    } else {
      return false;
    }
  }
  for (digits = std::max(digits, 0); digits < 2; ++digits) hundredths *= 10;
  *weight = (negative ? -hundredths : hundredths) / 100.0f;
  return true;
}

// An image is this and the weights in the order of the layout.
struct ImageHeader {
  char magic[8];
  uint32_t templates;  // A hash of them, their fields' values and layout.
  uint32_t count;
};

constexpr uint32_t TemplatesHash() {
  uint32_t hash = 2166136261u ^ kLayout.block;
  for (const Template& t : kTemplates) {
    for (int k = 0; k < t.fields; ++k) {
      hash = (hash ^ static_cast<uint32_t>(t.field[k])) * 16777619u;
      hash = (hash ^ ValuesOf(t.field[k])) * 16777619u;
    }
    hash = (hash ^ 255u) * 16777619u;
  }
  return hash;
}
constexpr ImageHeader kImageHeader = {"ORWEIGH", TemplatesHash(),
                                      kLayout.count};

// Cuts the next line off `rest`, and its columns off that.
absl::string_view NextPart(char separator, absl::string_view* rest) {
  const size_t end = std::min(rest->find(separator), rest->size());
  const absl::string_view part = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return part;
}

}  // namespace

AttributionModel::AttributionModel()
    : owned_(kLayout.count), weights_(owned_.data()) {}

absl::StatusOr<AttributionModel> AttributionModel::Parse(
    absl::string_view file_name, absl::string_view tsv) {
  AttributionModel model;
  std::vector<std::string> names;
  for (const Template& t : kTemplates) names.push_back(NameOf(t));
  int number = 0;
  size_t t = 0;
  while (!tsv.empty()) {
    absl::string_view line = NextPart('\n', &tsv);
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const absl::string_view whole = line;
    const absl::string_view name = NextPart('\t', &line);
    const absl::string_view values = NextPart('\t', &line);
    // Lines of one template stand together: look on from the last one.
    for (size_t tried = 0; names[t] != name; t = (t + 1) % names.size()) {
      if (++tried <= names.size()) continue;
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number,
                       ": want a feature template, got \"", name, "\""));
    }
    uint32_t value = 0;
    float weight = 0;
    if (!ParseValues(kTemplates[t], values, &value) ||
        !ParseWeight(line, &weight)) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number, ": want ", kTemplates[t].fields,
                       " values and a weight, got \"", whole, "\""));
    }
    model.owned_[PositionOf(static_cast<int>(t), value)] = weight;
  }
  return model;
}

std::string AttributionModel::ToTsv(float least) const {
  std::string out;
  for (int t = 0; t < kTemplateCount; ++t) {
    const std::string name = NameOf(kTemplates[t]);
    for (uint32_t v = 0; v < SizeOf(kTemplates[t]); ++v) {
      const float weight = weights_[PositionOf(t, v)];
      if (std::fabs(weight) < least) continue;
      absl::StrAppendFormat(&out, "%s\t%s\t%.2f\n", name,
                            ValueText(kTemplates[t], v), weight);
    }
  }
  return out;
}

std::string AttributionModel::Image() const {
  std::string image(reinterpret_cast<const char*>(&kImageHeader),
                    sizeof(kImageHeader));
  image.append(reinterpret_cast<const char*>(weights_),
               kImageHeader.count * sizeof(float));
  return image;
}

absl::StatusOr<AttributionModel> AttributionModel::FromImage(
    absl::string_view image) {
  constexpr size_t kSize =
      sizeof(kImageHeader) + kImageHeader.count * sizeof(float);
  if (image.size() != kSize ||
      std::memcmp(image.data(), &kImageHeader, sizeof(kImageHeader)) != 0) {
    return absl::DataLossError(absl::StrCat(
        "weights image: want ", kSize, " bytes for the templates of this ",
        "program, got ", image.size(), " bytes or other templates"));
  }
  const char* const weights = image.data() + sizeof(kImageHeader);
  if (reinterpret_cast<uintptr_t>(weights) % alignof(float) != 0) {
    return absl::DataLossError("weights image: want it aligned to floats");
  }
  return AttributionModel(reinterpret_cast<const float*>(weights));
}

float AttributionModel::Score(const Candidate& candidate) const {
  const Weights weights{weights_ + BlockOf(candidate), weights_};
  return SumOfWeights(candidate, weights,
                      std::make_index_sequence<kTemplateCount>());
}

void AttributionModel::FeaturesOf(const Candidate& candidate,
                                  std::vector<uint32_t>* features) const {
  features->clear();
  AppendFeatures(candidate, features,
                 std::make_index_sequence<kTemplateCount>());
}

}  // namespace onrecord::quotes
