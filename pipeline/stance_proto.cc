#include "pipeline/stance_proto.h"

#include "pipeline/enum_map.h"

namespace onrecord::pipeline {
namespace {

using stance::Act;
using stance::Modality;

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

v1::Evidence EvidenceToProto(const stance::Evidence& evidence) {
  v1::Evidence out;
  *out.mutable_span() = ToProto(evidence.span);
  out.set_rule(evidence.rule);
  out.set_weight(evidence.weight);
  return out;
}

stance::Evidence EvidenceFromProto(const v1::Evidence& evidence) {
  return {FromProto(evidence.span()), evidence.rule(), evidence.weight()};
}

}  // namespace

v1::TextSpan ToProto(text::Span span) {
  v1::TextSpan out;
  out.set_begin(span.begin);
  out.set_end(span.end);
  return out;
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

void FillProto(const stance::Stance& stance, v1::Stance* out) {
  out->set_target(stance.target);
  out->set_label(ToProto(stance.label));
  out->set_score(stance.score);
  out->set_confidence(stance.confidence);
  out->set_act(ToProtoEnum(kActs, stance.act));
  out->set_modality(ToProtoEnum(kModalities, stance.modality));
  out->set_negated(stance.negated);
  out->set_condition(stance.condition);
  for (const stance::Evidence& evidence : stance.evidence) {
    *out->add_evidence() = EvidenceToProto(evidence);
  }
  out->set_human(stance.human);
  out->set_second_opinion(stance.second_opinion);
  out->set_on_topic(stance.on_topic);
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
