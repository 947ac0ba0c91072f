#include "quotes/attribution_model.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

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

constexpr uint32_t SizeOf(const Template& t) {
  uint32_t size = 1;
  for (int k = 0; k < t.fields; ++k) size *= kFieldValues;
  return size;
}

constexpr std::array<uint32_t, kTemplateCount + 1> Offsets() {
  std::array<uint32_t, kTemplateCount + 1> offsets{};
  for (int t = 0; t < kTemplateCount; ++t) {
    offsets[t + 1] = offsets[t] + SizeOf(kTemplates[t]);
  }
  return offsets;
}

constexpr std::array<uint32_t, kTemplateCount + 1> kOffsets = Offsets();

uint32_t FeatureOf(int t, const Candidate& candidate) {
  uint32_t value = 0;
  for (int k = 0; k < kTemplates[t].fields; ++k) {
    value = value * kFieldValues + candidate[kTemplates[t].field[k]];
  }
  return kOffsets[t] + value;
}

std::string NameOf(const Template& t) {
  std::vector<absl::string_view> names;
  for (int k = 0; k < t.fields; ++k) names.push_back(FieldName(t.field[k]));
  return absl::StrJoin(names, "*");
}

std::string ValuesOf(const Template& t, uint32_t value) {
  std::array<std::string, 3> parts;
  for (int k = t.fields - 1; k >= 0; --k) {
    parts[k] = absl::StrCat(value % kFieldValues);
    value /= kFieldValues;
  }
  return absl::StrJoin(parts.begin(), parts.begin() + t.fields, "/");
}

// Position of "1/4" in a template's weights; false if it has none.
bool ParseValues(const Template& t, absl::string_view text, uint32_t* value) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '/');
  if (static_cast<int>(parts.size()) != t.fields) return false;
  *value = 0;
  for (absl::string_view part : parts) {
    uint32_t v = 0;
    if (!absl::SimpleAtoi(part, &v) || v >= kFieldValues) return false;
    *value = *value * kFieldValues + v;
  }
  return true;
}

}  // namespace

AttributionModel::AttributionModel() : weights_(kOffsets[kTemplateCount]) {}

absl::StatusOr<AttributionModel> AttributionModel::Parse(
    absl::string_view file_name, absl::string_view tsv) {
  AttributionModel model;
  int number = 0;
  int t = 0;
  for (absl::string_view line : absl::StrSplit(tsv, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (columns.size() != 3) {
      return absl::InvalidArgumentError(absl::StrCat(
          file_name, ":", number, ": want 3 columns, got ", columns.size()));
    }
    // Lines of one template stand together: look on from the last one.
    int tried = 0;
    while (NameOf(kTemplates[t]) != columns[0]) {
      t = (t + 1) % kTemplateCount;
      if (++tried > kTemplateCount) {
        return absl::InvalidArgumentError(
            absl::StrCat(file_name, ":", number,
                         ": want a feature template, got ", columns[0]));
      }
    }
    uint32_t value = 0;
    float weight = 0;
    if (!ParseValues(kTemplates[t], columns[1], &value) ||
        !absl::SimpleAtof(columns[2], &weight)) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number, ": want ", kTemplates[t].fields,
                       " values below ", kFieldValues, " and a weight, got ",
                       columns[1], " and ", columns[2]));
    }
    model.weights_[kOffsets[t] + value] = weight;
  }
  return model;
}

std::string AttributionModel::ToTsv(float least) const {
  std::string out;
  for (int t = 0; t < kTemplateCount; ++t) {
    const std::string name = NameOf(kTemplates[t]);
    for (uint32_t v = 0; v < SizeOf(kTemplates[t]); ++v) {
      const float weight = weights_[kOffsets[t] + v];
      if (std::fabs(weight) < least) continue;
      absl::StrAppendFormat(&out, "%s\t%s\t%.2f\n", name,
                            ValuesOf(kTemplates[t], v), weight);
    }
  }
  return out;
}

float AttributionModel::Score(const Candidate& candidate) const {
  float score = 0;
  for (int t = 0; t < kTemplateCount; ++t) {
    score += weights_[FeatureOf(t, candidate)];
  }
  return score;
}

void AttributionModel::FeaturesOf(const Candidate& candidate,
                                  std::vector<uint32_t>* features) const {
  features->clear();
  for (int t = 0; t < kTemplateCount; ++t) {
    features->push_back(FeatureOf(t, candidate));
  }
}

}  // namespace onrecord::quotes
