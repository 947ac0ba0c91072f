#include "pipeline/stance_proto.h"

#include <vector>

#include "absl/strings/string_view.h"
#include "pipeline/enum_map.h"

namespace onrecord::pipeline {
namespace {

using stance::Act;
using stance::Modality;

constexpr size_t kExpectedStanceBytes = 512;

constexpr EnumPair<stance::StanceLabel, v1::StanceLabel> kLabels[] = {
    {stance::StanceLabel::kNone, v1::STANCE_LABEL_NONE},
    {stance::StanceLabel::kFavor, v1::STANCE_LABEL_FAVOR},
    {stance::StanceLabel::kAgainst, v1::STANCE_LABEL_AGAINST},
    {stance::StanceLabel::kMixed, v1::STANCE_LABEL_MIXED},
};

constexpr EnumPair<stance::Channel, v1::Channel> kChannels[] = {
    {stance::Channel::kPublic, v1::CHANNEL_PUBLIC},
    {stance::Channel::kPrivate, v1::CHANNEL_PRIVATE},
};

constexpr EnumPair<stance::Form, v1::Form> kForms[] = {
    {stance::Form::kQuoted, v1::FORM_QUOTED},
    {stance::Form::kIndirect, v1::FORM_INDIRECT},
    {stance::Form::kReported, v1::FORM_REPORTED},
};

constexpr EnumPair<Act, v1::Act> kActs[] = {
    {Act::kUnspecified, v1::ACT_UNSPECIFIED}, {Act::kDemand, v1::ACT_DEMAND},
    {Act::kIntent, v1::ACT_INTENT},           {Act::kAction, v1::ACT_ACTION},
    {Act::kEndorse, v1::ACT_ENDORSE},         {Act::kNeed, v1::ACT_NEED},
    {Act::kConsequence, v1::ACT_CONSEQUENCE}, {Act::kRefuse, v1::ACT_REFUSE},
    {Act::kNegotiate, v1::ACT_NEGOTIATE},
};

constexpr EnumPair<Modality, v1::Modality> kModalities[] = {
    {Modality::kUnspecified, v1::MODALITY_UNSPECIFIED},
    {Modality::kAsserted, v1::MODALITY_ASSERTED},
    {Modality::kObligation, v1::MODALITY_OBLIGATION},
    {Modality::kPossibility, v1::MODALITY_POSSIBILITY},
    {Modality::kConditional, v1::MODALITY_CONDITIONAL},
    {Modality::kHypothetical, v1::MODALITY_HYPOTHETICAL},
};

void Write(const stance::Evidence& evidence, WireWriter* out) {
  using Field = v1::Evidence;
  out->Double(Field::kWeightFieldNumber, evidence.weight);
  out->String(Field::kRuleFieldNumber, evidence.rule);
  WriteAnySpan(Field::kSpanFieldNumber, evidence.span, out);
}

stance::Evidence EvidenceFromProto(const v1::Evidence& evidence) {
  return {FromProto(evidence.span()), evidence.rule(), evidence.weight()};
}

}  // namespace

void WriteAnySpan(int field, text::Span span, WireWriter* out) {
  static_assert(v1::TextSpan::kBeginFieldNumber == 1);
  static_assert(v1::TextSpan::kEndFieldNumber == 2);
  out->IntPair(field, span.begin, span.end);
}

void WriteSpan(int field, text::Span span, WireWriter* out) {
  if (!span.empty()) WriteAnySpan(field, span, out);
}

text::Span FromProto(const v1::TextSpan& span) {
  return {span.begin(), span.end()};
}

v1::StanceLabel ToProto(stance::StanceLabel label) {
  return ToProtoEnum(kLabels, label);
}
stance::StanceLabel FromProto(v1::StanceLabel label) {
  return FromProtoEnum(kLabels, label);
}

v1::Channel ToProto(stance::Channel channel) {
  return ToProtoEnum(kChannels, channel);
}
stance::Channel FromProto(v1::Channel channel) {
  return FromProtoEnum(kChannels, channel);
}

v1::Form ToProto(stance::Form form) { return ToProtoEnum(kForms, form); }
stance::Form FromProto(v1::Form form) { return FromProtoEnum(kForms, form); }

void Write(const stance::Stance& stance, WireWriter* out) {
  using Field = v1::Stance;
  out->Int(Field::kOnTopicFieldNumber, stance.on_topic);
  out->Int(Field::kSecondOpinionFieldNumber, stance.second_opinion);
  out->Int(Field::kHumanFieldNumber, stance.human);
  const std::vector<stance::Evidence>& evidence = stance.evidence;
  for (auto it = evidence.rbegin(); it != evidence.rend(); ++it) {
    out->Message(Field::kEvidenceFieldNumber, [&] { Write(*it, out); });
  }
  out->String(Field::kConditionFieldNumber, stance.condition);
  out->Int(Field::kNegatedFieldNumber, stance.negated);
  out->Int(Field::kModalityFieldNumber,
           ToProtoEnum(kModalities, stance.modality));
  out->Int(Field::kActFieldNumber, ToProtoEnum(kActs, stance.act));
  out->Double(Field::kConfidenceFieldNumber, stance.confidence);
  out->Double(Field::kScoreFieldNumber, stance.score);
  out->Int(Field::kLabelFieldNumber, ToProto(stance.label));
  out->String(Field::kTargetFieldNumber, stance.target);
}

void FillProto(const stance::Stance& stance, v1::Stance* out) {
  WireWriter writer(kExpectedStanceBytes);
  Write(stance, &writer);
  const absl::string_view bytes = writer.bytes();
  out->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

v1::Stance ToProto(const stance::Stance& stance) {
  v1::Stance out;
  FillProto(stance, &out);
  return out;
}

stance::Stance FromProto(const v1::Stance& stance) {
  stance::Stance out;
  out.target = stance.target();
  out.label = FromProto(stance.label());
  out.score = stance.score();
  out.confidence = stance.confidence();
  out.act = FromProtoEnum(kActs, stance.act());
  out.modality = FromProtoEnum(kModalities, stance.modality());
  out.negated = stance.negated();
  out.condition = stance.condition();
  for (const v1::Evidence& evidence : stance.evidence()) {
    out.evidence.push_back(EvidenceFromProto(evidence));
  }
  out.human = stance.human();
  out.second_opinion = stance.second_opinion();
  out.on_topic = stance.on_topic();
  return out;
}

}  // namespace onrecord::pipeline
